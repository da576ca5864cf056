import { randomUUID } from 'node:crypto';
import type { Services } from '../../handover/operations/services';
import type { BareConnection, BenchDatabase } from './bench-database';
import { conversationIdOf, OPEN_HANDOVERS } from './fill-store';
import { admit } from './bare-operations';
import { admitOurs, OPERATIONS } from './operations';
import type { Turn } from './turn';

export interface Timings {
	ours: number[];
	bare: number[];
}

/** Those with a human or a job are left as they are. */
export const FIRST = 2 * OPEN_HANDOVERS + 2;
let newConversations = 1e12;

/**
 * Each operation on random conversations, ours and the bare transaction in turns, so that the ratio
 * holds whatever else the machine does. Microseconds, by the operation's name.
 */
export async function compare(
	database: BenchDatabase,
	sides: { services: Services; bare: BareConnection },
	conversations: number,
	rounds: number,
	warmUp: number,
): Promise<Map<string, Timings>> {
	const timings = new Map(OPERATIONS.map(({ name }) => [name, { ours: [], bare: [] } as Timings]));
	const [last] = await database.ask('SELECT MAX(seq) AS seq FROM events');
	const events = Number(last!['seq'] ?? 0);
	const number = (oddOrEven: 0 | 1) =>
		2 * randomBetween(FIRST / 2, conversations / 2 - 1) + oddOrEven;
	const turn = (oddOrEven: 0 | 1) => turnOn(number(oddOrEven), randomBetween(0, events));
	for (let round = -warmUp; round < rounds; round++) {
		const ours = turn(0);
		// Never the same conversation, which would have two handovers at once.
		const bare = turn(1);
		for (const operation of OPERATIONS) {
			const on = (turn: Turn) => (operation.isNew ? turnOn(++newConversations, 0) : turn);
			const ourTurn = on(ours);
			const bareTurn = on(bare);
			if (operation.isOfNextTurn) {
				ourTurn.messageId = randomUUID();
				await admitOurs(sides.services, ourTurn);
				bareTurn.messageId = randomUUID();
				await admit(sides.bare, bareTurn);
			}
			const ourTime = await timed(() => operation.ours(sides.services, ourTurn));
			const bareTime = await timed(() => operation.bare(sides.bare, bareTurn));
			if (round < 0) continue;
			timings.get(operation.name)!.ours.push(ourTime);
			timings.get(operation.name)!.bare.push(bareTime);
		}
	}
	return timings;
}

function turnOn(number: number, eventSeq: number): Turn {
	return {
		ref: { botId: 'default', conversationId: conversationIdOf(number) },
		messageId: randomUUID(),
		handoverId: randomUUID(),
		eventSeq,
	};
}

function randomBetween(first: number, last: number): number {
	return first + Math.floor(Math.random() * (last - first + 1));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) * 1_000;
}

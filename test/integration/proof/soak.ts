import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { JobRunner } from '../../../handover/jobs/job-runner';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import { forgetOld } from '../../../handover/operations/forget-old';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import type { TestServices } from '../../builders/services';
import { randomBelow } from '../../contract/random-below';

const HOURS = 24;
/** Of a conversation in a day. */
const TURNS = 6;
const KEEP = { keepMessages: 4, keepDays: 1 };
/** After the message that trimmed the transcript: what was answered to it. */
const LATER_LINES = 1;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TRIGGER = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };

/** What a store comes to, as its database sees it. */
export interface Tables {
	/** Of each table that has any. */
	rows(): Promise<Record<string, number>>;
	bytes(): Promise<number>;
	/** Makes room of what was deleted, as the database does by itself in the course of a day. */
	tidyUp(): Promise<void>;
}

/** A day in which every conversation has its turns, and then a year in which nobody writes. */
export async function soak(
	services: TestServices,
	tables: Tables,
	conversations: number,
): Promise<void> {
	const day = new SimulatedDay(services, conversations);
	const heap: number[] = [];
	for (let hour = 0; hour < HOURS; hour++) {
		await day.liveThroughAnHour();
		await day.carryOutWhatIsDue();
		await forgetOld(services);
		heap.push(heapAfterGarbageCollection());
	}
	const third = HOURS / 3;
	const [first, last] = [median(heap.slice(0, third)), median(heap.slice(-third))];
	process.stdout.write(`heap: ${megabytes(first)} MB, and ${megabytes(last)} MB in the end\n`);
	expect(last - first).toBeLessThan(4 * 2 ** 20);

	const rows = await tables.rows();
	process.stdout.write(`rows: ${JSON.stringify(rows)}\n`);
	expect(rows['conversations']).toBe(conversations);
	expect(rows['messages']).toBeLessThanOrEqual(conversations * (KEEP.keepMessages + LATER_LINES));
	expect(rows['admissions']).toBeLessThanOrEqual(conversations * TURNS);

	// Nobody writes any more: what is kept for a time only goes when its time is over.
	services.clock.advance(2 * DAY);
	await day.carryOutWhatIsDue();
	await forgetOld(services);
	const { messages, tasks } = await tables.rows();
	expect({ messages, tasks }).toEqual({});
	services.clock.advance(366 * DAY);
	await forgetOld(services);
	expect(await tables.rows()).toEqual({ staff: 2 });
	const bytes = await tables.bytes();
	await tables.tidyUp();
	await day.liveThroughAnHour();
	// New rows take the place of those that are gone.
	expect(await tables.bytes()).toBeLessThanOrEqual(bytes);
}

class SimulatedDay {
	readonly #services: TestServices;
	readonly #conversations: number;
	readonly #below = randomBelow(HOURS);
	#turns = 0;

	constructor(services: TestServices, conversations: number) {
		this.#services = services;
		this.#conversations = conversations;
	}

	async liveThroughAnHour(): Promise<void> {
		const turns = (this.#conversations * TURNS) / HOURS;
		for (let turn = 0; turn < turns; turn++) {
			this.#services.clock.advance(HOUR / turns);
			await this.#takeTurn();
		}
	}

	/** As a worker does every second; here once an hour. */
	async carryOutWhatIsDue(): Promise<void> {
		const runner = new JobRunner(this.#services, (error) => {
			throw error;
		});
		while ((await runner.run()) > 0);
		await runner.settled();
	}

	/** Mostly an answer; sometimes a handover, a human, or the same message once more. */
	async #takeTurn(): Promise<void> {
		const services = this.#services;
		const conversationId = `c${(this.#turns++ * 7_919) % this.#conversations}`;
		const ref = { botId: 'default', conversationId };
		const messageId = services.newId();
		const message = { ...ref, messageId, text: `What about ${messageId}?` };
		const received = await receiveMessage(services, message, KEEP);
		const { output, handover } = await awaitTurn(services, received);
		if (this.#below(5) === 0) await receiveMessage(services, message, KEEP);
		if (output === 'human') {
			if (this.#below(2) > 0) return;
			await recordHumanReply(services, ref, { text: `I see, ${messageId}.` });
		} else if (this.#below(20) === 0) {
			const carried = { ...handover, trigger: TRIGGER };
			const pause = { pauseFor: 2, pauseUnit: 'hours' };
			for (const kind of ACTION_KINDS) {
				const fields = kind === 'pauseBot' ? pause : undefined;
				await performAction(services, kind, { ...ref, carried, fields });
			}
		} else {
			await beforeReply(services, { ...ref, carried: handover, text: `About ${messageId}: yes.` });
		}
	}
}

function heapAfterGarbageCollection(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed;
}

function median(values: number[]): number {
	return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

function megabytes(bytes: number): string {
	return (bytes / 2 ** 20).toFixed(1);
}

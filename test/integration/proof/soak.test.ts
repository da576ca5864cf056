import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { JobRunner } from '../../../handover/jobs/job-runner';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import { forgetOld } from '../../../handover/operations/forget-old';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { aMember } from '../../builders/staff';
import { openTestServices, type TestServices } from '../../builders/services';
import { randomBelow } from '../../contract/random-below';

const HOURS = 24;
const CONVERSATIONS = 10_000;
/** Of one hour; every conversation has its share of the day. */
const TURNS = 2_500;
const KEEP = { keepMessages: 4, keepDays: 1 };
/** After the message that trimmed the transcript: what was answered to it. */
const LATER_LINES = 1;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TRIGGER = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };

jest.setTimeout(10 * MINUTE);

let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
	await services.store.saveStaff(['Ana', 'Ben'].map((id) => aMember(id)));
});
afterEach(async () => await services.close());

test(`${HOURS} hours with ${CONVERSATIONS} conversations: the memory stays flat, the tables within their bounds`, async () => {
	const below = randomBelow(24);
	const heap: number[] = [];
	for (let hour = 0; hour < HOURS; hour++) {
		await liveThroughAnHour(below);
		await carryOutWhatIsDue();
		await forgetOld(services);
		heap.push(heapAfterGarbageCollection());
	}
	const third = HOURS / 3;
	const [first, last] = [median(heap.slice(0, third)), median(heap.slice(-third))];
	process.stdout.write(`heap: ${megabytes(first)} MB, and ${megabytes(last)} MB in the end\n`);
	expect(last - first).toBeLessThan(4 * 2 ** 20);

	const rows = countRows();
	process.stdout.write(`rows: ${JSON.stringify(rows)}\n`);
	expect(rows['conversations']).toBe(CONVERSATIONS);
	expect(rows['messages']).toBeLessThanOrEqual(CONVERSATIONS * (KEEP.keepMessages + LATER_LINES));
	expect(rows['admissions']).toBeLessThanOrEqual(HOURS * TURNS);

	// Nobody writes any more: what is kept for a time only goes when its time is over.
	services.clock.advance(2 * DAY);
	await carryOutWhatIsDue();
	await forgetOld(services);
	expect(countRows()).toMatchObject({ messages: 0, tasks: 0 });
	services.clock.advance(366 * DAY);
	await forgetOld(services);
	const left = Object.entries(countRows()).filter(([, count]) => count > 0);
	expect(left).toEqual([['staff', 2]]);
	const size = statSync(services.path).size;
	await liveThroughAnHour(below);
	// New rows take the place of those that are gone.
	expect(statSync(services.path).size).toBe(size);
});

async function liveThroughAnHour(below: (limit: number) => number): Promise<void> {
	for (let turn = 0; turn < TURNS; turn++) {
		services.clock.advance(HOUR / TURNS);
		await takeTurn(below);
	}
}

let turns = 0;

/** Mostly an answer; sometimes a handover, a human, or the same message once more. */
async function takeTurn(below: (limit: number) => number): Promise<void> {
	const ref = { botId: 'default', conversationId: `c${(turns++ * 7_919) % CONVERSATIONS}` };
	const messageId = services.newId();
	const message = { ...ref, messageId, text: `What about ${messageId}?` };
	const received = await receiveMessage(services, message, KEEP);
	const { output, handover } = await awaitTurn(services, received);
	if (below(5) === 0) await receiveMessage(services, message, KEEP);
	if (output === 'human') {
		if (below(2) === 0) await recordHumanReply(services, ref, { text: `I see, ${messageId}.` });
	} else if (below(20) === 0) {
		const carried = { ...handover, trigger: TRIGGER };
		const fields = { pauseFor: 2, pauseUnit: 'hours' };
		for (const kind of ACTION_KINDS) {
			await performAction(services, kind, {
				...ref,
				carried,
				fields: kind === 'pauseBot' ? fields : undefined,
			});
		}
	} else {
		await beforeReply(services, { ...ref, carried: handover, text: `About ${messageId}: yes.` });
	}
}

/** As a worker does every second; here once an hour. */
async function carryOutWhatIsDue(): Promise<void> {
	const runner = new JobRunner(services, (error) => {
		throw error;
	});
	while ((await runner.run()) > 0);
	await runner.settled();
}

function heapAfterGarbageCollection(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed;
}

function countRows(): Record<string, number> {
	const database = new DatabaseSync(services.path, { readOnly: true });
	const tables = database
		.prepare(
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_version'",
		)
		.all();
	const counts = tables.map(({ name }) => {
		const row = database.prepare(`SELECT COUNT(*) AS count FROM ${String(name)}`).get();
		return [String(name), Number(row?.['count'])] as const;
	});
	database.close();
	return Object.fromEntries(counts);
}

function median(values: number[]): number {
	return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

function megabytes(bytes: number): string {
	return (bytes / 2 ** 20).toFixed(1);
}

import { newConversation, type Conversation } from '../../handover/conversation/conversation';
import { ACTION_KINDS } from '../../handover/conversation/handover';
import { DEFAULT_SCENARIOS } from '../../handover/scenarios/default-scenarios';
import type { Store, Write } from '../../handover/stores/store';
import {
	aHandover,
	anOpen,
	aTask,
	conversation,
	event,
	message,
	NOON,
	ref,
} from './store-builders';

/** What every store promises of what it forgets: by its time, and when it is asked to. */
export function retentionContract(
	open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>,
) {
	let store: Store;
	const write = (...writes: Write[]) =>
		store.change(ref, {}, () => ({ result: undefined, writes }));
	const create = () => write({ type: 'conversation', conversation });

	beforeEach(async () => {
		({ store } = await open());
	});
	afterEach(async () => await store.close());

	test('bounds the transcript by count and by age', async () => {
		await create();
		await write(message('old', NOON - 10_000), message('a'), message('b'), message('c'));
		await write({ type: 'trimTranscript', keep: 50, olderThan: NOON - 5_000 });
		await write({ type: 'trimTranscript', keep: 2, olderThan: 0 });
		const { transcript } = await store.snapshot(ref, { transcript: 50 });
		expect(transcript.map(({ text }) => text)).toEqual(['b', 'c']);
	});

	test('prunes the lines of silent conversations by their own time', async () => {
		await write({ type: 'conversation', conversation: { ...conversation, keepFor: 1_000 } });
		await write(message('old', NOON), message('new', NOON + 5_000));
		const limits = { now: NOON + 5_500, admissionsBefore: 0, eventsBefore: 0 };
		expect(await store.prune(limits)).toBe(1);
		expect((await store.read(ref))?.transcript.map(({ text }) => text)).toEqual(['new']);
	});

	test('forgets a conversation of which nothing is left, and that no human has', async () => {
		const keepFor = 1_000;
		const handover = aHandover({ endedAt: NOON });
		await write({ type: 'conversation', conversation: { ...conversation, keepFor } });
		await write(message('old', NOON), { type: 'handover', handover });
		const admission = { seq: 1, runner: 'r', epoch: 0, settled: true, at: NOON };
		await write({ type: 'admission', admission: { messageId: 'm', ...admission } });
		const human: Conversation = { ...conversation, conversationId: 'd', keepFor, owner: 'human' };
		await store.change(human, {}, () => ({
			result: undefined,
			writes: [{ type: 'conversation', conversation: human }],
		}));
		const limits = { now: NOON + 5_500, admissionsBefore: NOON, eventsBefore: 0 };
		await store.prune(limits);
		expect((await store.read(ref))?.transcript).toEqual([]);
		await store.prune({ ...limits, admissionsBefore: NOON + 1 });
		expect(await store.read(ref)).toBeUndefined();
		expect((await store.read(human))?.conversation.owner).toBe('human');
		const { nextMessageSeq } = await store.snapshot(ref, {});
		expect(nextMessageSeq).toBe(1);
	});

	test('keeps a task until it is due, and its conversation with it', async () => {
		const DAY = 86_400_000;
		const keepFor = 7 * DAY;
		const task = aTask({ dueAt: NOON + 30 * DAY });
		await write({ type: 'conversation', conversation: { ...conversation, keepFor } });
		await write(
			{ type: 'handover', handover: aHandover({ endedAt: NOON }) },
			{ type: 'task', task },
			{ type: 'task', task: { ...task, id: 't2', dueAt: NOON - DAY } },
		);
		const prune = (now: number) => store.prune({ now, admissionsBefore: 0, eventsBefore: 0 });
		await prune(NOON + 6 * DAY);
		expect((await store.read(ref))?.tasks.map(({ id }) => id)).toEqual(['t1', 't2']);
		await prune(NOON + 29 * DAY);
		expect((await store.read(ref))?.tasks).toEqual([anOpen(task)]);
		await prune(task.dueAt + keepFor + 1);
		expect(await store.read(ref)).toBeUndefined();
	});

	test('keeps a task that was done no longer than what was done with it', async () => {
		const DAY = 86_400_000;
		const keepFor = 7 * DAY;
		await write({ type: 'conversation', conversation: { ...conversation, keepFor } });
		await write(
			{ type: 'task', task: aTask({ dueAt: NOON + 30 * DAY }) },
			{ type: 'taskDone', taskId: 't1', at: NOON + DAY, staffId: null },
		);
		const prune = (now: number) => store.prune({ now, admissionsBefore: 0, eventsBefore: 0 });
		await prune(NOON + 8 * DAY);
		expect((await store.read(ref))?.tasks).toHaveLength(1);
		await prune(NOON + 8 * DAY + 1);
		expect((await store.read(ref))?.tasks ?? []).toEqual([]);
	});

	test('prunes what is over of a conversation that lives on', async () => {
		const keepFor = 1_000;
		await write({ type: 'conversation', conversation: { ...conversation, keepFor } });
		const over = (messageSeq: number, endedAt: number | null): Write[] => {
			const id = `h${messageSeq}`;
			const about = { handoverId: id, staffId: 'Ana', channel: 'inApp', at: NOON };
			return [
				message('a human, please', NOON + 5_000),
				{ type: 'handover', handover: aHandover({ id, messageSeq, endedAt }) },
				{
					type: 'notification',
					notification: { id: `n${messageSeq}`, reason: 'conversationAssigned', ...about },
				},
			];
		};
		const due = aTask({ id: 't', handoverId: 'h3', dueAt: NOON + 9_000 });
		await write(...over(1, NOON), ...over(2, NOON + 5_000), ...over(3, NOON), ...over(4, null));
		await write({ type: 'task', task: due });
		const left = async () => {
			const known = [1, 2, 3, 4].map(async (handoverOfSeq) => {
				const { handoverOfSeq: handover } = await store.snapshot(ref, { handoverOfSeq });
				return handover?.actions.length === ACTION_KINDS.length ? [handover.id] : [];
			});
			const { notifications } = (await store.read(ref))!;
			return {
				handovers: (await Promise.all(known)).flat(),
				notifications: notifications.map(({ id }) => id).sort(),
			};
		};
		const prune = (now: number) => store.prune({ now, admissionsBefore: 0, eventsBefore: 0 });
		await prune(NOON + 1_000);
		expect((await left()).handovers).toEqual(['h1', 'h2', 'h3', 'h4']);
		expect(await prune(NOON + 5_500)).toBeGreaterThanOrEqual(2);
		expect(await left()).toEqual({
			handovers: ['h2', 'h3', 'h4'],
			notifications: ['n2', 'n3', 'n4'],
		});
	});

	test('prunes settings that newer ones have replaced', async () => {
		const save = (botId: string, savedAt: number, count: number) => {
			const scenarios = DEFAULT_SCENARIOS.slice(0, count);
			return store.saveBotSettings({ botId, scenarios, savedBy: 'f', savedAt, replace: true });
		};
		await save('b', NOON, 1);
		const other = await save('other', NOON, 1);
		await save('b', NOON + 1, 2);
		const last = await save('b', NOON + 2, 3);
		const limits = { now: NOON, admissionsBefore: 0 };
		expect(await store.prune({ ...limits, eventsBefore: NOON + 2 })).toBe(2);
		expect(await store.prune({ ...limits, eventsBefore: NOON + 9 })).toBe(0);
		expect(await store.readBotSettings('b')).toEqual(last);
		expect(await store.readBotSettings('other')).toEqual(other);
	});

	test('prunes events from the oldest on', async () => {
		await create();
		const at = (time: number): Write => ({
			type: 'event',
			event: { type: 'bot.paused', handoverId: null, at: time, data: {} },
		});
		await write(at(NOON), at(NOON + 1), at(NOON + 2));
		const limits = { now: NOON, admissionsBefore: 0 };
		expect(await store.prune({ ...limits, eventsBefore: NOON + 2 })).toBe(2);
		expect((await store.readEvents(0, 9)).map((one) => one.at)).toEqual([NOON + 2]);
		expect(await store.prune({ ...limits, eventsBefore: NOON + 3 })).toBe(1);
		expect(await store.readEvents(0, 9)).toEqual([]);
	});

	test('erases a conversation with all that it left behind', async () => {
		await create();
		await write(message('secret'), event('bot.paused'), {
			type: 'handover',
			handover: aHandover(),
		});
		expect(await store.erase(ref)).toBe(true);
		expect(await store.read(ref)).toBeUndefined();
		expect(await store.readEvents(0, 10)).toEqual([]);
		expect(await store.erase(ref)).toBe(false);
	});

	test('erases the events of a conversation that was forgotten before', async () => {
		await write({ type: 'conversation', conversation: { ...conversation, keepFor: 1_000 } });
		await write(event('bot.paused'));
		const other = { ...ref, conversationId: 'other' };
		await store.change(other, {}, () => ({
			result: undefined,
			writes: [
				{ type: 'conversation', conversation: newConversation(other, NOON) },
				event('bot.paused'),
			],
		}));
		await store.prune({ now: NOON + 5_000, admissionsBefore: 0, eventsBefore: 0 });
		expect(await store.read(ref)).toBeUndefined();
		expect(await store.readEvents(0, 10)).toMatchObject([ref, other]);
		expect(await store.erase(ref)).toBe(true);
		expect(await store.readEvents(0, 10)).toMatchObject([other]);
		expect(await store.erase(ref)).toBe(false);
	});
}

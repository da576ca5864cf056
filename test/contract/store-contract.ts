import type { Conversation } from '../../handover/conversation/conversation';
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
	reply,
} from './store-builders';
import { aMember, anEntry } from '../builders/staff';

/** What every store promises. `open` gives a new one; `reopen` opens the same data once more. */
export function storeContract(open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>) {
	let store: Store;
	let reopen: () => Promise<Store>;
	const write = (...writes: Write[]) =>
		store.change(ref, {}, () => ({ result: undefined, writes }));
	const create = () => write({ type: 'conversation', conversation });
	async function readAnew() {
		const other = await reopen();
		return await other.read(ref).finally(() => other.close());
	}

	beforeEach(async () => {
		({ store, reopen } = await open());
	});
	afterEach(async () => await store.close());

	test('knows nothing of a conversation that nobody wrote', async () => {
		expect(await store.read(ref)).toBeUndefined();
		const snapshot = await store.snapshot(ref, { messageId: 'm', transcript: 5, staff: true });
		expect(snapshot).toMatchObject({
			conversation: undefined,
			handover: undefined,
			admission: undefined,
			transcript: [],
			staff: [],
		});
	});

	test('gives back what was written, also after it was opened again', async () => {
		const handover = aHandover();
		await write(
			{ type: 'conversation', conversation: { ...conversation, openHandoverId: 'h1' } },
			message('hello 👋 <b>'),
			{ type: 'handover', handover },
			event('handover.requested'),
		);
		await store.close();
		store = await reopen();
		const file = await store.read(ref);
		expect(file?.conversation).toEqual({ ...conversation, openHandoverId: 'h1' });
		expect(file?.handover).toEqual(handover);
		expect(file?.transcript).toMatchObject([{ author: 'contact', text: 'hello 👋 <b>', at: NOON }]);
		expect(file?.events).toMatchObject([{ ...ref, type: 'handover.requested' }]);
	});

	const changes: Array<Partial<Conversation>> = [
		{ owner: 'human' },
		{ epoch: 3 },
		{ openHandoverId: 'h1' },
		{ assignee: 'ana' },
		{ pause: { until: null } },
		{ pause: { until: NOON + 1 } },
		{ lastHumanReplyAt: NOON + 1 },
		{ contact: { ...conversation.contact, name: 'Noa' } },
		{ tags: [...conversation.tags, 'more'] },
		{ tags: [] },
		{ attempts: { ...conversation.attempts, failedAttempts: 1 } },
		{ attempts: { ...conversation.attempts, lastAnswer: { seq: 1, failed: false } } },
		{ openTurns: [{ seq: 1, fromSeq: 1, runner: 'here/1/a', at: NOON, taken: true }] },
		{ burst: { fromSeq: 1, lastSeq: 2, since: NOON, fragments: 2, length: 5 } },
		{ missed: { fromSeq: 1, toSeq: null, told: 0 } },
		{ saidAgain: [{ seq: 1, at: NOON }] },
		{ keepFor: 5 },
		{ createdAt: NOON - 1 },
		{ updatedAt: NOON + 1 },
	];
	test.each(changes)('keeps a change of nothing but %j, and the change back', async (change) => {
		await create();
		for (const one of [{ ...conversation, ...change }, conversation]) {
			await write({ type: 'conversation', conversation: one }, message('hello'));
			const other = await reopen();
			expect((await other.read(ref))?.conversation).toEqual(one);
			expect((await store.snapshot(ref, {})).conversation).toEqual(one);
			await other.close();
		}
	});

	test('keeps conversations of two bots with the same id apart', async () => {
		await create();
		expect(await store.read({ botId: 'other', conversationId: 'c' })).toBeUndefined();
	});

	test('takes nothing of a decision that throws', async () => {
		await create();
		const broken = store.change(ref, {}, () => {
			throw new RangeError('on purpose');
		});
		await expect(broken).rejects.toThrow(RangeError);
		const violating = write(
			message('a'),
			{ type: 'handover', handover: aHandover() },
			{
				type: 'handover',
				handover: aHandover({ id: 'h2', messageSeq: 2 }),
			},
		);
		await expect(violating).rejects.toThrow();
		const file = await store.read(ref);
		expect(file).toMatchObject({ transcript: [], handovers: [] });
	});

	test('keeps each of several changes at once, but for those that fail', async () => {
		await create();
		const open: Write = { type: 'handover', handover: aHandover() };
		const second: Write = { type: 'handover', handover: aHandover({ id: 'h2', messageSeq: 2 }) };
		// Twice: a store may do otherwise once it has seen many come together.
		for (const name of ['one', 'two']) {
			const settled = await Promise.allSettled([
				write(message(`${name}, first`)),
				write(message('never'), open, second),
				store.change(ref, {}, () => {
					throw new Error('decided against');
				}),
				write(message(`${name}, last`)),
			]);
			expect(settled.map(({ status }) => status)).toEqual([
				'fulfilled',
				'rejected',
				'rejected',
				'fulfilled',
			]);
			await new Promise((resolve) => setImmediate(resolve));
		}
		const lines = ['one, first', 'one, last', 'two, first', 'two, last'];
		// Those that come at once are in any order.
		const sorted = (found: Array<{ text: string }>) => found.map(({ text }) => text).sort();
		expect(sorted((await store.snapshot(ref, { transcript: 9 })).transcript)).toEqual(lines);
		const { transcript, handovers } = (await readAnew())!;
		expect(sorted(transcript)).toEqual(lines);
		expect(handovers).toEqual([]);
	});

	test('decides each of several changes at once on what the one before it left', async () => {
		await create();
		const next = (conversation: Conversation | undefined) => ({
			...conversation!,
			epoch: conversation!.epoch + 1,
		});
		const count = () =>
			store.change(ref, {}, ({ conversation }) => ({
				result: conversation!.epoch,
				writes: [{ type: 'conversation', conversation: next(conversation) }],
			}));
		for (const seen of [
			[0, 1, 2],
			[3, 4, 5],
		]) {
			expect((await Promise.all([count(), count(), count()])).sort()).toEqual(seen);
			await new Promise((resolve) => setImmediate(resolve));
		}
	});

	test('keeps a change of nothing but a part of the handover, and the change back', async () => {
		await create();
		const before = aHandover();
		await write({ type: 'handover', handover: before });
		const staffing = { ...before.staffing, acceptedAt: NOON };
		const [first, ...others] = before.actions;
		const done = { ...first!, status: 'done' as const };
		const need = { handoverOfSeq: before.messageSeq };
		for (const changed of [{ staffing }, { runner: 'there' }, { actions: [done, ...others] }]) {
			for (const one of [{ ...before, ...changed }, before]) {
				await store.change(ref, need, ({ handoverOfSeq }) => ({
					result: undefined,
					writes: [{ type: 'handover', handover: { ...handoverOfSeq!, ...partOf(one, changed) } }],
				}));
				expect((await readAnew())?.handover).toEqual(one);
			}
		}
	});

	test('keeps the last of two writes of a handover, which takes the first one back', async () => {
		await create();
		const handover = aHandover();
		await write({ type: 'handover', handover });
		const staffing = { ...handover.staffing, acceptedAt: NOON };
		await store.change(ref, { handoverOfSeq: handover.messageSeq }, () => ({
			result: undefined,
			writes: [
				{ type: 'handover', handover: { ...handover, staffing } },
				{ type: 'handover', handover },
			],
		}));
		expect((await readAnew())?.handover).toEqual(handover);
	});

	test('lets no second handover be open', async () => {
		await create();
		await write({ type: 'handover', handover: aHandover() });
		const second = write({ type: 'handover', handover: aHandover({ id: 'h2', messageSeq: 2 }) });
		await expect(second).rejects.toThrow();
		await write({ type: 'handover', handover: aHandover({ endedAt: NOON }) });
		await write({ type: 'handover', handover: aHandover({ id: 'h2', messageSeq: 2 }) });
		expect((await store.read(ref))?.handover?.id).toBe('h2');
	});

	test('says which seq the next message will have', async () => {
		await create();
		const { nextMessageSeq } = await store.snapshot(ref, {});
		await write(message('a'), message('b'));
		const { transcript } = await store.snapshot(ref, { transcript: 5 });
		expect(transcript.map(({ seq }) => seq)).toEqual([nextMessageSeq, nextMessageSeq + 1]);
	});

	test('finds an admission by its message, and settles it', async () => {
		await create();
		const admission = { messageId: 'm1', seq: 7, runner: 'r', epoch: 2, settled: false, at: NOON };
		await write({ type: 'admission', admission });
		expect((await store.snapshot(ref, { messageId: 'm1' })).admission).toEqual(admission);
		await write({ type: 'settle', messageId: 'm1' });
		expect((await store.snapshot(ref, { messageId: 'm1' })).admission?.settled).toBe(true);
		expect((await store.snapshot(ref, { messageId: 'm2' })).admission).toBeUndefined();
	});

	test('finds what the bot has answered to a turn, in its order, and nothing of another one', async () => {
		await create();
		await write(message('one'), message('two'), reply('to two', 2), reply('to one', 1));
		await write(message('three'), reply('more to one', 1));
		const { replies } = await store.snapshot(ref, { repliesTo: 1 });
		expect(replies).toMatchObject([
			{ seq: 4, author: 'bot', text: 'to one', answersSeq: 1 },
			{ seq: 6, author: 'bot', text: 'more to one', answersSeq: 1 },
		]);
		expect((await store.snapshot(ref, { repliesTo: 5 })).replies).toEqual([]);
		expect((await store.snapshot(ref, { transcript: 9 })).replies).toEqual([]);
		const found = await store.change(ref, { repliesTo: 2, messageId: 'm' }, (snapshot) => ({
			result: snapshot.replies.map(({ text }) => text),
			writes: [],
		}));
		expect(found).toEqual(['to two']);
		const lines = (await readAnew())!.transcript;
		expect(lines.map(({ answersSeq }) => answersSeq)).toEqual([null, null, 2, 1, null, 1]);
	});

	test('forgets an answer with its line', async () => {
		await create();
		await write(message('one'), reply('to one', 1), message('two'));
		await write({ type: 'trimTranscript', keep: 1, olderThan: 0 });
		expect((await store.snapshot(ref, { repliesTo: 1 })).replies).toEqual([]);
	});

	test('finds the handover that a turn called for, ended or not', async () => {
		await create();
		await write({ type: 'handover', handover: aHandover({ messageSeq: 3, endedAt: NOON }) });
		const found = await store.snapshot(ref, { handoverOfSeq: 3 });
		expect(found.handoverOfSeq?.id).toBe('h1');
	});

	test('gives the open tasks of a handover their assignee', async () => {
		await create();
		await write(
			{ type: 'task', task: aTask() },
			{ type: 'task', task: aTask({ id: 't2' }) },
			{ type: 'taskDone', taskId: 't2', at: NOON, staffId: null },
		);
		await write({ type: 'taskAssignee', handoverId: 'h1', staffId: 'Ana' });
		expect((await store.read(ref))?.tasks.map(({ assignee }) => assignee)).toEqual(['Ana', null]);
		await write({ type: 'taskAssignee', handoverId: 'h1', staffId: null });
		expect((await store.read(ref))?.tasks.map(({ assignee }) => assignee)).toEqual([null, null]);
	});

	test('says when a task was done, and by whom, and only the first time', async () => {
		await create();
		const [first, second, third] = ['t1', 't2', 't3'].map((id) => aTask({ id }));
		await write(
			{ type: 'task', task: first! },
			{ type: 'task', task: second! },
			{ type: 'task', task: third! },
		);
		await write(
			{ type: 'taskDone', taskId: 't1', at: NOON + 1, staffId: 'Ana' },
			{ type: 'taskDone', taskId: 't3', at: NOON + 1, staffId: null },
		);
		await write({ type: 'taskDone', taskId: 't1', at: NOON + 9, staffId: 'Ben' });
		const done = { ...first, status: 'done', completedAt: NOON + 1, completedBy: 'Ana' };
		expect((await store.read(ref))?.tasks).toEqual([
			done,
			anOpen(second!),
			{ ...third, status: 'done', completedAt: NOON + 1, completedBy: null },
		]);
		expect((await store.snapshot(ref, { taskId: 't1' })).task).toEqual(done);
	});

	test('completes no task of another conversation', async () => {
		await create();
		await write({ type: 'task', task: aTask() });
		const other = { ...ref, conversationId: 'another' };
		await store.change(other, {}, () => ({
			result: undefined,
			writes: [
				{ type: 'conversation', conversation: { ...conversation, ...other } },
				{ type: 'taskDone', taskId: 't1', at: NOON, staffId: null },
			],
		}));
		expect((await store.read(ref))?.tasks).toEqual([anOpen(aTask())]);
	});

	test("looks up a conversation's open tasks, the oldest first", async () => {
		await create();
		expect((await store.snapshot(ref, { openTasks: true })).openTasks).toEqual([]);
		const old = aTask({ id: 't2', createdAt: NOON - 1 });
		await write(
			{ type: 'task', task: aTask() },
			{ type: 'task', task: old },
			{ type: 'task', task: aTask({ id: 't3' }) },
			{ type: 'taskDone', taskId: 't3', at: NOON, staffId: null },
		);
		const { openTasks } = await store.snapshot(ref, { openTasks: true });
		expect(openTasks).toEqual([anOpen(old), anOpen(aTask())]);
		await store.change(ref, { openTasks: true }, (snapshot) => {
			expect(snapshot.openTasks).toEqual(openTasks);
			return { result: undefined, writes: [] };
		});
		expect((await store.snapshot(ref, {})).openTasks).toEqual([]);
		const other = { ...ref, conversationId: 'another' };
		expect((await store.snapshot(other, { openTasks: true })).openTasks).toEqual([]);
	});

	test('keeps the roster in its order, updates members, and remembers the rotation', async () => {
		const ana = aMember('Ana', {
			capacity: 3,
			weight: 2,
			workingHours: 'Mon 9-17',
			enabled: false,
		});
		await store.saveStaff([aMember('Zoe'), ana]);
		expect((await store.listStaff())[1]).toEqual(anEntry('Ana', ana));
		await create();
		await store.change(ref, { staff: 'toAssign' }, () => ({
			result: undefined,
			writes: [{ type: 'assigned', staffId: 'Zoe' }],
		}));
		await store.saveStaff([{ ...ana, name: 'Ana Maria' }]);
		const staff = await store.listStaff();
		expect(staff.map(({ name, lastAssigned }) => [name, lastAssigned])).toEqual([
			['Zoe', 1],
			['Ana Maria', 0],
		]);
	});

	test('assigns nobody where the decision did not say that it would', async () => {
		await store.saveStaff([aMember('Zoe')]);
		await create();
		const unsaid = store.change(ref, { staff: true }, () => ({
			result: undefined,
			writes: [message('lost'), { type: 'assigned', staffId: 'Zoe' }],
		}));
		await expect(unsaid).rejects.toThrow('toAssign');
		const { staff, transcript } = await store.snapshot(ref, { staff: true, transcript: 9 });
		expect([staff[0]!.lastAssigned, transcript]).toEqual([0, []]);
	});

	test('keeps who is there just now, whatever a flow saves', async () => {
		const available = async () => (await store.listStaff()).map((one) => one.available);
		await store.saveStaff([aMember('Zoe'), aMember('Ana')]);
		expect(await available()).toEqual([true, true]);
		expect(await store.setAvailability('Ana', false)).toBe(true);
		expect(await available()).toEqual([true, false]);
		await store.saveStaff([aMember('Zoe'), aMember('Ana', { name: 'Ana Maria' })]);
		expect((await store.snapshot(ref, { staff: true })).staff).toMatchObject([
			{ id: 'Zoe', available: true },
			{ id: 'Ana', available: false, name: 'Ana Maria' },
		]);
		expect(await store.setAvailability('Ana', true)).toBe(true);
		expect(await available()).toEqual([true, true]);
		expect(await store.setAvailability('nobody', true)).toBe(false);
	});

	test('versions settings, and refuses to let another flow change them unawares', async () => {
		const scenarios = [...DEFAULT_SCENARIOS];
		const changed = scenarios.map((one) => ({ ...one, enabled: false }));
		const save = (savedBy: string, given = scenarios, replace = false) =>
			store.saveBotSettings({ botId: 'b', scenarios: given, savedBy, savedAt: NOON, replace });
		expect(await store.readBotSettings('b')).toBeUndefined();
		expect((await save('flow-1')).version).toBe(1);
		expect((await save('flow-2')).version).toBe(1);
		await expect(save('flow-2', changed)).rejects.toMatchObject({ code: 'SETTINGS_CONFLICT' });
		expect((await store.readBotSettings('b'))?.scenarios).toEqual(scenarios);
		expect((await save('flow-1', changed)).version).toBe(2);
		expect((await save('flow-2', scenarios, true)).version).toBe(3);
	});

	test('numbers events in the order of their commits and reads on from a place', async () => {
		expect(await store.lastEventSeq()).toBe(0);
		await create();
		await write(event('handover.requested'), event('action.done'));
		await write(event('bot.resumed'));
		const events = await store.readEvents(0, 2);
		expect(events.map(({ type }) => type)).toEqual(['handover.requested', 'action.done']);
		const rest = await store.readEvents(events[1]!.seq, 10);
		expect(rest.map(({ type }) => type)).toEqual(['bot.resumed']);
		expect(await store.lastEventSeq()).toBe(rest[0]!.seq);
	});

	test('never moves a cursor back', async () => {
		expect(await store.readCursor('r')).toEqual({ seq: null, heldBy: null, sign: 0 });
		await store.saveCursor('r', 5);
		await store.saveCursor('r', 3);
		expect(await store.readCursor('r')).toMatchObject({ seq: 5 });
	});

	test('looks up a task of the conversation', async () => {
		await create();
		await write({ type: 'task', task: aTask({ assignee: 'Ana' }) });
		const { task } = await store.snapshot(ref, { taskId: 't1' });
		expect(task).toEqual(anOpen(aTask({ assignee: 'Ana' })));
		expect((await store.snapshot(ref, { taskId: 't2' })).task).toBeUndefined();
		expect((await store.snapshot(ref, {})).task).toBeUndefined();
		const elsewhere = { botId: 'b', conversationId: 'another' };
		expect((await store.snapshot(elsewhere, { taskId: 't1' })).task).toBeUndefined();
	});

	test("keeps a channel's latest settings, also after it was opened again", async () => {
		expect(await store.readChannel('n8n/1')).toBeUndefined();
		const first = { id: 'n8n/1', url: 'https://a.example', secret: 'whsec_1', savedAt: NOON };
		const second = { id: 'n8n/1', url: 'https://b.example', secret: 'whsec_2', savedAt: NOON + 1 };
		await store.saveChannel(first);
		await store.saveChannel(second);
		await store.saveChannel({ ...first, id: 'n8n/2' });
		await store.close();
		store = await reopen();
		expect(await store.readChannel('n8n/1')).toEqual(second);
		expect(await store.readChannel('n8n/2')).toEqual({ ...first, id: 'n8n/2' });
	});

	test('spends no more in a day than it may, whoever spends it', async () => {
		const other = await reopen();
		const spends = Array.from({ length: 6 }, (_, index) =>
			(index % 2 ? other : store).spend('model', '2026-11-22', 4),
		);
		expect((await Promise.all(spends)).filter(Boolean)).toHaveLength(4);
		await other.close();
		expect(await store.spend('another model', '2026-11-22', 1)).toBe(true);
	});

	test('begins each day anew, and counts what comes late for the latest one', async () => {
		expect(await store.spend('model', '2026-11-22', 1)).toBe(true);
		expect(await store.spend('model', '2026-11-23', 1)).toBe(true);
		expect(await store.spend('model', '2026-11-22', 1)).toBe(false);
		expect(await store.spend('model', '2026-11-23', 2)).toBe(true);
	});

	test('still knows what was spent after it was opened again', async () => {
		await store.spend('model', '2026-11-22', 1);
		await store.close();
		store = await reopen();
		expect(await store.spend('model', '2026-11-22', 1)).toBe(false);
		expect(await store.spend('model', '2026-11-22', 0)).toBe(false);
	});

	test('refuses calls once it is closed, and may be closed twice', async () => {
		await store.close();
		await store.close();
		await expect(store.read(ref)).rejects.toMatchObject({ code: 'STORE_CLOSED' });
	});
}

/** The fields of `whole` that `changed` names. */
function partOf<Whole extends object>(whole: Whole, changed: Partial<Whole>): Partial<Whole> {
	const names = Object.keys(changed) as Array<keyof Whole>;
	return Object.fromEntries(names.map((name) => [name, whole[name]])) as Partial<Whole>;
}

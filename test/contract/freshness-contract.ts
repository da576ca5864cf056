import type { Conversation, Message } from '../../handover/conversation/conversation';
import { DEFAULT_SCENARIOS } from '../../handover/scenarios/default-scenarios';
import type { Store, Write } from '../../handover/stores/store';
import { randomBelow } from './random-below';
import { aHandover, conversation, message, NOON, ref } from './store-builders';

/** More than a store may keep of one conversation in memory. */
const MANY = 40;
const RUNS = 30;
const STEPS = 120;

/**
 * What a store says is what is in it now, however it was asked before, and whoever has written since.
 * Each test writes through one handle and reads through the other, or fails in the middle.
 */
export function freshnessContract(
	open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>,
) {
	let store: Store;
	let other: Store;
	const write = (by: Store, ...writes: Write[]) =>
		by.change(ref, {}, () => ({ result: undefined, writes }));
	const tagged = (...tags: string[]): Write => ({
		type: 'conversation',
		conversation: { ...conversation, tags },
	});
	const settingsOf = (by: Store, savedBy: string, enabled: boolean, replace = false) =>
		by.saveBotSettings({
			botId: ref.botId,
			scenarios: DEFAULT_SCENARIOS.map((one) => ({ ...one, enabled })),
			savedBy,
			savedAt: NOON,
			replace,
		});
	const look = (by: Store, transcript = MANY) => by.snapshot(ref, { transcript, settings: true });
	const texts = (lines: Message[]) => lines.map(({ text }) => text);
	const textsOf = async (by: Store, count = MANY) => texts((await look(by, count)).transcript);

	beforeEach(async () => {
		const opened = await open();
		store = opened.store;
		other = await opened.reopen();
		await write(store, { type: 'conversation', conversation }, message('first'));
		for (const one of [store, other]) await look(one);
	});
	afterEach(async () => {
		await store.close();
		await other.close();
	});

	test('sees what the other handle has written, in turns', async () => {
		for (let turn = 1; turn <= 3; turn++) {
			for (const [by, reader] of [
				[store, other],
				[other, store],
			] as const) {
				await write(by, tagged(`${turn}`), message(`line ${turn}`));
				const seen = await look(reader);
				expect(seen.conversation?.tags).toEqual([`${turn}`]);
				expect(seen.transcript.at(-1)?.text).toBe(`line ${turn}`);
				expect(seen.nextMessageSeq).toBe(seen.transcript.length + 1);
			}
		}
	});

	test('decides on what the other handle has written', async () => {
		await write(other, tagged('new'), message('second'));
		const seen = await store.change(ref, { transcript: MANY }, (snapshot) => ({
			result: snapshot,
			writes: [message('third')],
		}));
		expect(seen.conversation?.tags).toEqual(['new']);
		expect(texts(seen.transcript)).toEqual(['first', 'second']);
		expect(await textsOf(other)).toEqual(['first', 'second', 'third']);
	});

	test('decides on what the other handle has written, also after a conversation that nobody asked for before', async () => {
		const unasked = { botId: 'b', conversationId: 'unasked' };
		const begin: Write = { type: 'conversation', conversation: { ...conversation, ...unasked } };
		await other.change(unasked, {}, () => ({ result: undefined, writes: [begin] }));
		await write(other, tagged('new'), message('second'));
		const settings = await settingsOf(other, 'flow', false);
		for (const asked of [unasked, ref, unasked]) {
			const seen = await store.change(asked, { transcript: MANY, settings: true }, (snapshot) => ({
				result: snapshot,
				writes: [message('third')],
			}));
			expect(seen.settings).toEqual(settings);
			expect(seen.conversation?.tags).toEqual(asked === ref ? ['new'] : conversation.tags);
		}
		expect(await textsOf(store)).toEqual(['first', 'second', 'third']);
	});

	test('forgets what a decision wrote that could not be kept', async () => {
		await write(store, { type: 'handover', handover: aHandover() });
		const failing = write(store, tagged('never'), message('never'), {
			type: 'handover',
			handover: aHandover({ id: 'h2', messageSeq: 2 }),
		});
		await expect(failing).rejects.toThrow();
		for (const one of [store, other]) {
			const seen = await look(one);
			expect(seen.conversation?.tags).toEqual(conversation.tags);
			expect(texts(seen.transcript)).toEqual(['first']);
			expect(seen.nextMessageSeq).toBe(2);
		}
	});

	test('forgets a conversation whose first decision could not be kept', async () => {
		const unknown = { botId: 'b', conversationId: 'never' };
		const failing = store.change(unknown, { transcript: MANY }, () => ({
			result: undefined,
			writes: [
				{ type: 'conversation', conversation: { ...conversation, ...unknown } },
				message('never'),
				{ type: 'handover', handover: aHandover() },
				{ type: 'handover', handover: aHandover({ id: 'h2', messageSeq: 2 }) },
			],
		}));
		await expect(failing).rejects.toThrow();
		const seen = await store.snapshot(unknown, { transcript: MANY });
		expect(seen).toMatchObject({ conversation: undefined, transcript: [], nextMessageSeq: 1 });
	});

	test('keeps what it knew when a decision throws, also after having changed its snapshot', async () => {
		const broken = store.change(ref, { transcript: MANY }, (snapshot) => {
			snapshot.conversation!.tags.push('never');
			snapshot.transcript.pop();
			throw new RangeError('on purpose');
		});
		await expect(broken).rejects.toThrow(RangeError);
		const seen = await look(store);
		expect(seen.conversation).toEqual(conversation);
		expect(texts(seen.transcript)).toEqual(['first']);
	});

	test('hands out, and takes in, what may be changed afterwards', async () => {
		await settingsOf(store, 'flow', true);
		const given: Conversation = structuredClone(conversation);
		await write(store, { type: 'conversation', conversation: given });
		given.tags.push('changed after it was written');
		given.contact.name = 'changed';
		for (const _again of [1, 2, 3]) {
			const seen = await look(store);
			expect(seen.conversation).toEqual(conversation);
			expect(texts(seen.transcript)).toEqual(['first']);
			expect(seen.settings?.scenarios).toEqual(
				DEFAULT_SCENARIOS.map((one) => ({ ...one, enabled: true })),
			);
			seen.conversation!.tags.push('changed after it was read');
			seen.conversation!.attempts.failedAttempts = 7;
			seen.transcript[0]!.text = 'changed';
			seen.transcript.push(seen.transcript[0]!);
			seen.settings!.scenarios.length = 0;
		}
	});

	test.each(['the same', 'the other'])('forgets what %s handle has erased', async (which) => {
		expect(await (which === 'the same' ? store : other).erase(ref)).toBe(true);
		for (const one of [store, other]) {
			const gone = { conversation: undefined, transcript: [], nextMessageSeq: 1 };
			expect(await look(one)).toMatchObject(gone);
		}
		await write(other, tagged('again'), message('anew'));
		for (const one of [store, other]) expect(await textsOf(one)).toEqual(['anew']);
		await write(store, message('and on'));
		expect(await textsOf(other)).toEqual(['anew', 'and on']);
	});

	test.each(['the same', 'the other'])('forgets what %s handle has pruned', async (which) => {
		await write(store, message('later', NOON + 10_000));
		await write(store, { type: 'conversation', conversation: { ...conversation, keepFor: 5_000 } });
		for (const one of [store, other]) expect(await textsOf(one)).toEqual(['first', 'later']);
		const pruning = which === 'the same' ? store : other;
		await pruning.prune({ now: NOON + 10_000, admissionsBefore: 0, eventsBefore: 0 });
		for (const one of [store, other]) expect(await textsOf(one)).toEqual(['later']);
	});

	test('knows no settings that were refused, and those that another handle has saved', async () => {
		const enabledIn = async (one: Store) =>
			(await look(one)).settings?.scenarios.every(({ enabled }) => enabled);
		expect(await enabledIn(store)).toBeUndefined();
		await settingsOf(other, 'flow-1', true);
		expect([await enabledIn(store), await enabledIn(other)]).toEqual([true, true]);
		for (const one of [store, other]) {
			await expect(settingsOf(one, 'flow-2', false)).rejects.toMatchObject({
				code: 'SETTINGS_CONFLICT',
			});
		}
		expect([await enabledIn(store), await enabledIn(other)]).toEqual([true, true]);
		await settingsOf(store, 'flow-2', false, true);
		expect([await enabledIn(store), await enabledIn(other)]).toEqual([false, false]);
		expect((await other.readBotSettings(ref.botId))?.version).toBe(2);
	});

	test('gives as many lines as are asked for, in whatever order of questions', async () => {
		const all = ['first', ...Array.from({ length: MANY - 1 }, (_, index) => `line ${index}`)];
		for (const text of all.slice(1)) await write(store, message(text));
		for (const count of [1, 16, 17, 5, 20, MANY, 3, MANY + 1, 16, 17]) {
			expect(await textsOf(store, count)).toEqual(all.slice(-count));
			await write(store, message(`after ${count}`));
			all.push(`after ${count}`);
			expect(await textsOf(store, count)).toEqual(all.slice(-count));
		}
	});

	test('whatever happens in whatever order, both handles say what is there', async () => {
		for (let seed = 1; seed <= RUNS; seed++) {
			await store.erase(ref);
			const below = randomBelow(seed);
			for (let step = 1; step <= STEPS; step++) {
				const by = below(2) ? store : other;
				await actAtRandom(by, below, step);
				const reader = below(2) ? store : other;
				const count = 1 + below(24);
				const told = await reader.snapshot(ref, { transcript: count });
				const file = await reader.read(ref);
				const where = `seed ${seed}, step ${step}`;
				expect({ where, one: told.conversation }).toEqual({ where, one: file?.conversation });
				const lines = file?.transcript.slice(-count) ?? [];
				expect({ where, lines: told.transcript }).toEqual({ where, lines });
				const last = file?.transcript.at(-1)?.seq;
				if (last) expect({ where, next: told.nextMessageSeq }).toEqual({ where, next: last + 1 });
			}
		}
	}, 180_000);

	/** Most of what a store can do to one conversation; times grow with the steps. */
	async function actAtRandom(by: Store, below: (limit: number) => number, step: number) {
		const now = NOON + step * 1_000;
		const own: Conversation = { ...conversation, keepFor: 20_000, updatedAt: now };
		const write: Write = { type: 'conversation', conversation: { ...own, tags: [`at ${step}`] } };
		const lines = Array.from({ length: below(4) }, (_, index) => message(`${step}.${index}`, now));
		const trim: Write = { type: 'trimTranscript', keep: 1 + below(20), olderThan: now - 30_000 };
		const need = { transcript: below(20), settings: below(2) === 0 };
		const change = (...writes: Write[]) =>
			by.change(ref, need, () => ({ result: undefined, writes }));
		const acts = [
			() => change(write, ...lines),
			() => change(write, ...lines, trim),
			() => change(trim, write, ...lines).catch(() => undefined),
			() => change(...lines).catch(() => undefined),
			() => change(),
			() => by.snapshot(ref, need),
			() =>
				by
					.change(ref, need, () => {
						throw new RangeError('on purpose');
					})
					.catch(() => undefined),
			() =>
				change(
					write,
					...lines,
					{ type: 'handover', handover: aHandover({ id: 'x', messageSeq: step }) },
					{ type: 'handover', handover: aHandover({ id: 'y', messageSeq: step + 1 }) },
				).catch(() => undefined),
			() => settingsOf(by, `flow-${below(2)}`, below(2) === 0).catch(() => undefined),
			() => by.prune({ now, admissionsBefore: 0, eventsBefore: 0 }),
			() => (below(6) ? undefined : by.erase(ref)),
			() => by.saveCursor('reader', step),
		];
		await acts[below(acts.length)]!();
	}
}

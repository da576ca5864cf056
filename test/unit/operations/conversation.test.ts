import { runDueJobs } from '../../../handover/jobs/job-runner';
import { beforeReply } from '../../../handover/operations/before-reply';
import { saveScenarios, saveStaff } from '../../../handover/operations/configure';
import {
	eraseConversation,
	exportConversation,
	readConversation,
} from '../../../handover/operations/conversation-view';
import { acknowledgeEvents, followEvents } from '../../../handover/operations/follow-events';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { openTestServices, type TestServices } from '../../builders/services';

const ref = { botId: 'default', conversationId: 'c' };
let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
	await saveStaff(services, [{ name: 'Ana' }]);
});
afterEach(async () => await services.close());

const receive = async (text = 'secret question') =>
	(await receiveMessage(services, { ...ref, text })).handover;
const types = async () => (await services.store.readEvents(0, 100)).map(({ type }) => type);

describe('a human who types', () => {
	test('has taken over, whether somebody asked them to or not', async () => {
		await receive();
		const reply = await recordHumanReply(services, ref, { text: 'Ana here', staffId: 'Ana' });
		expect(reply).toMatchObject({ owner: 'human', assignee: 'Ana' });
		expect((await receiveMessage(services, { ...ref, text: 'ok' })).output).toBe('human');
		expect(await types()).toEqual(['human.replied']);
	});

	test("is not the echo of the bot's own answer", async () => {
		await beforeReply(services, { ...ref, carried: await receive(), text: 'Five days.' });
		expect((await recordHumanReply(services, ref, { text: 'Five days.' })).owner).toBe('bot');
		expect((await recordHumanReply(services, ref, { text: ' Five  days. ' })).owner).toBe('bot');
		services.clock.advance(10 * 60_000);
		expect((await recordHumanReply(services, ref, { text: 'Five days.' })).owner).toBe('human');
	});

	test('is recorded once when the channel delivers them twice', async () => {
		await receive();
		const once = () => recordHumanReply(services, ref, { text: 'Ana here', messageId: 'r1' });
		await once();
		await once();
		const file = await services.store.read(ref);
		expect(file?.transcript.filter(({ author }) => author === 'human')).toHaveLength(1);
	});

	test('is somebody of the roster, if anybody', async () => {
		await receive();
		const reply = recordHumanReply(services, ref, { text: 'hi', staffId: 'Zed' });
		await expect(reply).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' });
	});
});

test('reading shows a pause that is over as ended', async () => {
	await performAction(services, 'pauseBot', { ...ref, carried: await receive() });
	services.clock.advance(24 * 3_600_000);
	const { view } = await readConversation(services, ref, null);
	expect(view.conversation).toMatchObject({ owner: 'bot', pausedUntil: null });
	expect(view.handover?.endedAt).toBe('2026-11-23T12:00:00.000Z');
});

test('closing ends the handover, and twice is once', async () => {
	await performAction(services, 'addTags', { ...ref, carried: await receive() });
	await closeConversation(services, ref, null);
	await closeConversation(services, ref, null);
	expect((await types()).slice(-2)).toEqual(['conversation.closed', 'handover.ended']);
});

test('an export has every handover and event', async () => {
	await performAction(services, 'addTags', { ...ref, carried: await receive() });
	await returnToBot(services, ref, 'handedBack', null);
	await performAction(services, 'addTags', { ...ref, carried: await receive('again') });
	const exported = await exportConversation(services, ref);
	expect(exported.handovers).toHaveLength(2);
	expect(exported.events.map(({ type }) => type)).toContain('handover.ended');
});

test('what was erased is gone, also from the file', async () => {
	await performAction(services, 'createTask', { ...ref, carried: await receive() });
	await eraseConversation(services, ref);
	await expect(readConversation(services, ref, null)).rejects.toMatchObject({ status: 404 });
	await expect(eraseConversation(services, ref)).rejects.toMatchObject({
		code: 'CONVERSATION_UNKNOWN',
	});
	const { readFileSync } = await import('node:fs');
	for (const part of ['', '-wal']) {
		expect(readFileSync(services.path + part).includes('secret question')).toBe(false);
	}
});

test('no event carries what somebody wrote', async () => {
	const carried = await receive();
	await performAction(services, 'createTask', { ...ref, carried });
	await performAction(services, 'sendClosingMessage', { ...ref, carried });
	await recordHumanReply(services, ref, { text: 'secret answer' });
	expect(JSON.stringify(await services.store.readEvents(0, 100))).not.toContain('secret');
});

describe('following events', () => {
	test('a new reader starts with what happens from now on', async () => {
		await performAction(services, 'addTags', { ...ref, carried: await receive() });
		expect((await followEvents(services, 'r', [])).events).toEqual([]);
	});

	test('events come again until they are acknowledged', async () => {
		await followEvents(services, 'r', []);
		await performAction(services, 'addTags', { ...ref, carried: await receive() });
		const first = await followEvents(services, 'r', []);
		expect(first.events.map(({ type }) => type)).toEqual(['handover.requested', 'action.done']);
		expect(await followEvents(services, 'r', [])).toEqual(first);
		await acknowledgeEvents(services, 'r', first.upTo);
		expect((await followEvents(services, 'r', [])).events).toEqual([]);
	});

	test('only the types that are asked for, and the others are not read again', async () => {
		await followEvents(services, 'r', []);
		await performAction(services, 'addTags', { ...ref, carried: await receive() });
		const read = await followEvents(services, 'r', ['action.done']);
		expect(read.events.map(({ type }) => type)).toEqual(['action.done']);
		expect(read.upTo).toBe(await services.store.lastEventSeq());
	});

	test('the end of a pause is an event without anybody writing', async () => {
		await performAction(services, 'pauseBot', { ...ref, carried: await receive() });
		await followEvents(services, 'r', []);
		services.clock.advance(24 * 3_600_000);
		await runDueJobs(services);
		const { events } = await followEvents(services, 'r', ['bot.resumed']);
		expect(events).toMatchObject([{ conversationId: 'c', data: { reason: 'pauseEnded' } }]);
	});
});

describe('scenarios', () => {
	const custom = (index: number) => ({
		name: `Custom ${index}`,
		handoverType: 'custom',
		triggerCondition: 'The contact wants a refund.',
	});
	const save = (scenarios: unknown) => saveScenarios(services, { scenarios, savedBy: 'test' });

	test('three custom ones beside the built-in three', async () => {
		const { scenarios } = await save([1, 2, 3].map(custom));
		expect(scenarios).toHaveLength(6);
	});

	test('the seventh is refused, and nothing is saved', async () => {
		await expect(save([1, 2, 3, 4].map(custom))).rejects.toMatchObject({
			code: 'SCENARIOS_TOO_MANY',
		});
		expect(await services.store.readBotSettings('default')).toBeUndefined();
	});

	test.each([
		['no list', {}],
		['a text', ['contactRequest']],
		['an unknown type', [{ name: 'x', handoverType: 'other' }]],
		['an unknown field', [{ ...custom(1), colour: 'red' }]],
		['a custom one called as a built-in one', [{ ...custom(1), name: 'contactRequest' }]],
		['a built-in one under another name', [{ name: 'x', handoverType: 'contactRequest' }]],
		['a custom one without a condition', [{ name: 'x', handoverType: 'custom' }]],
		['two of the same name', [custom(1), custom(1)]],
		['a threshold over 1', [{ ...custom(1), threshold: 2 }]],
	])('%s is refused', async (_case, scenarios) => {
		await expect(save(scenarios)).rejects.toMatchObject({ code: 'SCENARIO_INVALID' });
	});

	test('a custom one that is off may be without a condition, for somebody has begun to write it', async () => {
		const draft = { name: 'x', handoverType: 'custom', enabled: false };
		await expect(save([draft])).resolves.toMatchObject({
			scenarios: expect.arrayContaining([expect.objectContaining(draft)]),
		});
	});

	test('a name that is too long is called by its beginning, without half of an emoji', async () => {
		const refused = save([{ ...custom(1), name: `${'x'.repeat(79)}😀` }]);
		await expect(refused).rejects.toThrow(`Scenario 1 ("${'x'.repeat(79)}"): name is not valid.`);
	});

	test.each([
		['a sleep time of 31 days', { sleepTime: 31, sleepTimeUnit: 'days' }, 'PAUSE_OUT_OF_RANGE'],
		['a task in ten years', { taskDueIn: 3_650, taskDueUnit: 'days' }, 'DUE_OUT_OF_RANGE'],
		['31 days to accept', { acceptWithin: 31, acceptUnit: 'days' }, 'ACCEPT_OUT_OF_RANGE'],
		['10,000 tags', { tags: Array.from({ length: 10_000 }, (_, i) => `tag${i}`) }, 'TAGS_TOO_MANY'],
	])('%s is refused before anybody needs it', async (_case, settings, code) => {
		await expect(save([{ ...custom(1), ...settings }])).rejects.toMatchObject({ code });
	});

	test.each([
		['two of the same name', [custom(1), custom(1)], 'Two scenarios are called "Custom 1".'],
		['51 examples', [{ ...custom(1), examples: Array(51).fill('x') }], 'at most 50'],
		['a long example', [{ ...custom(1), examples: ['x', 'y'.repeat(501)] }], '500 characters'],
		['a long name', [{ ...custom(1), name: 'x'.repeat(81) }], '80 characters'],
		['no name', [{ ...custom(1), name: ' ' }], 'name is not valid. It has 1 to 80'],
		['a threshold over 1', [{ ...custom(1), threshold: 2 }], 'a number from 0 to 1'],
		['a long closing message', [{ ...custom(1), finalMessage: 'x'.repeat(5_001) }], '5000'],
		['an unknown unit', [{ ...custom(1), sleepTimeUnit: 'weeks' }], 'minutes, hours or days'],
		['an unknown field', [{ ...custom(1), colour: 'red' }], 'There is no such field.'],
	])('%s is refused with what is wrong', async (_case, scenarios, message) => {
		await expect(save(scenarios)).rejects.toThrow(message);
	});

	test("HighLevel's own fields are understood", async () => {
		const highLevel = {
			name: 'contactRequest',
			handoverType: 'contactRequest',
			enabled: true,
			triggerCondition: 'asks for a human',
			examples: ['Can I talk to a human?'],
			assignToUserId: 'Ana',
			skipAssignToUser: false,
			createTask: true,
			reactivateEnabled: true,
			sleepTime: 2,
			sleepTimeUnit: 'hours',
			finalMessage: 'Bye',
			tags: ['x'],
		};
		const { scenarios } = await save([highLevel]);
		expect(scenarios.find(({ name }) => name === 'contactRequest')).toEqual(highLevel);
	});
});

import type { ActionKind } from '../../../handover/conversation/handover';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { saveScenarios, saveStaff } from '../../../handover/operations/configure';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { returnToBot } from '../../../handover/operations/own-conversation';
import type { Scenario } from '../../../handover/scenarios/scenario';
import { NOON, openTestServices, type TestServices } from '../../builders/services';

const HOUR = 3_600_000;
const trigger = {
	scenario: 'contactRequest',
	probability: 0.97,
	evidence: [],
	classifier: 'scripted/1',
};
let services: TestServices;
let carried: HandoverData;
let ref = { botId: 'default', conversationId: 'c' };

beforeEach(async () => {
	services = await openTestServices();
	await saveStaff(services, [{ name: 'Ana' }, { name: 'Ben' }, { name: 'Chloe' }]);
	ref = { botId: 'default', conversationId: 'c' };
	await startTurn('Can I talk to a human?');
});
afterEach(async () => await services.close());

async function startTurn(text: string, contact: object = {}): Promise<void> {
	const { handover } = await receiveMessage(services, { ...ref, text, contact });
	carried = { ...handover, trigger };
}
const perform = async (kind: ActionKind, fields: unknown = {}) => {
	const done = await performAction(services, kind, { ...ref, carried, fields });
	carried = done.handover;
	return done;
};
const file = async () => (await services.store.read(ref))!;
const scenario = (given: Partial<Scenario>) =>
	saveScenarios(services, {
		scenarios: [{ name: 'contactRequest', handoverType: 'contactRequest', ...given }],
		savedBy: 'test',
	});

describe('every action', () => {
	test('opens the handover when it is the first, and joins it otherwise', async () => {
		await perform('addTags');
		await perform('createTask');
		const { handovers, conversation } = await file();
		expect(handovers).toHaveLength(1);
		expect(handovers[0]).toMatchObject({
			scenario: 'contactRequest',
			probability: 0.97,
			endedAt: null,
		});
		expect(conversation).toMatchObject({ owner: 'waiting', epoch: 1 });
	});

	test('is applied once, whatever is retried', async () => {
		for (const kind of [...ACTION_KINDS, ...ACTION_KINDS]) await perform(kind);
		const { handover, tasks, notifications, transcript, conversation } = await file();
		expect(handover?.actions.map(({ kind, status, attempts }) => [kind, status, attempts])).toEqual(
			ACTION_KINDS.map((kind) => [kind, 'done', 1]),
		);
		expect(tasks).toHaveLength(1);
		expect(notifications).toHaveLength(2);
		expect(transcript.filter(({ author }) => author === 'bot')).toHaveLength(1);
		expect(conversation.tags).toEqual(['human_handover']);
	});

	test('all at once open one handover', async () => {
		await Promise.all(
			ACTION_KINDS.map((kind) => performAction(services, kind, { ...ref, carried, fields: {} })),
		);
		expect((await file()).handovers).toHaveLength(1);
	});

	test('that failed leaves the others alone and may be tried again', async () => {
		const failed = await perform('pauseBot', { pauseFor: 31, pauseUnit: 'days' });
		expect(failed).toMatchObject({
			output: 'failed',
			handover: { action: { status: 'failed', error: { code: 'PAUSE_OUT_OF_RANGE' } } },
		});
		expect((await perform('addTags')).output).toBe('done');
		expect((await file()).conversation.pause).toBeNull();
		const again = await perform('pauseBot');
		expect(again.handover.action).toMatchObject({ status: 'done', attempts: 2, error: null });
	});

	test('of a conversation that nobody knows is refused', async () => {
		const action = performAction(services, 'addTags', { conversationId: 'nobody' });
		await expect(action).rejects.toMatchObject({ code: 'CONVERSATION_UNKNOWN', status: 404 });
	});

	test('that is retried after the handback starts nothing new', async () => {
		const stale = carried;
		await perform('addTags');
		await returnToBot(services, ref, 'handedBack', null);
		carried = stale;
		expect((await perform('createTask')).handover.owner).toBe('bot');
		expect(await file()).toMatchObject({ handovers: [{ id: 'id-1' }], tasks: [] });
	});

	test('is not done for a decision that a human has overtaken', async () => {
		await recordHumanReply(services, ref, { text: 'Ana here', staffId: 'Ana' });
		await returnToBot(services, ref, 'handedBack', null);
		const late = await perform('sendClosingMessage');
		expect(late.handover).toMatchObject({
			reply: null,
			owner: 'bot',
			action: { status: 'skipped' },
		});
		expect(await file()).toMatchObject({ handovers: [], transcript: [{}, { author: 'human' }] });
	});

	test('that nobody has done when the handover ends is not done any more', async () => {
		await perform('addTags');
		await returnToBot(services, ref, 'handedBack', null);
		const { handover } = await file();
		expect(handover?.actions.map(({ status }) => status)).not.toContain('pending');
	});

	test("without a scenario is the flow's own decision", async () => {
		carried = { ...carried, trigger: null };
		await perform('addTags');
		expect((await file()).handover?.scenario).toBe('flow');
	});
});

describe('Assign Conversation', () => {
	test('goes round, and on from where it was after a restart', async () => {
		const order: Array<string | null> = [];
		for (const conversationId of ['a', 'b', 'c2', 'd']) {
			ref = { botId: 'default', conversationId };
			await startTurn('a human please');
			order.push((await perform('assignConversation')).handover.assignee);
		}
		expect(order).toEqual(['Ana', 'Ben', 'Chloe', 'Ana']);
	});

	test('keeps the person who had the conversation before', async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(services, ref, 'handedBack', null);
		await startTurn('a human again please');
		expect((await perform('assignConversation')).handover.assignee).toBe('Chloe');
	});

	test("keeps nobody who is not among the node's own people any more", async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(services, ref, 'handedBack', null);
		await startTurn('a human again please');
		const next = await perform('assignConversation', { staffIds: ['Ana', 'Ben'] });
		expect(next.handover.assignee).toBe('Ana');
	});

	test('asks the rule instead when it is not to keep them', async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(services, ref, 'handedBack', null);
		await startTurn('a human again please');
		const next = await perform('assignConversation', { keepCurrentAssignee: false });
		expect(next.handover.assignee).toBe('Ana');
	});

	test("takes the scenario's staff member before the node's", async () => {
		await scenario({ assignToUserId: 'Ben' });
		const next = await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		expect(next.handover).toMatchObject({ assignee: 'Ben', owner: 'human' });
	});

	test('fails for a person nobody knows, and assigns nobody', async () => {
		const failed = await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Zed' });
		expect(failed).toMatchObject({
			output: 'failed',
			handover: { owner: 'waiting', assignee: null, action: { error: { code: 'STAFF_UNKNOWN' } } },
		});
	});

	test("goes round among the node's own people only", async () => {
		const next = await perform('assignConversation', { staffIds: ['Chloe'] });
		expect(next.handover.assignee).toBe('Chloe');
	});
});

describe('Create Task', () => {
	test('is due exactly 24 hours after the request, and belongs to the assignee', async () => {
		await perform('assignConversation');
		services.clock.advance(5_000);
		await perform('createTask');
		expect((await file()).tasks).toMatchObject([
			{ dueAt: NOON + 24 * HOUR, assignee: 'Ana', status: 'open' },
		]);
	});

	test('gets its assignee later when the assignment comes after it', async () => {
		await perform('createTask');
		expect((await file()).tasks[0]?.assignee).toBeNull();
		await perform('assignConversation');
		expect((await file()).tasks[0]?.assignee).toBe('Ana');
	});

	test('replaces the literal default by a summary of the transcript', async () => {
		await perform('createTask');
		expect((await file()).tasks[0]?.description).toContain('Can I talk to a human?');
	});

	test("keeps a description of the builder's own", async () => {
		await perform('createTask', { description: 'Call back' });
		expect((await file()).tasks[0]?.description).toBe('Call back');
	});

	test.each([
		[15, 'minutes', 15 * 60_000],
		[3, 'hours', 3 * HOUR],
		['2', 'days', 48 * HOUR],
	])('due in %s %s', async (dueIn, dueUnit, after) => {
		await perform('createTask', { dueIn, dueUnit });
		expect((await file()).tasks[0]?.dueAt).toBe(NOON + after);
	});

	test.each([
		[-1, 'hours'],
		[366, 'days'],
		['soon', 'hours'],
		[1, 'weeks'],
	])('is not due in %s %s', async (dueIn, dueUnit) => {
		expect((await perform('createTask', { dueIn, dueUnit })).handover.action?.error?.code).toBe(
			'DUE_OUT_OF_RANGE',
		);
	});
});

describe('Send Closing Message', () => {
	const standard = 'Thank you! Someone from the team will get back to you.';
	const messages = { de: 'Danke!', 'pt-BR': 'Obrigado!' };

	test.each([
		[null, standard],
		['en', standard],
		['de', 'Danke!'],
		['de-AT', 'Danke!'],
		['PT_br', 'Obrigado!'],
		['pt', standard],
	])('in the language %s', async (language, text) => {
		await startTurn('a human', { language });
		expect((await perform('sendClosingMessage', { messages })).handover.reply).toBe(text);
	});

	test('is handed out by the run that sent it, and by no other', async () => {
		const first = await perform('sendClosingMessage');
		expect(first.handover.reply).toBe(standard);
		carried = { ...carried, reply: null };
		expect((await perform('sendClosingMessage')).handover.reply).toBeNull();
	});

	test("takes the scenario's text before the node's", async () => {
		await scenario({ finalMessage: 'One moment.' });
		expect((await perform('sendClosingMessage', { message: 'Bye' })).handover.reply).toBe(
			'One moment.',
		);
	});

	test('does not talk over a human who already answers', async () => {
		await perform('assignConversation');
		await recordHumanReply(services, ref, { text: 'Hi, Ana here', staffId: 'Ana' });
		const skipped = await perform('sendClosingMessage');
		expect(skipped.handover).toMatchObject({ reply: null, action: { status: 'skipped' } });
	});
});

describe('Pause Bot', () => {
	test.each([
		[{}, 24 * HOUR],
		[{ pauseFor: 5, pauseUnit: 'minutes' }, 5 * 60_000],
		[{ pauseFor: 30, pauseUnit: 'days' }, 30 * 24 * HOUR],
	])('%o', async (fields, span) => {
		await perform('pauseBot', fields);
		expect((await file()).conversation.pause).toEqual({ until: NOON + span });
	});

	test('a clock that was wrong once does not shift it', async () => {
		services.clock.advance(365 * 24 * HOUR);
		await startTurn('a human');
		services.clock.advance(-365 * 24 * HOUR);
		await startTurn('a human');
		await perform('pauseBot');
		await perform('createTask');
		expect(await file()).toMatchObject({
			conversation: { pause: { until: NOON + 24 * HOUR } },
			tasks: [{ dueAt: NOON + 24 * HOUR }],
		});
	});

	test('until resumed', async () => {
		const paused = await perform('pauseBot', { untilResumed: true });
		expect(paused.handover.pausedUntil).toBeNull();
		services.clock.advance(40 * 24 * HOUR);
		expect((await receiveMessage(services, { ...ref, text: 'hello?' })).output).toBe('human');
	});

	test.each([
		[-1, 'hours'],
		[0, 'hours'],
		[31, 'days'],
		[721, 'hours'],
		[Number.NaN, 'hours'],
		['', 'hours'],
		[1, 'months'],
	])('%s %s is refused, and nothing is paused', async (pauseFor, pauseUnit) => {
		const failed = await perform('pauseBot', { pauseFor, pauseUnit });
		expect(failed.handover.action?.error?.code).toBe('PAUSE_OUT_OF_RANGE');
		expect((await file()).conversation.pause).toBeNull();
	});

	test("takes the scenario's sleep time before the node's", async () => {
		await scenario({ reactivateEnabled: true, sleepTime: 2, sleepTimeUnit: 'days' });
		await perform('pauseBot');
		expect((await file()).conversation.pause).toEqual({ until: NOON + 48 * HOUR });
	});
});

describe('Add Tags', () => {
	test.each([
		[undefined, ['human_handover']],
		[' vip , urgent,vip,, ', ['vip', 'urgent']],
		[
			['a ', 'a', 'b'],
			['a', 'b'],
		],
	])('%o', async (tags, expected) => {
		await perform('addTags', { tags });
		expect((await file()).conversation.tags).toEqual(expected);
	});

	test('never overwrites the tags that are there', async () => {
		await perform('addTags', { tags: 'first' });
		await returnToBot(services, ref, 'handedBack', null);
		await startTurn('a human again');
		await perform('addTags', { tags: 'second, first' });
		expect((await file()).conversation.tags).toEqual(['first', 'second']);
	});

	test.each([
		[Array.from({ length: 10_000 }, (_, index) => `tag${index}`), 'TAGS_TOO_MANY'],
		[['x'.repeat(101)], 'TAGS_INVALID'],
		[[7], 'TAGS_INVALID'],
		[{ a: 1 }, 'TAGS_INVALID'],
	])('refuses bad ones whole', async (tags, code) => {
		expect((await perform('addTags', { tags })).handover.action?.error?.code).toBe(code);
		expect((await file()).conversation.tags).toEqual([]);
	});
});

describe('Notify Staff', () => {
	const notified = async () =>
		(await file()).notifications.map(({ staffId, reason }) => [staffId, reason]);

	test.each([
		[
			true,
			true,
			[
				['Ana', 'conversationAssigned'],
				['Ana', 'taskAssigned'],
			],
		],
		[true, false, [['Ana', 'conversationAssigned']]],
		[false, true, [['Ana', 'taskAssigned']]],
		[false, false, []],
	])(
		'conversation %s, task %s',
		async (notifyConversationAssigned, notifyTaskAssigned, expected) => {
			await saveStaff(services, [{ name: 'Ana', notifyConversationAssigned, notifyTaskAssigned }]);
			await perform('assignConversation');
			await perform('createTask');
			await perform('notifyStaff');
			expect(await notified()).toEqual(expected);
		},
	);

	test('says nothing of a task that was not created', async () => {
		await scenario({ createTask: false });
		for (const kind of ['assignConversation', 'createTask', 'notifyStaff'] as const)
			await perform(kind);
		expect(await notified()).toEqual([['Ana', 'conversationAssigned']]);
	});

	test('fails while nobody is assigned, and may be tried again when somebody is', async () => {
		const failed = await perform('notifyStaff');
		expect(failed.handover.action?.error?.code).toBe('STAFF_NOBODY_AVAILABLE');
		await perform('assignConversation');
		expect((await perform('notifyStaff')).output).toBe('done');
		expect(await notified()).toHaveLength(1);
	});
});

test('a scenario can switch each action off', async () => {
	await scenario({
		skipAssignToUser: true,
		createTask: false,
		skipFinalMessage: true,
		skipPause: true,
		skipTags: true,
		skipNotify: true,
	});
	for (const kind of ACTION_KINDS) await perform(kind);
	const { handover } = await file();
	expect(handover?.actions.map(({ status }) => status)).toEqual(ACTION_KINDS.map(() => 'skipped'));
});

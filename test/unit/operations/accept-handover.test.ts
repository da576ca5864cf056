import { actionStage } from '../../builders/action-stage';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import { acceptHandover } from '../../../handover/operations/accept-handover';
import { saveStaff } from '../../../handover/operations/configure';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';

const MINUTE = 60_000;
const stage = actionStage();
const { file, perform, scenario } = stage;

const accept = (staffId?: string) => acceptHandover(stage.services, stage.ref, { staffId });
const pass = async (minutes: number) => {
	stage.services.clock.advance(minutes * MINUTE);
	await runDueJobs(stage.services);
};
const typesOf = async (...types: string[]) =>
	(await file()).events.filter(({ type }) => types.includes(type)).map(({ data }) => data);

describe('the time to accept', () => {
	beforeEach(async () => {
		await perform('assignConversation');
		await perform('createTask');
		await perform('notifyStaff');
	});

	test('is ten minutes, and then the next one has conversation and task, and is told', async () => {
		await pass(9.9);
		expect((await file()).conversation.assignee).toBe('Ana');
		await pass(0.2);
		const { conversation, handover, tasks, notifications } = await file();
		expect(conversation).toMatchObject({ owner: 'human', assignee: 'Ben' });
		expect(tasks).toMatchObject([{ assignee: 'Ben' }]);
		expect(handover?.staffing).toMatchObject({
			tried: [{ staffId: 'Ana', reason: 'notAccepted' }],
			acceptedAt: null,
		});
		expect(
			notifications.filter(({ staffId }) => staffId === 'Ben').map(({ reason }) => reason),
		).toEqual(['conversationAssigned', 'taskAssigned']);
		expect(await typesOf('staff.skipped')).toEqual([{ staffId: 'Ana', reason: 'notAccepted' }]);
	});

	test('runs anew for each, until nobody is left: then it waits, and somebody is told', async () => {
		for (const assignee of ['Ben', 'Chloe', null]) {
			await pass(10);
			expect((await file()).conversation.assignee).toBe(assignee);
		}
		const { conversation, handover, tasks, jobs } = await file();
		expect(conversation).toMatchObject({ owner: 'waiting', openHandoverId: handover!.id });
		expect(tasks).toMatchObject([{ assignee: null, status: 'open' }]);
		expect(await typesOf('handover.unowned')).toEqual([{ alerted: 3, passedOver: 3 }]);
		expect(await typesOf('conversation.unassigned')).toEqual([{ staffId: 'Chloe' }]);
		expect(jobs.filter(({ kind }) => kind === 'acceptBy')).toEqual([]);
		const next = await receiveMessage(stage.services, { ...stage.ref, text: 'Anybody?' });
		expect(next.output).toBe('human');
		await pass(60);
		expect(await typesOf('handover.unowned')).toHaveLength(1);
	});

	test('is over for good when nobody runs for hours: the next one still has all of theirs', async () => {
		await pass(600);
		expect((await file()).conversation.assignee).toBe('Ben');
		await pass(9);
		expect((await file()).conversation.assignee).toBe('Ben');
	});

	test.each([
		['a reply', () => recordHumanReply(stage.services, stage.ref, { text: 'I am here' })],
		['a word', () => accept()],
		['a word with a name', () => accept('Ana')],
	])('is kept by %s', async (_how, act) => {
		await act();
		await pass(60);
		const { conversation, handover } = await file();
		expect(conversation.assignee).toBe('Ana');
		expect(handover?.staffing).toMatchObject({ tried: [], acceptedAt: expect.any(Number) });
		expect(await typesOf('handover.accepted')).toEqual([{ staffId: 'Ana' }]);
	});

	test.each([
		['handed back', () => returnToBot(stage.services, stage.ref, 'handedBack', null)],
		['closed', () => closeConversation(stage.services, stage.ref, null)],
	])('ends when the conversation is %s', async (_how, act) => {
		await act();
		expect((await file()).jobs.map(({ kind }) => kind)).not.toContain('acceptBy');
		await pass(60);
		expect(await typesOf('staff.skipped')).toEqual([]);
	});

	test('tells nobody anew whose scenario notifies nobody', async () => {
		await scenario({ skipNotify: true });
		await pass(10);
		const { conversation, notifications } = await file();
		expect(conversation.assignee).toBe('Ben');
		expect(notifications.map(({ staffId }) => staffId)).not.toContain('Ben');
	});

	test('asks nobody again who did not accept, and those who could not be asked before', async () => {
		await stage.services.store.setAvailability('Ben', false);
		await pass(10);
		expect((await file()).conversation.assignee).toBe('Chloe');
		await stage.services.store.setAvailability('Ben', true);
		await pass(10);
		expect((await file()).conversation.assignee).toBe('Ben');
		await pass(10);
		expect((await file()).conversation).toMatchObject({ owner: 'waiting', assignee: null });
	});
});

test('0 is no limit', async () => {
	await perform('assignConversation', { acceptWithin: 0 });
	expect((await file()).jobs.map(({ kind }) => kind)).not.toContain('acceptBy');
	await pass(600);
	expect((await file()).conversation.assignee).toBe('Ana');
});

test.each([
	[{ acceptWithin: 2 }, 2],
	[{ acceptWithin: 1, acceptUnit: 'hours' as const }, 60],
])("a scenario's own time, %j, wins over the node's", async (settings, minutes) => {
	await scenario(settings);
	await perform('assignConversation', { acceptWithin: 10 });
	for (const assignee of ['Ben', 'Chloe']) {
		await pass(minutes - 1);
		expect((await file()).conversation.assignee).not.toBe(assignee);
		await pass(1);
		expect((await file()).conversation.assignee).toBe(assignee);
	}
});

test("a scenario's 0 is no limit, whatever the node says", async () => {
	await scenario({ acceptWithin: 0 });
	await perform('assignConversation', { acceptWithin: 10 });
	await pass(600);
	expect((await file()).conversation.assignee).toBe('Ana');
});

test('a scenario that says nothing of it leaves it to the node', async () => {
	await scenario({ acceptUnit: 'days', assignToUserId: 'Ana' });
	await perform('assignConversation', { acceptWithin: 3, acceptUnit: 'minutes' });
	await pass(3);
	expect((await file()).conversation.assignee).toBe('Ben');
});

test('a flow that ends before it assigns anybody is told of after ten minutes', async () => {
	await perform('addTags');
	await pass(9);
	expect(await typesOf('handover.unowned')).toEqual([]);
	await pass(1);
	const { conversation, notifications } = await file();
	expect(conversation).toMatchObject({ owner: 'waiting', assignee: null });
	expect(notifications.map(({ reason }) => reason)).toEqual([
		'nobodyAvailable',
		'nobodyAvailable',
		'nobodyAvailable',
	]);
});

describe('whoever accepts', () => {
	test('takes it from the unassigned queue, with its task', async () => {
		await saveStaff(stage.services, [
			{ name: 'Ana', enabled: false },
			{ name: 'Ben', enabled: false },
			{ name: 'Chloe', enabled: false, fallbackContact: true },
		]);
		await perform('assignConversation');
		await perform('createTask');
		expect(await accept('Chloe')).toMatchObject({ owner: 'human', assignee: 'Chloe' });
		const { tasks, handover } = await file();
		expect(tasks).toMatchObject([{ assignee: 'Chloe' }]);
		expect(handover?.staffing).toMatchObject({
			unownedAt: null,
			acceptedAt: expect.any(Number),
			tried: [{ staffId: 'Ana' }, { staffId: 'Ben' }],
		});
	});

	test('takes it from the unassigned queue, also when somebody unknown had it before', async () => {
		await perform('addTags');
		await recordHumanReply(stage.services, stage.ref, { text: 'I am here' });
		const away = ['Ana', 'Ben', 'Chloe'].map((name) => ({ name, enabled: false }));
		await saveStaff(stage.services, away);
		await perform('assignConversation');
		const { conversation, handover } = await file();
		expect(conversation).toMatchObject({ owner: 'waiting', assignee: null });
		expect(handover?.staffing).toMatchObject({ acceptedAt: null, unownedAt: expect.any(Number) });
		expect(await accept('Ana')).toMatchObject({ owner: 'human', assignee: 'Ana' });
	});

	test('may take it from somebody who has not accepted, and not from one who has', async () => {
		await perform('assignConversation');
		expect(await accept('Ben')).toMatchObject({ assignee: 'Ben' });
		expect(await accept('Ben')).toMatchObject({ assignee: 'Ben' });
		await expect(accept('Ana')).rejects.toMatchObject({ code: 'HANDOVER_TAKEN', status: 409 });
		expect(await typesOf('handover.accepted')).toEqual([{ staffId: 'Ben' }]);
	});

	test('and writes gets the task along with the conversation', async () => {
		await perform('assignConversation');
		await perform('createTask');
		await recordHumanReply(stage.services, stage.ref, { text: 'Chloe here', staffId: 'Chloe' });
		const { conversation, tasks } = await file();
		expect(conversation.assignee).toBe('Chloe');
		expect(tasks).toMatchObject([{ assignee: 'Chloe' }]);
	});

	test('is nobody of an earlier handover, when the reply does not say who writes', async () => {
		await perform('assignConversation');
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await stage.startTurn('a human again please');
		await perform('createTask');
		await recordHumanReply(stage.services, stage.ref, { text: 'I am here' });
		expect((await file()).conversation).toMatchObject({ owner: 'human', assignee: null });
		expect(await typesOf('handover.accepted')).toEqual([{ staffId: null }]);
	});

	test('and writes gets the task, also who had an earlier handover', async () => {
		await perform('assignConversation');
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await stage.startTurn('a human again please');
		await perform('createTask');
		await recordHumanReply(stage.services, stage.ref, { text: 'Ana again', staffId: 'Ana' });
		expect((await file()).tasks).toMatchObject([{ assignee: 'Ana' }]);
	});

	test('must be known, and there must be something to accept', async () => {
		await expect(accept('Ana')).rejects.toMatchObject({ code: 'TRANSITION_INVALID' });
		await perform('addTags');
		await expect(accept()).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' });
		await expect(accept('Zed')).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' });
		const elsewhere = { botId: 'default', conversationId: 'nowhere' };
		await expect(acceptHandover(stage.services, elsewhere, {})).rejects.toMatchObject({
			code: 'CONVERSATION_UNKNOWN',
		});
	});
});

import { runDueJobs } from '../../../handover/jobs/job-runner';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import { completeTasks } from '../../../handover/operations/complete-tasks';
import {
	exportConversation,
	readConversation,
} from '../../../handover/operations/conversation-view';
import {
	closeConversation,
	endPause,
	returnToBot,
} from '../../../handover/operations/own-conversation';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { actionStage } from '../../builders/action-stage';
import { NOON } from '../../builders/services';

const HOUR = 3_600_000;
const stage = actionStage();
const { perform, file, startTurn } = stage;

const complete = (input: { staffId?: unknown } = {}) =>
	completeTasks(stage.services, stage.ref, { which: 'allOpen', ...input });
const completeOne = (taskId: unknown, staffId?: string) =>
	completeTasks(stage.services, stage.ref, { which: 'one', taskId, staffId });
const close = () => closeConversation(stage.services, stage.ref, null);
const handBack = () => returnToBot(stage.services, stage.ref, 'handedBack', null);
const told = async (type: string) => (await file()).events.filter((event) => event.type === type);
const timers = async () =>
	(await file()).jobs.filter(({ kind }) => kind === 'taskDue').map(({ payload }) => payload.taskId);
const dayPasses = async () => {
	stage.services.clock.advance(25 * HOUR);
	await runDueJobs(stage.services);
};

beforeEach(async () => {
	await perform('createTask', { description: 'Look at the invoice' });
	await perform('assignConversation', { acceptWithin: 0 });
});

/** Ends the first handover and opens another one, with a task of its own. */
async function secondTask(): Promise<string> {
	await handBack();
	await startTurn('I want a human again');
	await perform('createTask', { description: 'Send the parcel' });
	return (await file()).tasks[1]!.id;
}

describe('completing the tasks of a conversation', () => {
	test('is on record, with who did it, and the task is not due any more', async () => {
		stage.services.clock.advance(HOUR);
		const [{ id } = { id: '' }] = (await file()).tasks;
		const done = await complete({ staffId: 'Ben' });
		expect(done).toMatchObject({ completed: [id], owner: 'human', assignee: 'Ana' });
		expect((await file()).tasks).toMatchObject([
			{ id, status: 'done', completedAt: NOON + HOUR, completedBy: 'Ben', assignee: 'Ana' },
		]);
		const [event, ...others] = await told('task.completed');
		expect(others).toEqual([]);
		expect(event).toMatchObject({
			handoverId: (await file()).handover?.id,
			at: NOON + HOUR,
			data: { taskId: id, assignee: 'Ana', staffId: 'Ben', reason: 'completed' },
		});
		expect(await timers()).toEqual([]);
		await dayPasses();
		expect(await told('task.due')).toEqual([]);
	});

	test('a second time changes nothing, and says so', async () => {
		await complete({ staffId: 'Ana' });
		const before = await file();
		stage.services.clock.advance(HOUR);
		expect(await complete({ staffId: 'Ben' })).toMatchObject({ completed: [] });
		expect(await completeOne(before.tasks[0]!.id)).toMatchObject({ completed: [] });
		expect(await file()).toEqual(before);
	});

	test('may be of one task alone, by its ID', async () => {
		const id = await secondTask();
		const [first] = (await file()).tasks;
		expect(await completeOne(id)).toMatchObject({ completed: [id] });
		expect((await file()).tasks.map(({ status }) => status)).toEqual(['open', 'done']);
		expect(await timers()).toEqual([first!.id]);
		await dayPasses();
		expect((await told('task.due')).map(({ data }) => data['taskId'])).toEqual([first!.id]);
	});

	test('is of those of every handover, and each event names its own', async () => {
		await secondTask();
		const { handovers, tasks } = await file();
		const ids = tasks.map(({ id }) => id);
		expect(await complete()).toMatchObject({ completed: ids });
		expect((await told('task.completed')).map(({ handoverId }) => handoverId)).toEqual(
			handovers.map(({ id }) => id),
		);
	});

	test('also when the task was due before', async () => {
		await dayPasses();
		expect(await complete()).toMatchObject({ completed: [expect.any(String)] });
		expect((await told('task.due')).length).toBe(1);
		expect((await file()).tasks).toMatchObject([{ status: 'done', completedBy: null }]);
	});

	test.each([
		['a task that the conversation does not have', { taskId: 'nothing' }, 'TASK_UNKNOWN'],
		['somebody whom nobody knows', { which: 'allOpen', staffId: 'Zoe' }, 'STAFF_UNKNOWN'],
		['one task without saying which', { task_id: 'a typing error' }, 'TASK_UNKNOWN'],
		['one task whose ID is blank', { taskId: ' ' }, 'TASK_UNKNOWN'],
		['to guess whether all are meant', { which: undefined }, 'SETTINGS_INVALID'],
		['a choice that there is not', { which: 'all' }, 'SETTINGS_INVALID'],
	])('refuses %s', async (_case, input, code) => {
		const before = await file();
		const refused = completeTasks(stage.services, stage.ref, { which: 'one', ...input });
		await expect(refused).rejects.toMatchObject({ code });
		expect(await file()).toEqual(before);
	});

	test('of all does not look at an ID that comes along', async () => {
		const all = { which: 'allOpen', taskId: 'of something else' };
		const { completed } = await completeTasks(stage.services, stage.ref, all);
		expect(completed).toHaveLength(1);
	});

	test("refuses another conversation's task", async () => {
		const [{ id } = { id: '' }] = (await file()).tasks;
		const other = { ...stage.ref, conversationId: 'other' };
		await receiveMessage(stage.services, { ...other, text: 'Hello' });
		await expect(
			completeTasks(stage.services, other, { which: 'one', taskId: id }),
		).rejects.toMatchObject({
			code: 'TASK_UNKNOWN',
		});
		await expect(
			completeTasks(stage.services, { ...other, conversationId: 'unknown' }, { which: 'allOpen' }),
		).rejects.toMatchObject({ code: 'CONVERSATION_UNKNOWN' });
	});
});

describe('what else happens to open tasks', () => {
	test('closing the conversation completes them, and says why', async () => {
		await secondTask();
		await close();
		expect((await file()).tasks).toMatchObject([
			{ status: 'done', completedBy: null },
			{ status: 'done', completedBy: null },
		]);
		expect((await told('task.completed')).map(({ data }) => data['reason'])).toEqual([
			'closed',
			'closed',
		]);
		const before = await file();
		await close();
		expect(await file()).toEqual(before);
		await dayPasses();
		expect(await told('task.due')).toEqual([]);
	});

	test('closing also completes those that an earlier version left open when it closed', async () => {
		await close();
		const { tasks, handover } = await file();
		const task = { ...tasks[0]!, id: 'left' };
		await stage.services.store.change(stage.ref, {}, () => ({
			result: undefined,
			writes: [{ type: 'task', task }],
		}));
		await close();
		const events = await told('task.completed');
		expect(events.at(-1)).toMatchObject({ handoverId: handover!.id, data: { taskId: 'left' } });
		expect(await told('conversation.closed')).toHaveLength(1);
	});

	test.each([
		['handed back', handBack],
		['resumed', () => returnToBot(stage.services, stage.ref, 'resumed', null)],
		[
			'left alone until its pause ends',
			async () => {
				await perform('pauseBot', { pauseFor: 1 });
				stage.services.clock.advance(2 * HOUR);
				await endPause(stage.services, stage.ref);
			},
		],
	])('a conversation that is %s keeps them open', async (_how, happens) => {
		await happens();
		expect((await file()).conversation.owner).toBe('bot');
		expect((await file()).tasks).toMatchObject([{ status: 'open' }]);
		await dayPasses();
		expect(await told('task.due')).toHaveLength(1);
	});
});

async function next(text: string) {
	const message = { ...stage.ref, text };
	return await awaitTurn(
		stage.services,
		await receiveMessage(stage.services, message, { orderPatience: 0 }),
	);
}

describe('who sees that a task was done', () => {
	test('whoever reads or exports the conversation', async () => {
		stage.services.clock.advance(HOUR);
		const [{ id } = { id: '' }] = (await file()).tasks;
		const shown = async () => [
			(await readConversation(stage.services, stage.ref, null)).view.tasks,
			(await exportConversation(stage.services, stage.ref)).tasks,
		];
		const open = { id, status: 'open', completedAt: null, completedBy: null };
		for (const tasks of await shown()) expect(tasks).toMatchObject([open]);
		await complete({ staffId: 'Ben' });
		const completedAt = new Date(NOON + HOUR).toISOString();
		const done = { id, status: 'done', completedAt, completedBy: 'Ben' };
		for (const tasks of await shown()) expect(tasks).toMatchObject([done]);
	});

	test('the bot that gets the conversation back', async () => {
		await secondTask();
		await completeOne((await file()).tasks[1]!.id, 'Ben');
		await handBack();
		const caughtUp = (await next('Hello')).handover.catchUp!;
		expect(caughtUp.openTasks).toMatchObject([{ description: 'Look at the invoice' }]);
		expect(caughtUp.doneTasks).toEqual([
			{ description: 'Send the parcel', completedAt: expect.any(String), completedBy: 'Ben' },
		]);
		expect(caughtUp.text).toContain('Tasks that the team has done:\n- "Send the parcel (Ben)"');
	});

	test('the bot of a conversation that was closed, and not that somebody has done it', async () => {
		const id = await secondTask();
		await completeOne(id, 'Ben');
		await close();
		const { doneTasks, openTasks, text } = (await next('Hello')).handover.catchUp!;
		expect(openTasks).toEqual([]);
		expect(doneTasks.map(({ completedBy }) => completedBy)).toEqual([null, 'Ben']);
		expect(text).toContain('Tasks that the team has done:\n- "Send the parcel (Ben)"\n');
		expect(text).toContain('Tasks that are no longer open:\n- "Look at the invoice"\n');
	});

	test.each([
		['with more lines than a prompt takes', {}, 60],
		['of which few lines are kept', { keepMessages: 2 }, 4],
	])('the bot that gets back a long one, %s', async (_which, keep, lines) => {
		await complete();
		for (let line = 0; line < lines; line += 1) {
			stage.services.clock.advance(1000);
			const message = { ...stage.ref, text: `Line ${line}` };
			await receiveMessage(stage.services, message, keep);
		}
		await handBack();
		const { doneTasks, unanswered } = (await next('Hello')).handover.catchUp!;
		expect(doneTasks).toMatchObject([{ description: 'Look at the invoice' }]);
		expect(unanswered[0]!.text).not.toBe('Can I talk to a human?');
	});

	test('not the bot that has the conversation when it is done', async () => {
		await handBack();
		const { handover } = await next('Hello');
		await beforeReply(stage.services, { ...stage.ref, carried: handover, text: 'Hi' });
		await complete({ staffId: 'Ben' });
		stage.services.clock.advance(HOUR);
		expect((await next('Hello again')).handover.catchUp).toBeNull();
		await secondTask();
		await handBack();
		expect((await next('And again')).handover.catchUp).toMatchObject({ doneTasks: [] });
	});

	test('not the bot that has heard of it before', async () => {
		await complete();
		await handBack();
		const { handover } = await next('Hello');
		await beforeReply(stage.services, { ...stage.ref, carried: handover, text: 'Hi' });
		stage.services.clock.advance(HOUR);
		await secondTask();
		await handBack();
		const { catchUp } = (await next('Hello again')).handover;
		expect(catchUp).toMatchObject({
			doneTasks: [],
			openTasks: [{ description: 'Send the parcel' }],
		});
	});
});

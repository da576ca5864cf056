import { actionStage } from '../../builders/action-stage';
import { NOON } from '../../builders/services';

const HOUR = 3_600_000;
const stage = actionStage();
const { perform, file } = stage;

describe('Create Task', () => {
	test('is due exactly 24 hours after the request, and belongs to the assignee', async () => {
		await perform('assignConversation');
		stage.services.clock.advance(5_000);
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

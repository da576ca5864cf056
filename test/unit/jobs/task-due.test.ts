import { runDueJobs } from '../../../handover/jobs/job-runner';
import { returnToBot } from '../../../handover/operations/own-conversation';
import { actionStage } from '../../builders/action-stage';
import { NOON } from '../../builders/services';

const HOUR = 3_600_000;
const stage = actionStage();
const { perform, file } = stage;

const due = async () => (await file()).events.filter(({ type }) => type === 'task.due');
const run = async (after: number) => {
	stage.services.clock.at = NOON + after;
	await runDueJobs(stage.services);
	return (await due()).length;
};

describe('a task', () => {
	test('is reported when it is due, once, with who has it', async () => {
		await perform('createTask', { dueIn: 2, dueUnit: 'hours' });
		await perform('assignConversation', { acceptWithin: 0 });
		expect(await run(2 * HOUR - 1)).toBe(0);
		expect(await run(2 * HOUR)).toBe(1);
		expect(await run(9 * HOUR)).toBe(1);
		const [task] = (await file()).tasks;
		expect((await due())[0]).toMatchObject({
			handoverId: (await file()).handover?.id,
			at: NOON + 2 * HOUR,
			data: { taskId: task?.id, assignee: 'Ana', dueAt: NOON + 2 * HOUR },
		});
	});

	test.each([
		['the handover is over', () => returnToBot(stage.services, stage.ref, 'handedBack', null)],
		['nobody has looked for a week', () => run(0)],
	])('is reported also when %s', async (_case, happens) => {
		await perform('createTask', { dueIn: 1, dueUnit: 'hours' });
		await happens();
		expect(await run(7 * 24 * HOUR)).toBe(1);
	});

	test('waits for a clock that was set back', async () => {
		await perform('createTask', { dueIn: 1, dueUnit: 'hours' });
		expect(await run(-5 * HOUR)).toBe(0);
		expect(await run(HOUR)).toBe(1);
	});

	test('of which nothing is left is no matter any more', async () => {
		await perform('createTask', { dueIn: 10, dueUnit: 'days' });
		const { keepFor } = (await file()).conversation;
		const forgottenAt = 10 * 24 * HOUR + keepFor + 1;
		await stage.services.store.prune({
			now: NOON + forgottenAt,
			admissionsBefore: 0,
			eventsBefore: 0,
		});
		expect((await file()).tasks).toEqual([]);
		expect(await run(forgottenAt + 1)).toBe(0);
		expect((await file()).jobs).toEqual([]);
	});
});

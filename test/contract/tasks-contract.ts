import { planTaskDue, taskDue } from '../../handover/jobs/task-due';
import { JobRunner } from '../../handover/jobs/job-runner';
import { completeTasks } from '../../handover/operations/complete-tasks';
import { closeConversation } from '../../handover/operations/own-conversation';
import type { Store } from '../../handover/stores/store';
import { openTestServices, type TestServices } from '../builders/services';
import { aTask, conversation, NOON, ref } from './store-builders';

const CONVERSATIONS = 40;

/** What completing tasks promises on every store, whoever else is at them just now. */
export function tasksContract(open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>) {
	let here: TestServices;
	let there: TestServices;
	const refs = Array.from({ length: CONVERSATIONS }, (_, index) => ({
		...ref,
		conversationId: `c${index}`,
	}));

	beforeEach(async () => {
		const { store, reopen } = await open();
		const runner = (id: string) => ({ id, isAlive: () => true });
		here = await openTestServices({ store, runner: runner('here') });
		there = await openTestServices({ store: await reopen(), runner: runner('there') });
		for (const own of refs) {
			const task = aTask({ id: `t/${own.conversationId}` });
			await store.change(own, {}, () => ({
				result: undefined,
				writes: [
					{ type: 'conversation', conversation: { ...conversation, ...own } },
					{ type: 'task', task },
					planTaskDue(task, task.handoverId, NOON),
				],
			}));
		}
	});
	afterEach(async () => {
		await here.close();
		await there.close();
	});

	test('two workers, a timer and the end of the conversation: a task is done once, and not due afterwards', async () => {
		const errors: unknown[] = [];
		const fire = (services: TestServices) =>
			new JobRunner(services, (error) => errors.push(error), { timers: [taskDue], deliveries: [] });
		const timers = [fire(here), fire(there)];
		const completed = await Promise.all(
			refs.map(async (own, index) => {
				const calls = [
					completeTasks(here, own, { which: 'allOpen' }),
					completeTasks(there, own, { which: 'one', taskId: `t/${own.conversationId}` }),
				];
				const others = [timers[index % 2]!.run(), closeConversation(there, own, null)];
				const results = await Promise.all(calls);
				await Promise.all(others);
				return results.flatMap((result) => result.completed);
			}),
		);
		expect(errors).toEqual([]);
		for (const [index, own] of refs.entries()) {
			const { tasks, jobs, events } = (await here.store.read(own))!;
			expect({ status: tasks[0]?.status, jobs }).toEqual({ status: 'done', jobs: [] });
			const told = events.filter(({ type }) => type.startsWith('task.'));
			const types = told.map(({ type }) => type);
			expect(types.filter((type) => type === 'task.completed')).toHaveLength(1);
			expect(types.at(-1)).toBe('task.completed');
			const byCall = told.at(-1)!.data['reason'] === 'completed' ? 1 : 0;
			expect(completed[index]).toHaveLength(byCall);
		}
	});
}

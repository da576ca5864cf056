import { JobRunner } from '../../../handover/jobs/job-runner';
import { taskDue } from '../../../handover/jobs/task-due';
import { completeTasks } from '../../../handover/operations/complete-tasks';
import { closeConversation } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import type { Services } from '../../../handover/operations/services';
import type { Store } from '../../../handover/stores/store';
import { openTestServices, type TestServices } from '../../builders/services';
import { exploreInterleavings, type Actor } from './explore-interleavings';

jest.setTimeout(5 * 60_000);

let services: TestServices;
beforeAll(async () => {
	services = await openTestServices();
});
afterAll(async () => await services.close());

interface World {
	store: Store;
	ref: { botId: string; conversationId: string };
	/** By those who said that they completed it. */
	completions: number;
}

let conversations = 0;
/** A conversation with a task that is due just now. */
async function newWorld(): Promise<World> {
	const ref = { botId: 'default', conversationId: `c${++conversations}` };
	const { handover: carried } = await receiveMessage(services, { ...ref, text: 'A human!' });
	await performAction(services, 'createTask', { ...ref, carried, fields: { dueIn: 0 } });
	return { store: services.store, ref, completions: 0 };
}

/** The services as one actor has them. */
function as(store: Store, runner: string): Services {
	return { ...services, store, runner: { id: runner, isAlive: () => true } };
}

const completer =
	(world: World): Actor =>
	async ({ store }) => {
		const { completed } = await completeTasks(as(store, 'completer'), world.ref, {
			which: 'allOpen',
		});
		world.completions += completed.length;
	};
const closer =
	(world: World): Actor =>
	async ({ store }) => {
		await closeConversation(as(store, 'closer'), world.ref, null);
	};
const timer =
	(name: string): Actor =>
	async ({ store }) => {
		const fail = (error: unknown) => {
			throw error;
		};
		const handlers = { timers: [taskDue], deliveries: [] };
		await new JobRunner(as(store, name), fail, handlers).run();
	};

test('a task is completed once, whoever does it, and is never due afterwards', async () => {
	const seen = new Set<string>();
	const runs = await exploreInterleavings({
		world: newWorld,
		actors: (world) => ({
			a: completer(world),
			b: completer(world),
			closer: closer(world),
			here: timer('here'),
			there: timer('there'),
		}),
		check: async ({ ref, completions }, { schedule }, isOver) => {
			if (!isOver) return;
			const { tasks, jobs, events } = (await services.store.read(ref))!;
			const told = events.map(({ type }) => type).filter((type) => type.startsWith('task.'));
			const why = events.find(({ type }) => type === 'task.completed')?.data['reason'];
			const found = {
				told,
				completions,
				status: tasks[0]?.status,
				timers: jobs.filter(({ kind }) => kind === 'taskDue').length,
				schedule: schedule.join(' '),
			};
			expect(found).toMatchObject({
				told: told.length === 1 ? ['task.completed'] : ['task.due', 'task.completed'],
				completions: why === 'closed' ? 0 : 1,
				status: 'done',
				timers: 0,
			});
			seen.add(`${told.join(' ')} ${why}`);
		},
		passTime: () => undefined,
	});
	expect(runs).toBeGreaterThan(300);
	// Each of them has come first in some order.
	expect([...seen].sort()).toEqual([
		'task.completed closed',
		'task.completed completed',
		'task.due task.completed closed',
		'task.due task.completed completed',
	]);
});

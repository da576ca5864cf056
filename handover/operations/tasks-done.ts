import type { Instant } from '../conversation/conversation';
import { stopTaskDue } from '../jobs/task-due';
import type { Task } from '../stores/records';
import type { Write } from '../stores/store';
import { eventOf } from './release';

/** `closed`: nobody said that they are done, but that all there was to do in the conversation is. */
export type WhyDone = 'completed' | 'closed';

/** What it takes for open tasks to be done: on record, told, and not due any more. See ADR 23. */
export function tasksDone(
	tasks: readonly Task[],
	at: Instant,
	reason: WhyDone,
	staffId: string | null,
): Write[] {
	return tasks.flatMap(({ id: taskId, handoverId, assignee }): Write[] => [
		{ type: 'taskDone', taskId, at, staffId },
		stopTaskDue(taskId),
		eventOf('task.completed', handoverId, at, { taskId, assignee, staffId, reason }),
	]);
}

import type { Instant } from '../conversation/conversation';
import { eventOf } from '../operations/release';
import type { Write } from '../stores/store';
import type { TimerHandler } from './job-handler';

const KIND = 'taskDue';

/** The timer of a new task. It outlives the handover: a task is open until somebody has done it. */
export function planTaskDue(
	task: { id: string; dueAt: Instant },
	handoverId: string,
	at: Instant,
): Write {
	const { id: taskId, dueAt } = task;
	const job = { id: timerId(taskId), kind: KIND, handoverId, dueAt, createdAt: at };
	return {
		type: 'job',
		job: { ...job, attempts: 0, payload: { taskId }, dead: false, error: null },
	};
}

/** Somebody has done it before it was due. */
export function stopTaskDue(taskId: string): Write {
	return { type: 'removeJob', jobId: timerId(taskId) };
}

function timerId(taskId: string): string {
	return `${KIND}/${taskId}`;
}

/** Says that a task is due which nobody has done. */
export const taskDue: TimerHandler = {
	kind: KIND,
	need: ({ payload }) => ({ taskId: String(payload['taskId']) }),
	fire({ job, snapshot: { task }, at, now }) {
		if (task?.status !== 'open') return { writes: [] };
		if (now < task.dueAt) return { writes: [], again: task.dueAt };
		const data = { taskId: task.id, assignee: task.assignee, dueAt: task.dueAt };
		return { writes: [eventOf('task.due', job.handoverId, at, data)] };
	},
};

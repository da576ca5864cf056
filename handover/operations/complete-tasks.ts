import type { ConversationRef } from '../conversation/conversation';
import { parseStaffId, parseTaskId } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import type { Snapshot, Write } from '../stores/store';
import type { HandoverData } from './handover-data';
import { handoverDataOf, known } from './own-conversation';
import type { Services } from './services';
import { tasksDone } from './tasks-done';

export interface CompleteTasksInput {
	/** Which task; left out: all that are open, of whichever handover. */
	taskId?: unknown;
	/** Who has done them; left out: nobody says. */
	staffId?: unknown;
	carried?: unknown;
}

/**
 * The conversation's open tasks, or one of its tasks, are done: on record, and not due any more.
 * `completed` names those that this call completed; a second call changes nothing and names none.
 * @throws {HandoverError} `CONVERSATION_UNKNOWN`, `TASK_UNKNOWN`, `STAFF_UNKNOWN`
 */
export async function completeTasks(
	services: Services,
	ref: ConversationRef,
	input: CompleteTasksInput,
): Promise<HandoverData & { completed: string[] }> {
	const taskId = parseTaskId(input.taskId);
	const staffId = parseStaffId(input.staffId);
	const need = { staff: staffId !== null, taskId, openTasks: taskId === null };
	return await services.store.change(ref, need, (snapshot) => {
		const before = known(snapshot.conversation);
		refuseUnknown(snapshot, taskId, staffId);
		const wanted = snapshot.task ? [snapshot.task] : snapshot.openTasks;
		const open = wanted.filter(({ status }) => status === 'open');
		const at = Math.max(services.clock.now(), before.updatedAt);
		const conversation = open.length ? { ...before, updatedAt: at } : before;
		const writes: Write[] = [
			{ type: 'conversation', conversation },
			...tasksDone(open, at, 'completed', staffId),
		];
		return {
			writes: open.length ? writes : [],
			result: {
				...handoverDataOf(conversation, snapshot.handover, input.carried),
				completed: open.map(({ id }) => id),
			},
		};
	});
}

function refuseUnknown(
	{ task, staff }: Snapshot,
	taskId: string | null,
	staffId: string | null,
): void {
	if (taskId !== null && !task) {
		throw new HandoverError(
			'TASK_UNKNOWN',
			'The conversation has no such task. Leave the task ID empty for all of its open tasks, or take it from Get.',
		);
	}
	if (staffId !== null && !staff.some(({ id }) => id === staffId)) {
		throw new HandoverError(
			'STAFF_UNKNOWN',
			'The staff member is not in the roster. Leave the field empty, or add them to the staff list.',
		);
	}
}

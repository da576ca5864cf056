import type { ConversationRef } from '../conversation/conversation';
import { parseStaffId, parseTaskId } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import type { Snapshot, Write } from '../stores/store';
import type { HandoverData } from './handover-data';
import { handoverDataOf, known } from './own-conversation';
import type { Services } from './services';
import { tasksDone } from './tasks-done';

export interface CompleteTasksInput {
	/** `allOpen`, of whichever handover, or `one`. Said by itself: an ID that went missing is not all. */
	which?: unknown;
	/** Of the one. */
	taskId?: unknown;
	/** Who has done them; left out: nobody says. */
	staffId?: unknown;
	carried?: unknown;
}

/**
 * The conversation's open tasks, or one of its tasks, are done: on record, and not due any more.
 * `completed` names those that this call completed; a second call changes nothing and names none.
 * @throws {HandoverError} `CONVERSATION_UNKNOWN`, `TASK_UNKNOWN`, `STAFF_UNKNOWN`, `SETTINGS_INVALID`
 * when it is not said which
 */
export async function completeTasks(
	services: Services,
	ref: ConversationRef,
	input: CompleteTasksInput,
): Promise<HandoverData & { completed: string[] }> {
	const taskId = parseWhich(input);
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

/** The ID of the one task; null: all that are open. */
function parseWhich({ which, taskId }: CompleteTasksInput): string | null {
	if (which === 'allOpen') return null;
	if (which !== 'one') {
		throw new HandoverError('SETTINGS_INVALID', 'Which must be All Open (allOpen) or One (one).');
	}
	const id = parseTaskId(taskId);
	if (id !== null) return id;
	throw new HandoverError(
		'TASK_UNKNOWN',
		'Task ID is missing or blank. Set it to the ID of the one task, or choose all open tasks.',
	);
}

function refuseUnknown(
	{ task, staff }: Snapshot,
	taskId: string | null,
	staffId: string | null,
): void {
	if (taskId !== null && !task) {
		throw new HandoverError(
			'TASK_UNKNOWN',
			'The conversation has no such task. Take its ID from Get, or choose all open tasks.',
		);
	}
	if (staffId !== null && !staff.some(({ id }) => id === staffId)) {
		throw new HandoverError(
			'STAFF_UNKNOWN',
			'The staff member is not in the roster. Leave the field empty, or add them to the staff list.',
		);
	}
}

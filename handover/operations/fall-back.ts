import type { ActionKind, ActionRecord, Fallback, Handover } from '../conversation/handover';
import type { ActionContext } from '../actions/action';
import { withReasons } from '../actions/notify-staff';
import { IN_APP } from '../notifications/channel';
import { alertUnowned } from '../staff/alert-unowned';
import { tellAssigned } from '../staff/notify-assigned';
import type { StaffingContext } from '../staff/staffing-context';
import type { Write } from '../stores/store';

export interface Fallen {
	handover: Handover;
	fallback: Fallback;
	writes: Write[];
}

/**
 * What happens in the place of an action that could not be done at all. Whoever has the conversation
 * keeps it, and when it was the notification that failed, finds in the app what the node was to tell
 * them. When nobody has, and Assign Conversation has had its turn, the fallback contact is told; while
 * it still has to come, the handover's accept timer sees to that it does.
 */
export function fallBack(context: ActionContext, kind: ActionKind, fields: unknown): Fallen {
	const { conversation } = context;
	const isOwned = conversation.owner === 'human';
	const isNotify = kind === 'notifyStaff';
	const handover = isNotify ? withReasons(context.handover, fields) : context.handover;
	const told = isHopeless(context, kind)
		? alertUnowned(context, handover, handover.staffing.among ?? [])
		: { handover, ...NOBODY_TOLD, ...(isNotify && tellInApp(context, handover)) };
	return {
		handover: told.handover,
		fallback: {
			tried: handover.staffing.tried.map(({ at: _, ...passedOver }) => passedOver),
			assignee: isOwned ? conversation.assignee : null,
			queue: isOwned ? null : 'unassigned',
			alerted: told.alerted,
		},
		writes: told.writes,
	};
}

const NOBODY_TOLD = { alerted: [], writes: [] };

/** What needs no setting reaches the assignee whatever is wrong with the node; once, however often it fails. */
function tellInApp(context: ActionContext, handover: Handover) {
	const { conversation, scenario } = context;
	const member = context.staff.find(({ id }) => id === conversation.assignee);
	if (!member || conversation.owner !== 'human' || scenario?.skipNotify) return undefined;
	const inApp = context.channels.filter(({ name }) => name === IN_APP);
	const { news, ...told } = tellAssigned(context, handover, member, inApp);
	return { ...told, alerted: news.length ? [member.id] : [] };
}

/** Nobody has the conversation, and nobody will be asked any more: whom to tell, the roster says. */
export function isHopeless(
	{ conversation, handover }: Pick<StaffingContext, 'conversation' | 'handover'>,
	kind: ActionKind,
): boolean {
	const isOwned = conversation.owner === 'human';
	return !isOwned && (kind === 'assignConversation' || wasAssigning(handover));
}

function wasAssigning({ actions }: Handover): boolean {
	return actions.some(({ kind, status }) => kind === 'assignConversation' && status !== 'pending');
}

/**
 * Whether the action is not done again: it was done, or not wanted, or failed and somebody else has
 * the conversation, who must not lose it to a retry.
 */
export function isSettled({ kind, status, result }: ActionRecord): boolean {
	if (status === 'failed') return kind === 'assignConversation' && result?.assignee != null;
	return status !== 'pending';
}

/** Of a failed action; null for every other. */
export function readFallback({ status, result }: ActionRecord): Fallback | null {
	return status === 'failed' && result ? (result as unknown as Fallback) : null;
}

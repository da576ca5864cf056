import type { ActionKind, ActionRecord, Fallback, Handover } from '../conversation/handover';
import { alertUnowned } from '../staff/alert-unowned';
import type { StaffingContext } from '../staff/staffing-context';
import type { Write } from '../stores/store';

export interface Fallen {
	handover: Handover;
	fallback: Fallback;
	writes: Write[];
}

/**
 * What happens in the place of an action that could not be done at all. Whoever has the conversation
 * keeps it. When nobody has, and Assign Conversation has had its turn, the fallback contact is told;
 * while it still has to come, the handover's accept timer sees to that it does.
 */
export function fallBack(context: StaffingContext, kind: ActionKind): Fallen {
	const { conversation, handover } = context;
	const isOwned = conversation.owner === 'human';
	const own = handover.staffing.among ?? [];
	const alert = isHopeless(context, kind) ? alertUnowned(context, handover, own) : undefined;
	return {
		handover: alert?.handover ?? handover,
		fallback: {
			tried: handover.staffing.tried.map(({ at: _, ...passedOver }) => passedOver),
			assignee: isOwned ? conversation.assignee : null,
			queue: isOwned ? null : 'unassigned',
			alerted: alert?.alerted ?? [],
		},
		writes: alert?.writes ?? [],
	};
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

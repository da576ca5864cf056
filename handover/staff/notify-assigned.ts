import type { Handover } from '../conversation/handover';
import type { Write } from '../stores/store';
import type { StaffingContext } from './staffing-context';
import type { RosterEntry } from './staff-member';
import { tellStaff } from './tell-staff';

export type AssignedReason = 'conversationAssigned' | 'taskAssigned';

/** Of what this member wants to hear, as far as it has happened. */
export function wantedReasons(member: RosterEntry, handover: Handover): AssignedReason[] {
	const reasons: AssignedReason[] = [];
	if (member.notifyConversationAssigned) reasons.push('conversationAssigned');
	if (member.notifyTaskAssigned && hasTask(handover)) reasons.push('taskAssigned');
	return reasons;
}

function hasTask(handover: Handover): boolean {
	return handover.actions.some(({ kind, status }) => kind === 'createTask' && status === 'done');
}

/**
 * Tells whoever has it now that it was passed on to them. Not in a flow that has not come to Notify
 * Staff, or has none: then it is not the builder's wish.
 */
export function notifyAssigned(
	context: StaffingContext,
	handover: Handover,
	staffId: string,
): Write[] {
	const record = handover.actions.find(({ kind }) => kind === 'notifyStaff');
	const member = context.staff.find(({ id }) => id === staffId);
	if (!record || record.status === 'pending' || !member) return [];
	return tellStaff(context, handover, [member], wantedReasons(member, handover), context.channels);
}

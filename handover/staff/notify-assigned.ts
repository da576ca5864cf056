import type { AssignedReason, Handover } from '../conversation/handover';
import { IN_APP, type NotificationChannel } from '../notifications/channel';
import type { Write } from '../stores/store';
import type { StaffingContext } from './staffing-context';
import type { RosterEntry } from './staff-member';
import { tellStaff } from './tell-staff';

export interface ToldAssigned {
	/** Says who has heard of what in the app. */
	handover: Handover;
	/** What they had not heard of in the app. */
	news: AssignedReason[];
	writes: Write[];
}

/** Of what this member and the node want to be told, as far as it has happened. */
export function wantedReasons(member: RosterEntry, handover: Handover): AssignedReason[] {
	const reasons: AssignedReason[] = [];
	if (member.notifyConversationAssigned) reasons.push('conversationAssigned');
	if (member.notifyTaskAssigned && hasTask(handover)) reasons.push('taskAssigned');
	const { reasons: ofNode } = handover.staffing;
	return ofNode ? reasons.filter((reason) => ofNode.includes(reason)) : reasons;
}

function hasTask(handover: Handover): boolean {
	return handover.actions.some(({ kind, status }) => kind === 'createTask' && status === 'done');
}

/** Tells the member of each reason through each channel; in the app, of each only once. */
export function tellAssigned(
	context: StaffingContext,
	handover: Handover,
	member: RosterEntry,
	channels: readonly NotificationChannel[] = context.channels,
): ToldAssigned {
	const { toldInApp = toldByOlder(context, handover) } = handover.staffing;
	const isKnown = (reason: AssignedReason) =>
		toldInApp.some((one) => one.staffId === member.id && one.reason === reason);
	const reasons = wantedReasons(member, handover);
	const news = reasons.filter((reason) => !isKnown(reason));
	const elsewhere = channels.filter(({ name }) => name !== IN_APP);
	const told = news.map((reason) => ({ staffId: member.id, reason }));
	const all = [...toldInApp, ...told];
	const staffing = { ...handover.staffing, toldInApp: all };
	return {
		handover: all.length ? { ...handover, staffing } : handover,
		news,
		writes: [
			...tellStaff(context, handover, [member], news, channels),
			...tellStaff(context, handover, [member], reasons.filter(isKnown), elsewhere),
		],
	};
}

/**
 * An older version kept no list, only whom it alerted when Notify Staff failed; of what, it did not say:
 * taken to be all that they want to be told today.
 */
function toldByOlder(
	{ staff }: StaffingContext,
	handover: Handover,
): NonNullable<Handover['staffing']['toldInApp']> {
	const { actions } = handover;
	const failed = actions.find(({ kind, status }) => kind === 'notifyStaff' && status === 'failed');
	const { assignee, alerted } = failed?.result ?? {};
	const member = staff.find(({ id }) => id === assignee);
	if (!member || !Array.isArray(alerted) || !alerted.some((id) => id === member.id)) return [];
	return wantedReasons(member, handover).map((reason) => ({ staffId: member.id, reason }));
}

/**
 * Tells whoever has it now that it was passed on to them. Not in a flow that has not come to Notify
 * Staff, or has none: then it is not the builder's wish.
 */
export function notifyAssigned(
	context: StaffingContext,
	handover: Handover,
	staffId: string,
): Pick<ToldAssigned, 'handover' | 'writes'> {
	const record = handover.actions.find(({ kind }) => kind === 'notifyStaff');
	const member = context.staff.find(({ id }) => id === staffId);
	if (!record || record.status === 'pending' || !member) return { handover, writes: [] };
	return tellAssigned(context, handover, member);
}

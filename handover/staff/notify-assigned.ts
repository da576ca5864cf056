import type { AssignedReason, Handover, Told } from '../conversation/handover';
import { IN_APP, type NotificationChannel } from '../notifications/channel';
import type { Write } from '../stores/store';
import type { StaffingContext } from './staffing-context';
import type { RosterEntry } from './staff-member';
import { tellStaff } from './tell-staff';

export interface ToldAssigned {
	/** Says who has heard of what, and where. */
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

/** Tells the member of each reason through each channel, once at each address. */
export function tellAssigned(
	context: StaffingContext,
	handover: Handover,
	member: RosterEntry,
	channels: readonly NotificationChannel[] = context.channels,
): ToldAssigned {
	const { told: before = toldByOlder(context, handover) } = handover.staffing;
	const reasons = wantedReasons(member, handover);
	const told = [...before];
	const writes: Write[] = [];
	const news: AssignedReason[] = [];
	for (const channel of channels) {
		const address = channel.addressOf(handover);
		if (address === null) continue;
		const fresh = reasons.filter(
			(reason) => !knows(before, { staffId: member.id, reason, address }),
		);
		writes.push(...tellStaff(context, handover, [member], fresh, [channel]));
		told.push(...fresh.map((reason) => ({ staffId: member.id, reason, address })));
		if (address === IN_APP) news.push(...fresh);
	}
	const staffing = { ...handover.staffing, told };
	return { handover: told.length ? { ...handover, staffing } : handover, news, writes };
}

function knows(told: readonly Told[], { staffId, reason, address }: Told): boolean {
	return told.some(
		(one) => one.staffId === staffId && one.reason === reason && one.address === address,
	);
}

/**
 * An older version kept no list, only whom it alerted when Notify Staff failed; of what, it did not say:
 * taken to be all that they want to be told today.
 */
function toldByOlder({ staff }: StaffingContext, handover: Handover): Told[] {
	const { actions } = handover;
	const failed = actions.find(({ kind, status }) => kind === 'notifyStaff' && status === 'failed');
	const { assignee, alerted } = failed?.result ?? {};
	const member = staff.find(({ id }) => id === assignee);
	if (!member || !Array.isArray(alerted) || !alerted.some((id) => id === member.id)) return [];
	return wantedReasons(member, handover).map((reason) => ({
		staffId: member.id,
		reason,
		address: IN_APP,
	}));
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

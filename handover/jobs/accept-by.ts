import type { Handover } from '../conversation/handover';
import { eventOf } from '../operations/release';
import { ACCEPT_BY, readPassOn, type PassOn } from '../staff/accept-timer';
import { alertUnowned } from '../staff/alert-unowned';
import { handToNext, type Staffed } from '../staff/next-available';
import { notifyAssigned } from '../staff/notify-assigned';
import type { StaffingContext } from '../staff/staffing-context';
import type { Write } from '../stores/store';
import { planPauseEnd } from './plan-pause-end';
import type { JobContext, TimerHandler, TimerOutcome } from './job-handler';

/**
 * Nobody has accepted in time. The next one who is available gets conversation and task, and as much
 * time; when there is none, or nobody was ever assigned, the fallback contact is told.
 */
export const acceptBy: TimerHandler = {
	kind: ACCEPT_BY,
	need: () => ({ staff: 'toAssign', settings: true }),
	fire(context) {
		const { job, conversation, snapshot } = context;
		const handover = snapshot.handover;
		if (handover?.id !== job.handoverId || handover.staffing.acceptedAt !== null) return nothing;
		const next = readPassOn(job.payload);
		if (conversation.owner === 'waiting') return alert(context, handover, next);
		return next ? passOn(context, handover, next) : nothing;
	},
};

const nothing: TimerOutcome = { writes: [] };

function alert(context: JobContext, handover: Handover, next: PassOn | null): TimerOutcome {
	const own = next?.among ?? handover.staffing.among ?? [];
	const alerted = alertUnowned(staffingOf(context, handover), handover, own);
	return { writes: [{ type: 'handover', handover: alerted.handover }, ...alerted.writes] };
}

function passOn(context: JobContext, handover: Handover, next: PassOn): TimerOutcome {
	const { conversation, at, now } = context;
	const { assignee } = conversation;
	const { tried, writes } = giveUpOn(assignee, handover, at);
	const staffing = { ...handover.staffing, tried };
	const found = staffingOf(context, { ...handover, staffing });
	const staffed = handToNext(found, { first: null, among: next.among, rule: next.rule });
	return {
		writes: [
			{ type: 'conversation', conversation: { ...staffed.conversation, updatedAt: at } },
			{ type: 'handover', handover: staffed.handover },
			...writes,
			...staffed.writes,
			...planPauseEnd(conversation, staffed.conversation, at),
			...tell(context, found, staffed),
		],
		...(staffed.assignee !== null && { again: now + next.acceptWithin }),
	};
}

function giveUpOn(staffId: string | null, { id, staffing }: Handover, at: number) {
	if (staffId === null) return { tried: staffing.tried, writes: [] };
	const reason = 'notAccepted' as const;
	return {
		tried: [...staffing.tried.filter((one) => one.staffId !== staffId), { staffId, reason, at }],
		writes: [eventOf('staff.skipped', id, at, { staffId, reason })],
	};
}

function tell({ snapshot }: JobContext, found: StaffingContext, staffed: Staffed): Write[] {
	const scenario = snapshot.settings?.scenarios.find(
		({ name }) => name === staffed.handover.scenario,
	);
	if (staffed.assignee === null || scenario?.skipNotify) return [];
	return notifyAssigned(found, staffed.handover, staffed.assignee);
}

function staffingOf(
	{ conversation, snapshot, services, at, now }: JobContext,
	handover: Handover,
): StaffingContext {
	const { newId, desk, channels } = services;
	const { staff } = snapshot;
	return { conversation, handover, staff, now: at, clockNow: now, newId, desk, channels };
}

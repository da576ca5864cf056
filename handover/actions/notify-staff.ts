import * as v from 'valibot';
import { ASSIGNED_REASONS, type Handover } from '../conversation/handover';
import { isStorable } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { WEBHOOK } from '../jobs/webhook';
import { fallbackContacts } from '../staff/alert-unowned';
import { tellAssigned, wantedReasons } from '../staff/notify-assigned';
import { tellStaff } from '../staff/tell-staff';
import type { Action, ActionContext, ActionOutcome } from './action';
import { parseFields } from './parse-fields';
import { skip } from './skip';

const fields = v.object({
	onConversationAssigned: v.optional(v.boolean(), true),
	onTaskAssigned: v.optional(v.boolean(), true),
	/** Where a webhook is set: its id in the store, or what is wrong with it. */
	webhookId: v.optional(v.nullable(v.string()), null),
	webhookFault: v.optional(v.string()),
	conversationLink: v.optional(v.pipe(v.string(), v.maxLength(2_000), v.check(isStorable)), ''),
});
export type NotifyStaffFields = v.InferOutput<typeof fields>;

/** R12: tells the assignee, as far as their own two switches allow. */
export const notifyStaff: Action<NotifyStaffFields> = {
	kind: 'notifyStaff',
	need: { staff: true },
	parse(input) {
		const own = parseFields(fields, input, 'SETTINGS_INVALID');
		if (own.webhookFault) throw new HandoverError('WEBHOOK_INVALID', own.webhookFault);
		return own;
	},
	apply(context, own) {
		const { conversation, scenario } = context;
		if (scenario?.skipNotify) return skip('The scenario notifies nobody.');
		const handover = withWebhook(withReasons(context.handover, own), own);
		const member = context.staff.find(({ id }) => id === conversation.assignee);
		if (!member || conversation.owner !== 'human') {
			if (scenario?.skipAssignToUser) return skip('The scenario assigns nobody.');
			return tellContacts(context, handover);
		}
		const reasons = wantedReasons(member, handover);
		if (reasons.length === 0) {
			return { ...skip('The assignee wants no notification of this.'), handover };
		}
		const { handover: told, writes } = tellAssigned(context, handover, member);
		return { status: 'done', handover: told, writes, result: { staffId: member.id, reasons } };
	},
};

/**
 * Keeps what the node is to tell of. A switch that cannot be read is on: when the node's settings are at
 * fault, somebody still has to be told.
 */
export function withReasons(handover: Handover, fields: unknown): Handover {
	const switches = (fields ?? {}) as { [Name in keyof NotifyStaffFields]?: unknown };
	const isOff = {
		conversationAssigned: switches.onConversationAssigned === false,
		taskAssigned: switches.onTaskAssigned === false,
	};
	const reasons = ASSIGNED_REASONS.filter((reason) => !isOff[reason]);
	if (reasons.length === ASSIGNED_REASONS.length && !handover.staffing.reasons) return handover;
	return { ...handover, staffing: { ...handover.staffing, reasons } };
}

function withWebhook(
	handover: Handover,
	{ webhookId, conversationLink: link }: NotifyStaffFields,
): Handover {
	if (webhookId === null) return handover;
	return { ...handover, staffing: { ...handover.staffing, webhook: { id: webhookId, link } } };
}

/**
 * There is nobody to notify. That the conversation has no owner, the fallback contacts know from the
 * inbox already; the webhook of this node tells them, too, the first time that it comes here.
 */
function tellContacts(context: ActionContext, handover: Handover): ActionOutcome {
	const { tried, unownedAt, webhook, among } = handover.staffing;
	const isNews = unownedAt !== null && webhook && !context.handover.staffing.webhook;
	const contacts = isNews ? fallbackContacts(context.staff, among ?? []) : [];
	const byWebhook = context.channels.filter(({ name }) => name === WEBHOOK);
	return {
		status: 'failed',
		error: {
			code: 'STAFF_NOBODY_AVAILABLE',
			message:
				'Nobody is assigned whom it could notify. Put Assign Conversation before Notify Staff.',
		},
		handover,
		writes: tellStaff(context, handover, contacts, ['nobodyAvailable'], byWebhook),
		result: {
			tried: tried.map(({ staffId, reason }) => ({ staffId, reason })),
			assignee: null,
			queue: 'unassigned',
			alerted: contacts.map(({ id }) => id),
		},
	};
}

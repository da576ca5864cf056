import * as v from 'valibot';
import type { Handover } from '../conversation/handover';
import { HandoverError } from '../errors';
import type { Notification } from '../stores/store';
import type { Action } from './action';
import { parseFields } from './parse-fields';
import { skip } from './skip';

const fields = v.object({
	onConversationAssigned: v.optional(v.boolean(), true),
	onTaskAssigned: v.optional(v.boolean(), true),
	/** Where a webhook is set: its id in the store, or what is wrong with it. */
	webhookId: v.optional(v.nullable(v.string()), null),
	webhookFault: v.optional(v.string()),
	conversationLink: v.optional(v.pipe(v.string(), v.maxLength(2_000)), ''),
});
export type NotifyStaffFields = v.InferOutput<typeof fields>;

/** R12: tells the assignee, as far as their own two switches allow. */
export const notifyStaff: Action<NotifyStaffFields> = {
	kind: 'notifyStaff',
	parse(input) {
		const own = parseFields(fields, input, 'SETTINGS_INVALID');
		if (own.webhookFault) throw new HandoverError('WEBHOOK_INVALID', own.webhookFault);
		return own;
	},
	apply(context, own) {
		const { conversation, handover, scenario, now, clockNow } = context;
		if (scenario?.skipNotify) return skip('The scenario notifies nobody.');
		const member = context.staff.find(({ id }) => id === conversation.assignee);
		if (!member || conversation.owner !== 'human') {
			if (scenario?.skipAssignToUser) return skip('The scenario assigns nobody.');
			throw new HandoverError(
				'STAFF_NOBODY_AVAILABLE',
				'Nobody is assigned whom it could notify. Put Assign Conversation before Notify Staff.',
			);
		}
		const reasons: Array<Notification['reason']> = [];
		if (own.onConversationAssigned && member.notifyConversationAssigned) {
			reasons.push('conversationAssigned');
		}
		if (own.onTaskAssigned && member.notifyTaskAssigned && hasTask(handover)) {
			reasons.push('taskAssigned');
		}
		if (reasons.length === 0) return skip('The assignee wants no notification of this.');
		return {
			status: 'done',
			writes: reasons.flatMap((reason) =>
				context.channels.flatMap((channel) =>
					channel.notify({
						id: context.newId(),
						conversation,
						handover,
						member,
						reason,
						now,
						clockNow,
						webhookId: own.webhookId,
						link: own.conversationLink,
					}),
				),
			),
			result: { staffId: member.id, reasons },
		};
	},
};

function hasTask(handover: Handover): boolean {
	return handover.actions.some(({ kind, status }) => kind === 'createTask' && status === 'done');
}

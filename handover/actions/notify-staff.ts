import * as v from 'valibot';
import { HandoverError } from '../errors';
import { notify, wantedReasons } from '../staff/notify-assigned';
import type { Action } from './action';
import { parseFields } from './parse-fields';
import { skip } from './skip';

const fields = v.object({
	onConversationAssigned: v.optional(v.boolean(), true),
	onTaskAssigned: v.optional(v.boolean(), true),
});
export type NotifyStaffFields = v.InferOutput<typeof fields>;

/** R12: tells the assignee, as far as their own two switches allow. */
export const notifyStaff: Action<NotifyStaffFields> = {
	kind: 'notifyStaff',
	parse: (input) => parseFields(fields, input, 'SETTINGS_INVALID'),
	apply(context, own) {
		const { conversation, handover, scenario } = context;
		if (scenario?.skipNotify) return skip('The scenario notifies nobody.');
		const member = context.staff.find(({ id }) => id === conversation.assignee);
		if (!member || conversation.owner !== 'human') {
			if (scenario?.skipAssignToUser) return skip('The scenario assigns nobody.');
			throw new HandoverError(
				'STAFF_NOBODY_AVAILABLE',
				'Nobody is assigned whom it could notify. Put Assign Conversation before Notify Staff.',
			);
		}
		const wanted = {
			conversationAssigned: own.onConversationAssigned,
			taskAssigned: own.onTaskAssigned,
		};
		const reasons = wantedReasons(member, handover).filter((reason) => wanted[reason]);
		if (reasons.length === 0) return skip('The assignee wants no notification of this.');
		return {
			status: 'done',
			writes: notify(context, handover, member, reasons),
			result: { staffId: member.id, reasons },
		};
	},
};

import * as v from 'valibot';
import type { ConversationState } from '../conversation/conversation';
import { transition } from '../conversation/transition';
import { HandoverError } from '../errors';
import { leastRecentlyAssigned } from '../staff/round-robin';
import type { RosterEntry } from '../staff/staff-member';
import type { Action, ActionContext } from './action';
import { parseFields } from './parse-fields';
import { skip } from './skip';

const fields = v.object({
	assignTo: v.optional(v.picklist(['auto', 'staffMember']), 'auto'),
	staffId: v.optional(v.string(), ''),
	keepCurrentAssignee: v.optional(v.boolean(), true),
	/** Who takes part in the round robin; empty: the whole roster. */
	staffIds: v.optional(v.array(v.string()), []),
});
export type AssignConversationFields = v.InferOutput<typeof fields>;

/** R7: a named staff member, or keep the current one, or whoever was assigned least recently. */
export const assignConversation: Action<AssignConversationFields> = {
	kind: 'assignConversation',
	parse: (input) => parseFields(fields, input, 'SETTINGS_INVALID'),
	apply(context, own) {
		if (context.scenario?.skipAssignToUser) {
			return skip('The scenario does not assign the conversation.');
		}
		const member = chooseMember(context, own);
		const { conversation, handover, now } = context;
		const next: ConversationState = transition(conversation, {
			type: 'conversation.assigned',
			at: now,
			staffId: member.id,
		});
		return {
			status: 'done',
			conversation: { ...conversation, ...next },
			writes: [
				...context.desk.assign({ conversation, handover, now }, member.id),
				{
					type: 'event',
					event: {
						type: 'conversation.assigned',
						handoverId: handover.id,
						at: now,
						data: { staffId: member.id },
					},
				},
			],
			result: { assignee: member.id },
		};
	},
};

function chooseMember(context: ActionContext, own: AssignConversationFields): RosterEntry {
	const named = context.scenario?.assignToUserId || (own.assignTo === 'staffMember' && own.staffId);
	if (named) return find(context.staff, named);
	if (own.assignTo === 'staffMember') {
		throw new HandoverError(
			'STAFF_UNKNOWN',
			'No staff member is chosen. Choose one, or auto-assign.',
		);
	}
	const candidates = own.staffIds.length
		? own.staffIds.map((id) => find(context.staff, id))
		: context.staff;
	const current = candidates.find(({ id }) => id === context.conversation.assignee);
	if (own.keepCurrentAssignee && current) return current;
	const next = leastRecentlyAssigned(candidates);
	if (next) return next;
	throw new HandoverError(
		'STAFF_NOBODY_AVAILABLE',
		'There is nobody to assign the conversation to. Add staff members first.',
	);
}

function find(staff: RosterEntry[], id: string): RosterEntry {
	const member = staff.find((one) => one.id === id);
	if (member) return member;
	throw new HandoverError(
		'STAFF_UNKNOWN',
		'The chosen staff member is not in the roster. Add them to the staff list, or choose another one.',
	);
}

import * as v from 'valibot';
import { isStorable, MAX_ID_LENGTH } from '../conversation/inbound-message';
import { HandoverError } from '../errors';

/** A human who could take a conversation over. */
export interface StaffMember {
	id: string;
	name: string;
	email: string | null;
	/** HighLevel: "When a conversation is assigned." */
	notifyConversationAssigned: boolean;
	/** HighLevel: "When a task is assigned." */
	notifyTaskAssigned: boolean;
}

/** As the roster has it: `lastAssigned` grows by one with every assignment in the store, 0 = never. */
export interface RosterEntry extends StaffMember {
	lastAssigned: number;
	/** Conversations that they have now. */
	openConversations: number;
}

export const MAX_STAFF = 500;

const text = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1),
	v.maxLength(MAX_ID_LENGTH),
	v.check(isStorable),
);
const staffMember = v.object({
	id: v.optional(text),
	name: text,
	email: v.pipe(
		v.nullish(v.pipe(v.string(), v.trim(), v.maxLength(MAX_ID_LENGTH), v.check(isStorable)), null),
		v.transform((email) => email || null),
	),
	notifyConversationAssigned: v.optional(v.boolean(), true),
	notifyTaskAssigned: v.optional(v.boolean(), true),
});
const roster = v.pipe(v.array(staffMember), v.maxLength(MAX_STAFF));

/** An entry without an id goes by its name. @throws {HandoverError} `STAFF_INVALID` */
export function parseStaff(input: unknown): StaffMember[] {
	const parsed = v.safeParse(roster, input);
	if (!parsed.success) {
		const place = v.getDotPath(parsed.issues[0]) ?? 'the list';
		throw new HandoverError(
			'STAFF_INVALID',
			`Staff: ${place} is not valid. Each member needs a name.`,
		);
	}
	const staff = parsed.output.map((member) => ({ ...member, id: member.id ?? member.name }));
	if (new Set(staff.map(({ id }) => id)).size < staff.length) {
		throw new HandoverError('STAFF_INVALID', 'Staff: two members have the same id.');
	}
	return staff;
}

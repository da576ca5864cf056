import * as v from 'valibot';
import { isStorable, MAX_ID_LENGTH } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { fieldLabel } from '../field-label';
import { areHours, isTimeZone } from './working-hours';

/** A human who could take a conversation over. */
export interface StaffMember {
	id: string;
	name: string;
	email: string | null;
	/** HighLevel: "When a conversation is assigned." */
	notifyConversationAssigned: boolean;
	/** HighLevel: "When a task is assigned." */
	notifyTaskAssigned: boolean;
	/** False: never gets a conversation. It is the builder's switch; see `RosterEntry.available`. */
	enabled: boolean;
	/** Such as `Mon-Fri 09:00-17:00`; blank is always. See `working-hours.ts`. */
	workingHours: string;
	/** IANA name; blank is UTC. */
	timeZone: string;
	/** The most conversations at a time; null is no limit. */
	capacity: number | null;
	/** For the weighted rule: twice the weight gets twice the conversations. */
	weight: number;
	/** Is told when nobody can take a conversation. */
	fallbackContact: boolean;
}

/**
 * As the roster has it, with what changes while the flows run. That is never part of a flow's staff
 * list, so that neither takes the place of the other.
 */
export interface RosterEntry extends StaffMember {
	/** Whether they are there just now: their own switch, set at run time. */
	available: boolean;
	/** Grows by one with every assignment in the store, 0 = never. */
	lastAssigned: number;
	/** Conversations that they have now. */
	openConversations: number;
}

export const MAX_STAFF = 500;
export const MAX_CAPACITY = 10_000;
export const MAX_WEIGHT = 100;

const text = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1),
	v.maxLength(MAX_ID_LENGTH),
	v.check(isStorable),
);
const wholeNumber = v.pipe(
	v.union([v.number(), v.pipe(v.string(), v.trim(), v.transform(Number))]),
	v.safeInteger(),
	v.minValue(0),
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
	enabled: v.optional(v.boolean(), true),
	workingHours: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500), v.check(areHours)), ''),
	timeZone: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100), v.check(isTimeZone)), ''),
	// Forms leave 0 where nothing is set.
	capacity: v.pipe(
		v.nullish(v.pipe(wholeNumber, v.maxValue(MAX_CAPACITY)), null),
		v.transform((capacity) => capacity || null),
	),
	weight: v.optional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(MAX_WEIGHT)), 1),
	fallbackContact: v.optional(v.boolean(), false),
});
const roster = v.pipe(v.array(staffMember), v.maxLength(MAX_STAFF));

const HINTS: Record<string, string> = {
	name: 'Each member needs a name.',
	workingHours: 'Write them like "Mon-Fri 09:00-17:00; Sat 10:00-14:00".',
	timeZone: 'It is an IANA name, such as Europe/Berlin.',
	capacity: `It is a whole number up to ${MAX_CAPACITY}, or empty for no limit.`,
	weight: `It is a whole number from 1 to ${MAX_WEIGHT}.`,
};

/** A staff list of which some entries may be wrong. */
export interface StaffApart {
	/** Those that are right. */
	staff: StaffMember[];
	/** Of all entries, as far as they can be read: the roster may know a wrong one from before. */
	ids: string[];
	/** `STAFF_INVALID`, with the first entry that is not; null where all are. */
	fault: HandoverError | null;
}

/** As {@link parseStaff}, for where one wrong entry must not keep the others from a conversation. */
export function parseStaffApart(input: unknown): StaffApart {
	try {
		const staff = parseStaff(input);
		return { staff, ids: staff.map(({ id }) => id), fault: null };
	} catch (thrown) {
		if (!(thrown instanceof HandoverError) || !Array.isArray(input)) throw thrown;
		const entries: unknown[] = input.slice(0, MAX_STAFF);
		const named = entries.flatMap((entry) => {
			const parsed = v.safeParse(v.object({ id: v.optional(text), name: text }), entry);
			return parsed.success ? [parsed.output.id ?? parsed.output.name] : [];
		});
		const right = entries.flatMap((entry) => {
			const parsed = v.safeParse(staffMember, entry);
			return parsed.success ? [withId(parsed.output)] : [];
		});
		const ids = right.map(({ id }) => id);
		const staff = right.filter(({ id }, at) => ids.indexOf(id) === at);
		return { staff, ids: [...new Set(named)], fault: thrown };
	}
}

/** An entry without an id goes by its name. @throws {HandoverError} `STAFF_INVALID` */
export function parseStaff(input: unknown): StaffMember[] {
	const parsed = v.safeParse(roster, input);
	if (!parsed.success) {
		const [index, field] = v.getDotPath(parsed.issues[0])?.split('.') ?? [];
		const place = index === undefined ? 'the list' : `member ${Number(index) + 1}`;
		const which = field === undefined ? place : `${fieldLabel(field)} of ${place}`;
		const hint = HINTS[field ?? ''] ?? 'Check the staff list.';
		throw new HandoverError('STAFF_INVALID', `Staff: ${which} is not valid. ${hint}`);
	}
	const staff = parsed.output.map(withId);
	if (new Set(staff.map(({ id }) => id)).size < staff.length) {
		throw new HandoverError('STAFF_INVALID', 'Staff: two members have the same id.');
	}
	return staff;
}

function withId(member: v.InferOutput<typeof staffMember>): StaffMember {
	return { ...member, id: member.id ?? member.name };
}

const BEFORE_THERE_WAS_A_FIELD: Omit<RosterEntry, 'id' | 'name'> = {
	email: null,
	notifyConversationAssigned: true,
	notifyTaskAssigned: true,
	enabled: true,
	workingHours: '',
	timeZone: '',
	capacity: null,
	weight: 1,
	fallbackContact: false,
	available: true,
	lastAssigned: 0,
	openConversations: 0,
};

/**
 * A member as a store keeps them. `profile` is a {@link StaffMember}, with `available` once that was
 * set; an older version may have saved it without a field that there is now.
 */
export function rosterEntry(
	profile: Pick<StaffMember, 'id' | 'name'>,
	counts: Pick<RosterEntry, 'lastAssigned' | 'openConversations'>,
): RosterEntry {
	return { ...BEFORE_THERE_WAS_A_FIELD, ...profile, ...counts };
}

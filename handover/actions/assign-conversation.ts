import * as v from 'valibot';
import type { Instant } from '../conversation/conversation';
import { isStorable } from '../conversation/inbound-message';
import type { HandoverErrorCode } from '../errors';
import {
	checkAcceptWithin,
	setAcceptTimer,
	stopAcceptTimer,
	type PassOn,
} from '../staff/accept-timer';
import { ASSIGNMENT_RULE_NAMES } from '../staff/assignment-rules';
import { give, handToNext, type Staffed, type Wish } from '../staff/next-available';
import type { Write } from '../stores/store';
import type { Action, ActionContext, ActionOutcome } from './action';
import { parseFields } from './parse-fields';
import { skip } from './skip';
import { timeSpan } from './time-span';

const fields = v.object({
	assignTo: v.optional(v.picklist(['auto', 'staffMember']), 'auto'),
	staffId: v.optional(v.pipe(v.string(), v.check(isStorable)), ''),
	keepCurrentAssignee: v.optional(v.boolean(), true),
	/** In which order the others are asked. */
	rule: v.optional(v.picklist(ASSIGNMENT_RULE_NAMES), 'roundRobin'),
	/** Who takes part; empty: the whole roster. */
	staffIds: v.optional(v.array(v.string()), []),
	/** What is wrong with other entries of the list that these are from. */
	staffFault: v.optional(v.string()),
	/** Within which time somebody has to accept; 0: they need not. */
	acceptWithin: v.optional(v.union([v.number(), v.string()]), 10),
	acceptUnit: v.optional(v.string(), 'minutes'),
});
export type AssignConversationFields = v.InferOutput<typeof fields>;

/**
 * R7 and R14: a human who has taken it already, or the named staff member, or the current one, or whom
 * the rule says; and whoever is next when that one cannot take it. Done when it went to the one who was named, or nobody was named; failed
 * when somebody else has it or nobody, or the staff list has a wrong entry, with what happened instead.
 */
export const assignConversation: Action<AssignConversationFields> = {
	kind: 'assignConversation',
	need: { staff: 'toAssign' },
	parse(input) {
		const own = parseFields(fields, input, 'SETTINGS_INVALID');
		acceptSpan(own.acceptWithin, own.acceptUnit);
		return own;
	},
	apply(context, own) {
		if (context.scenario?.skipAssignToUser) {
			return skip('The scenario does not assign the conversation.');
		}
		const named = nameOf(context, own);
		const kept = keptByHuman(context, own);
		if (kept) {
			const isWanted = named === null || named === kept.assignee;
			const error = isWanted ? undefined : fault('HANDOVER_TAKEN');
			return outcome(kept, error, [stopAcceptTimer(context.handover.id)]);
		}
		const staffed = handToNext(context, wishOf(context, own, named));
		const error = withFaultOfList(faultOf(staffed, named), own);
		return outcome(staffed, error, [timerOf(context, own, staffed)]);
	},
};

/** Blank: a particular one is to have it, and none is chosen. Null: whoever is next. */
function nameOf({ scenario }: ActionContext, own: AssignConversationFields): string | null {
	return scenario?.assignToUserId || (own.assignTo === 'staffMember' ? own.staffId.trim() : null);
}

function wishOf(
	{ conversation }: ActionContext,
	own: AssignConversationFields,
	named: string | null,
): Wish {
	const kept = mayKeep(own, conversation.assignee) ? conversation.assignee : null;
	const first = named === null ? kept : named || null;
	return { first, among: own.staffIds, rule: own.rule };
}

function mayKeep(own: AssignConversationFields, assignee: string | null): boolean {
	if (!own.keepCurrentAssignee || assignee === null) return false;
	return own.staffIds.length === 0 || own.staffIds.includes(assignee);
}

/**
 * A human who has taken the handover, or already talks to the contact, stays, whatever their hours say
 * and whoever else is named.
 */
function keptByHuman(context: ActionContext, own: AssignConversationFields): Staffed | undefined {
	const { conversation, handover, now } = context;
	const { assignee, lastHumanReplyAt } = conversation;
	const { acceptedAt } = handover.staffing;
	if (conversation.owner !== 'human' || assignee === null) return undefined;
	const isTalking = lastHumanReplyAt !== null && mayKeep(own, assignee);
	if (acceptedAt === null && !isTalking) return undefined;
	const given = give(context, { id: assignee });
	if ('refused' in given) return undefined;
	const staffing = { ...given.handover.staffing, acceptedAt: acceptedAt ?? now };
	return { ...given, handover: { ...given.handover, staffing } };
}

function timerOf(
	{ handover, scenario, clockNow }: ActionContext,
	own: AssignConversationFields,
	{ assignee }: Staffed,
): Write {
	const acceptWithin =
		scenario?.acceptWithin === undefined
			? acceptSpan(own.acceptWithin, own.acceptUnit)
			: acceptSpan(scenario.acceptWithin, scenario.acceptUnit);
	if (assignee === null || acceptWithin === 0) return stopAcceptTimer(handover.id);
	const next: PassOn = { acceptWithin, among: own.staffIds, rule: own.rule };
	return setAcceptTimer(handover.id, clockNow, next);
}

/** @throws {HandoverError} `ACCEPT_OUT_OF_RANGE` */
export function acceptSpan(amount: unknown, unit: unknown = 'minutes'): Instant {
	return checkAcceptWithin(timeSpan(amount, unit));
}

function outcome(
	staffed: Staffed,
	error: ActionOutcome['error'] | undefined,
	timer: Write[],
): ActionOutcome {
	const { conversation, handover, assignee, passedOver: tried, alerted } = staffed;
	const queue = assignee === null ? 'unassigned' : null;
	return {
		status: error ? 'failed' : 'done',
		...(error && { error }),
		conversation,
		handover,
		writes: [...staffed.writes, ...timer],
		result: error ? { tried, assignee, queue, alerted } : { assignee, tried },
	};
}

function faultOf(
	{ assignee, passedOver }: Staffed,
	named: string | null,
): ActionOutcome['error'] | undefined {
	if (assignee === null) return fault('STAFF_NOBODY_AVAILABLE');
	if (named === null || assignee === named) return undefined;
	const why = passedOver.find(({ staffId }) => staffId === named)?.reason;
	return fault(!why || why === 'unknown' ? 'STAFF_UNKNOWN' : 'STAFF_UNAVAILABLE');
}

/** A wrong entry may be why the chosen one is not known, or nobody is there. */
function withFaultOfList(
	error: ActionOutcome['error'] | undefined,
	{ staffFault }: AssignConversationFields,
): ActionOutcome['error'] | undefined {
	if (staffFault === undefined) return error;
	if (!error) return { code: 'STAFF_INVALID', message: staffFault };
	return { ...error, message: `${error.message} ${staffFault}` };
}

const FAULTS = {
	STAFF_UNKNOWN:
		'The chosen staff member is not in the roster; the next available one has the conversation. Choose one of the staff list.',
	STAFF_UNAVAILABLE:
		'The chosen staff member cannot take the conversation now; the next available one has it.',
	HANDOVER_TAKEN: 'Somebody else has already taken the conversation, and keeps it.',
	STAFF_NOBODY_AVAILABLE:
		'Nobody can take the conversation now. It waits in the unassigned queue, and the fallback contact is told.',
} satisfies Partial<Record<HandoverErrorCode, string>>;

function fault(code: keyof typeof FAULTS): { code: HandoverErrorCode; message: string } {
	return { code, message: FAULTS[code] };
}

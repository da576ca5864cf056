import * as v from 'valibot';
import type { Instant } from '../conversation/conversation';
import { HandoverError } from '../errors';
import type { NewJob } from '../stores/records';
import type { Write } from '../stores/store';
import { ASSIGNMENT_RULE_NAMES, type AssignmentRule } from './assignment-rules';

/** A handover of whom nobody says within this time that they have it is passed on, or alerted. */
export const DEFAULT_ACCEPT_WITHIN: Instant = 10 * 60_000;
/** As long as the longest pause. */
export const MAX_ACCEPT_WITHIN: Instant = 30 * 86_400_000;
export const ACCEPT_BY = 'acceptBy';

/** To whom the conversation goes next. */
export interface PassOn {
	acceptWithin: Instant;
	among: string[];
	rule: AssignmentRule;
}

const passOn = v.object({
	acceptWithin: v.number(),
	among: v.array(v.string()),
	rule: v.picklist(ASSIGNMENT_RULE_NAMES),
});

/** There is one for each open handover: setting it anew takes the place of the one before. */
export function acceptTimerId(handoverId: string): string {
	return `${ACCEPT_BY}:${handoverId}`;
}

/** Without `next`, nobody is assigned yet, and there is nobody to pass it on to: it only alerts. */
export function setAcceptTimer(
	handoverId: string,
	now: Instant,
	next: PassOn | null,
	within: Instant = next?.acceptWithin ?? DEFAULT_ACCEPT_WITHIN,
): Write {
	const job: NewJob = {
		id: acceptTimerId(handoverId),
		kind: ACCEPT_BY,
		handoverId,
		dueAt: now + within,
		attempts: 0,
		payload: { next },
		dead: false,
		error: null,
		createdAt: now,
	};
	return { type: 'job', job };
}

export function stopAcceptTimer(handoverId: string): Write {
	return { type: 'removeJob', jobId: acceptTimerId(handoverId) };
}

/** What {@link setAcceptTimer} was given. */
export function readPassOn(payload: Record<string, unknown>): PassOn | null {
	const parsed = v.safeParse(passOn, payload['next']);
	return parsed.success ? parsed.output : null;
}

/** @throws {HandoverError} `ACCEPT_OUT_OF_RANGE` */
export function checkAcceptWithin(span: Instant | undefined): Instant {
	if (span !== undefined && span >= 0 && span <= MAX_ACCEPT_WITHIN) return span;
	throw new HandoverError(
		'ACCEPT_OUT_OF_RANGE',
		'The time to accept is 0 (off) to 30 days, given in minutes, hours or days.',
	);
}

import * as v from 'valibot';
import type { Instant } from '../conversation/conversation';
import { transition } from '../conversation/transition';
import { HandoverError } from '../errors';
import type { Scenario } from '../scenarios/scenario';
import type { Action } from './action';
import { parseFields } from './parse-fields';
import { skip } from './skip';
import { timeSpan } from './time-span';

export const MAX_PAUSE_DAYS = 30;

const fields = v.object({
	pauseFor: v.optional(v.union([v.number(), v.string()]), 24),
	pauseUnit: v.optional(v.string(), 'hours'),
	untilResumed: v.optional(v.boolean(), false),
});
export type PauseBotFields = v.InferOutput<typeof fields>;

/** R10: keeps the bot silent for a time, or until somebody resumes it. */
export const pauseBot: Action<PauseBotFields> = {
	kind: 'pauseBot',
	need: {},
	parse(input) {
		const own = parseFields(fields, input, 'PAUSE_OUT_OF_RANGE');
		if (!own.untilResumed) pauseSpan(own.pauseFor, own.pauseUnit);
		return own;
	},
	apply(context, own) {
		const { conversation, handover, scenario, now, clockNow } = context;
		if (scenario?.skipPause) return skip('The scenario does not pause the bot.');
		const span = wantedSpan(scenario, own);
		const until = span === null ? null : clockNow + span;
		return {
			status: 'done',
			conversation: {
				...conversation,
				...transition(conversation, { type: 'bot.paused', at: now, until }),
			},
			writes: [
				{
					type: 'event',
					event: { type: 'bot.paused', handoverId: handover.id, at: now, data: { until } },
				},
			],
			result: { until: until === null ? null : new Date(until).toISOString() },
		};
	},
};

/** `null`: until resumed. */
function wantedSpan(scenario: Scenario | undefined, own: PauseBotFields): Instant | null {
	if (scenario?.reactivateEnabled === false) return null;
	if (scenario?.sleepTime !== undefined) {
		return pauseSpan(scenario.sleepTime, scenario.sleepTimeUnit ?? 'hours');
	}
	return own.untilResumed ? null : pauseSpan(own.pauseFor, own.pauseUnit);
}

/** @throws {HandoverError} `PAUSE_OUT_OF_RANGE` */
export function pauseSpan(amount: unknown, unit: unknown): Instant {
	const span = timeSpan(amount, unit);
	if (span !== undefined && span > 0 && span <= MAX_PAUSE_DAYS * 86_400_000) return span;
	throw new HandoverError(
		'PAUSE_OUT_OF_RANGE',
		`A pause is more than 0 and at most ${MAX_PAUSE_DAYS} days, given in minutes, hours or days. For longer, pause until resumed.`,
	);
}

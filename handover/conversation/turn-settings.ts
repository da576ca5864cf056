import { HandoverError } from '../errors';

/** How the Gate lets the messages of one conversation through to the bot. */
export interface TurnSettings {
	/** Milliseconds. Messages that follow each other within it are answered as one; 0: each by itself. */
	burstWindow: number;
	/** Milliseconds that a message waits at most for the answer to the one before it; 0: not at all. */
	patience: number;
	/** Milliseconds within which the bot answers, else the message comes back; 0: nobody looks. */
	answerWithin: number;
	/** Likewise until the flow confirms that all is done of the turn; else until it is answered. */
	untilConfirmed: boolean;
}

export const DEFAULT_BURST_SECONDS = 0;
export const MAX_BURST_SECONDS = 30;
export const DEFAULT_PATIENCE_SECONDS = 10;
export const MAX_PATIENCE_SECONDS = 120;
export const DEFAULT_ANSWER_SECONDS = 0;
export const MAX_ANSWER_SECONDS = 600;

/** Times in seconds, also as text. @throws {HandoverError} `SETTINGS_INVALID` */
export function parseTurnSettings(input: {
	burstWindow?: unknown;
	orderPatience?: unknown;
	answerWithin?: unknown;
	untilConfirmed?: unknown;
}): TurnSettings {
	return {
		burstWindow: parseSeconds(
			input.burstWindow,
			DEFAULT_BURST_SECONDS,
			MAX_BURST_SECONDS,
			'Join Messages Within',
		),
		patience: parseSeconds(
			input.orderPatience,
			DEFAULT_PATIENCE_SECONDS,
			MAX_PATIENCE_SECONDS,
			'Wait for Earlier Messages',
		),
		answerWithin: parseSeconds(
			input.answerWithin,
			DEFAULT_ANSWER_SECONDS,
			MAX_ANSWER_SECONDS,
			'Answer Within',
		),
		untilConfirmed: input.untilConfirmed === true,
	};
}

function parseSeconds(value: unknown, fallback: number, most: number, field: string): number {
	if (value === undefined || value === null || value === '') return fallback * 1000;
	const seconds = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value;
	if (typeof seconds === 'number' && seconds >= 0 && seconds <= most) return seconds * 1000;
	throw new HandoverError('SETTINGS_INVALID', `${field} must be 0 to ${most} seconds.`);
}

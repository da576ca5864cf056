import { HandoverError } from '../errors';
import { wholeNumber } from './whole-number';

/** How much of a conversation is kept. Both bounds hold. */
export interface TranscriptLimits {
	/** Lines, 2 to 10,000. Default 200. */
	keepMessages: number;
	/** Days, 1 to 3650. Default 90. */
	keepDays: number;
	/** The same in milliseconds. */
	keepFor: number;
}

export const DEFAULT_KEEP_MESSAGES = 200;
export const DEFAULT_KEEP_DAYS = 90;

/** @throws {HandoverError} `SETTINGS_INVALID` */
export function parseTranscriptLimits(input: {
	keepMessages?: unknown;
	keepDays?: unknown;
}): TranscriptLimits {
	const keepDays = whole(input.keepDays, DEFAULT_KEEP_DAYS, 1, 3650, 'Keep Days');
	return {
		keepMessages: whole(input.keepMessages, DEFAULT_KEEP_MESSAGES, 2, 10_000, 'Keep Messages'),
		keepDays,
		keepFor: keepDays * 86_400_000,
	};
}

function whole(
	value: unknown,
	fallback: number,
	least: number,
	most: number,
	field: string,
): number {
	if (value === undefined || value === null || value === '') return fallback;
	const number = wholeNumber(value, least, most);
	if (number !== undefined) return number;
	throw new HandoverError(
		'SETTINGS_INVALID',
		`${field} must be a whole number from ${least} to ${most}.`,
	);
}

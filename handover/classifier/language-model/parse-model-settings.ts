import { wholeNumber } from '../../conversation/whole-number';
import { HandoverError } from '../../errors';
import type { ModelLimits } from './limit-model';
import type { UnsureBand } from './unsure-band';

const LONGEST_TIME_OUT = 120;
const MOST_AT_ONCE = 100;
const MOST_A_DAY = 1_000_000_000;

/** As the dialogs have them: the time-out in seconds. What is left out or blank has its default. */
export interface LimitFields {
	timeOut?: unknown;
	concurrency?: unknown;
	dailyBudget?: unknown;
}

export const DEFAULT_LIMITS = { timeOut: 8, concurrency: 4, dailyBudget: 0 } as const;

/** @throws {HandoverError} `SETTINGS_INVALID` */
export function parseLimits(fields: LimitFields): ModelLimits {
	const { timeOut, concurrency, dailyBudget } = withDefaults(fields, DEFAULT_LIMITS);
	const seconds = numberFrom(timeOut);
	const atOnce = wholeNumber(concurrency, 1, MOST_AT_ONCE);
	const aDay = wholeNumber(dailyBudget, 0, MOST_A_DAY);
	if (!(seconds > 0 && seconds <= LONGEST_TIME_OUT)) {
		throw invalid(`The model's time-out must be over 0 and at most ${LONGEST_TIME_OUT} seconds.`);
	}
	if (atOnce === undefined) {
		throw invalid(`The model's calls at once must be a whole number from 1 to ${MOST_AT_ONCE}.`);
	}
	if (aDay === undefined) {
		throw invalid("The model's calls a day must be a whole number; 0 is no limit.");
	}
	return { timeOut: Math.ceil(seconds * 1000), concurrency: atOnce, dailyBudget: aDay };
}

export const DEFAULT_BAND: UnsureBand = { from: 0.15, to: 0.85 };

/** @throws {HandoverError} `SETTINGS_INVALID` */
export function parseBand(fields: { from?: unknown; to?: unknown }): UnsureBand {
	const given = withDefaults(fields, DEFAULT_BAND);
	const band = { from: numberFrom(given.from), to: numberFrom(given.to) };
	if (band.from >= 0 && band.from <= band.to && band.to <= 1) return band;
	throw invalid('The unsure band must be two numbers from 0 to 1, the lower one first.');
}

/** @throws {HandoverError} `SETTINGS_INVALID` when no request could be made of them. */
export function parseServer(baseUrl: unknown, model: unknown): { baseUrl: string; model: string } {
	const name = typeof model === 'string' ? model.trim() : '';
	if (name === '') throw invalid('No model is named. Write its name as the server calls it.');
	const url = typeof baseUrl === 'string' ? baseUrl.trim() : '';
	if (!isWebAddress(url)) {
		throw invalid(
			"The base URL must be a web address, such as https://api.openai.com/v1. Check the model's server.",
		);
	}
	// Requests with a user in their address are refused where they are made, and nobody would know why.
	const { username, password } = new URL(url);
	if (username || password) {
		throw invalid(
			'The base URL has a user or a password in it. Put the key into its own field instead.',
		);
	}
	return { baseUrl: url, model: name };
}

function isWebAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/**
 * Empty where there is none.
 * @throws {HandoverError} `SETTINGS_INVALID` for one that no header can carry; it does not say which.
 */
export function parseKey(apiKey: unknown): string {
	const key = typeof apiKey === 'string' ? apiKey.trim() : (apiKey ?? '');
	if (typeof key === 'string' && /^[\x20-\x7e]*$/.test(key)) return key;
	throw invalid(
		'The API key has characters that no key has, such as a line break or an ellipsis. Copy the whole key once more.',
	);
}

function withDefaults<T extends object>(fields: Partial<Record<keyof T, unknown>>, defaults: T) {
	const given = Object.entries(fields).filter(([, value]) => value != null && value !== '');
	return { ...defaults, ...Object.fromEntries(given) } as Record<keyof T, unknown>;
}

function numberFrom(value: unknown): number {
	return typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
}

function invalid(message: string): HandoverError {
	return new HandoverError('SETTINGS_INVALID', message);
}

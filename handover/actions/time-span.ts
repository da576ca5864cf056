import type { Instant } from '../conversation/conversation';
import { TIME_UNITS, type TimeUnit } from '../scenarios/scenario';

const MINUTE = 60_000;
const LENGTH: Record<TimeUnit, Instant> = {
	minutes: MINUTE,
	hours: 60 * MINUTE,
	days: 24 * 60 * MINUTE,
};

/** Milliseconds, or undefined when the amount is no number or the unit is unknown. */
export function timeSpan(amount: unknown, unit: unknown): Instant | undefined {
	const known = TIME_UNITS.find((one) => one === unit);
	const number = typeof amount === 'string' && amount.trim() !== '' ? Number(amount) : amount;
	if (!known || typeof number !== 'number' || !Number.isFinite(number)) return undefined;
	return Math.round(number * LENGTH[known]);
}

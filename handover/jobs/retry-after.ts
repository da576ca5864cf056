import type { Instant } from '../conversation/conversation';

/** Milliseconds from now that the header asks for, or null when it says nothing that can be read. */
export function readRetryAfter(header: string | null, now: Instant): Instant | null {
	const text = header?.trim() ?? '';
	if (/^\d+$/.test(text)) return Number(text) * 1_000;
	const date = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

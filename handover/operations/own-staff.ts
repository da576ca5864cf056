import type { Handover } from '../conversation/handover';

/** Read apart from the other fields: when those are at fault, somebody still has to be told. */
export function withOwnStaff(handover: Handover, fields: unknown): Handover {
	const among = (fields as { staffIds?: unknown } | null | undefined)?.staffIds;
	if (!Array.isArray(among) || among.length === 0 || !among.every(isText)) return handover;
	return { ...handover, staffing: { ...handover.staffing, among: [...among] } };
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

import type { Instant } from '../conversation/conversation';

/** One range of wall-clock time that begins on each of `days`. Minutes after midnight. */
interface Range {
	/** 0 = Sunday. */
	days: readonly number[];
	from: number;
	/** Up to, not including; no later than `from` means the next day. */
	to: number;
}

const DAY = 24 * 60;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
/** The beginnings of the English and German names; none of them means two days. */
const DAYS: Record<string, number> = {
	su: 0,
	so: 0,
	mo: 1,
	tu: 2,
	di: 2,
	we: 3,
	mi: 3,
	th: 4,
	do: 4,
	fr: 5,
	sa: 6,
};

/**
 * Whether the wall clock in `timeZone` is within `hours`, such as `Mon-Fri 09:00-17:00; Sat 22:00-02:00`.
 * Blank hours are always. A range over midnight belongs to the day on which it begins. The instant is
 * turned into wall-clock time and never back, so no change to or from summer time makes it ambiguous:
 * an hour that comes twice counts twice, one that is left out does not come.
 */
export function isWithin(hours: string, timeZone: string, at: Instant): boolean {
	if (!hours.trim()) return true;
	const { day, minute } = wallClock(timeZone, at);
	return (parseHours(hours) ?? []).some(({ days, from, to }) => {
		if (from < to) return days.includes(day) && minute >= from && minute < to;
		return (days.includes(day) && minute >= from) || (days.includes((day + 6) % 7) && minute < to);
	});
}

/** Whether they can be read: `days times` separated by semicolons, either part a list with commas. */
export function areHours(hours: string): boolean {
	return !hours.trim() || parseHours(hours) !== undefined;
}

/** Whether this machine knows the IANA time zone; blank is UTC. */
export function isTimeZone(timeZone: string): boolean {
	try {
		clockOf(timeZone);
		return true;
	} catch {
		return false;
	}
}

function parseHours(hours: string): Range[] | undefined {
	const ranges: Range[] = [];
	for (const part of hours.split(/[;\n]/).filter((one) => one.trim())) {
		const found = /^\s*(\D*?)\s*(\d.*?)\s*$/.exec(part);
		const days = found && parseDays(found[1]!);
		const times = found?.[2]!.split(',').map(parseTimes);
		if (!days || !times) return undefined;
		for (const time of times) {
			if (!time) return undefined;
			ranges.push({ days, ...time });
		}
	}
	return ranges.length ? ranges : undefined;
}

/** `Mon-Fri, Sun`. Nothing is every day. */
function parseDays(text: string): number[] | undefined {
	if (!text) return EVERY_DAY;
	const days: number[] = [];
	for (const part of text.split(',')) {
		const [first, last = first, ...more] = part.split(/[-–]/).map(dayOf);
		if (first === undefined || last === undefined || more.length) return undefined;
		for (let day = first; ; day = (day + 1) % 7) {
			days.push(day);
			if (day === last) break;
		}
	}
	return days;
}

function dayOf(name: string): number | undefined {
	const found = /^\s*([a-z]{2})[a-z]*\.?\s*$/i.exec(name);
	return found ? DAYS[found[1]!.toLowerCase()] : undefined;
}

/** `09:00-17:30`, or `9-17`. */
function parseTimes(text: string): Pick<Range, 'from' | 'to'> | undefined {
	const found = /^\s*(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?\s*$/.exec(text);
	if (!found) return undefined;
	const from = minuteOf(found[1]!, found[2]);
	const to = minuteOf(found[3]!, found[4]);
	return from === undefined || to === undefined || from === DAY ? undefined : { from, to };
}

function minuteOf(hour: string, minute = '0'): number | undefined {
	const minutes = Number(hour) * 60 + Number(minute);
	return Number(minute) < 60 && minutes <= DAY ? minutes : undefined;
}

function wallClock(timeZone: string, at: Instant): { day: number; minute: number } {
	const parts = Object.fromEntries(
		clockOf(timeZone)
			.formatToParts(at)
			.map(({ type, value }) => [type, value]),
	);
	return {
		day: DAYS[parts['weekday']!.slice(0, 2).toLowerCase()]!,
		minute: Number(parts['hour']) * 60 + Number(parts['minute']),
	};
}

/** Making one takes longer than all the rest. There are a few hundred zones at most. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** @throws {RangeError} for a zone that this machine does not know. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
	const name = timeZone.trim() || 'UTC';
	const known = clocks.get(name);
	if (known) return known;
	const clock = new Intl.DateTimeFormat('en-US', {
		timeZone: name,
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	});
	clocks.set(name, clock);
	return clock;
}

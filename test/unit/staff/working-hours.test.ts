import { areHours, isTimeZone, isWithin } from '../../../handover/staff/working-hours';

const OFFICE = 'Mon-Fri 09:00-17:00; Sat 10:00-14:00';
const NIGHT = 'Fri-Sat 22:00-02:00';

describe('working hours', () => {
	// 2026-11-23 is a Monday.
	test.each([
		['', '2026-11-22T03:00Z', true],
		[OFFICE, '2026-11-23T08:59Z', false],
		[OFFICE, '2026-11-23T09:00Z', true],
		[OFFICE, '2026-11-23T16:59Z', true],
		[OFFICE, '2026-11-23T17:00Z', false],
		[OFFICE, '2026-11-28T10:00Z', true],
		[OFFICE, '2026-11-28T09:00Z', false],
		[OFFICE, '2026-11-29T12:00Z', false],
		[NIGHT, '2026-11-27T21:59Z', false],
		[NIGHT, '2026-11-27T22:00Z', true],
		[NIGHT, '2026-11-28T01:59Z', true],
		[NIGHT, '2026-11-28T02:00Z', false],
		[NIGHT, '2026-11-29T01:59Z', true],
		[NIGHT, '2026-11-29T22:00Z', false],
		[NIGHT, '2026-11-27T01:00Z', false],
		['00:00-24:00', '2026-11-29T23:59Z', true],
		['Sat-Mon 8-12', '2026-11-29T08:00Z', true],
		['Sat-Mon 8-12', '2026-11-24T08:00Z', false],
		['Mo, Mi 8-12,13-17', '2026-11-25T13:30Z', true],
		['Mo, Mi 8-12,13-17', '2026-11-25T12:30Z', false],
		['Di-Do 08:00–16:00', '2026-11-26T15:59Z', true],
		['So 12-13', '2026-11-29T12:30Z', true],
	])('"%s" at %s in UTC: %s', (hours, at, expected) => {
		expect(isWithin(hours, '', Date.parse(at))).toBe(expected);
	});

	test.each([
		// New York changes to summer time on 2026-03-08 at 2:00, and back on 2026-11-01 at 2:00.
		['America/New_York', '09:00-17:00', '2026-03-07T14:00Z', true],
		['America/New_York', '09:00-17:00', '2026-03-07T13:59Z', false],
		['America/New_York', '09:00-17:00', '2026-03-08T13:00Z', true],
		['America/New_York', '09:00-17:00', '2026-03-08T12:59Z', false],
		['America/New_York', '09:00-17:00', '2026-11-01T13:59Z', false],
		['America/New_York', '09:00-17:00', '2026-11-01T14:00Z', true],
		// Berlin's night of 2026-10-25 has the hour from 2 to 3 twice; that of 2026-03-29 has none.
		['Europe/Berlin', 'Sat 22:00-03:00', '2026-10-25T00:30Z', true],
		['Europe/Berlin', 'Sat 22:00-03:00', '2026-10-25T01:30Z', true],
		['Europe/Berlin', 'Sat 22:00-03:00', '2026-10-25T02:00Z', false],
		['Europe/Berlin', 'Sun 02:00-03:00', '2026-03-29T00:59Z', false],
		['Europe/Berlin', 'Sun 02:00-03:00', '2026-03-29T01:00Z', false],
		['Europe/Berlin', 'Sat 22:00-03:30', '2026-03-29T01:29Z', true],
		['Europe/Berlin', 'Sat 22:00-03:30', '2026-03-29T01:30Z', false],
		// The weekday is the one over there.
		['Pacific/Auckland', 'Mon 08:00-12:00', '2026-11-22T20:00Z', true],
		['Pacific/Auckland', 'Sun', '2026-11-22T20:00Z', false],
		['Asia/Kathmandu', '09:00-10:00', '2026-11-23T03:15Z', true],
		['Asia/Kathmandu', '09:00-10:00', '2026-11-23T03:14Z', false],
	])('in %s, "%s" at %s: %s', (zone, hours, at, expected) => {
		expect(isWithin(hours, zone, Date.parse(at))).toBe(expected);
	});

	test.each(['', '  ', OFFICE, NIGHT, 'Mon-Fri 9-17', 'monday - friday 09:00 - 17:00', '0-24'])(
		'"%s" can be read',
		(hours) => expect(areHours(hours)).toBe(true),
	);

	test.each([
		'Mon-Fri',
		'9',
		'25-26',
		'09:60-10:00',
		'Xyz 9-17',
		'Mon-Tue-Wed 9-17',
		'9-17,',
		'24:00-02:00',
		'Mon 9-17 Tue',
		';',
	])('"%s" cannot', (hours) => expect(areHours(hours)).toBe(false));

	test('a time zone is one that the machine knows', () => {
		expect(['', 'UTC', 'Europe/Berlin', 'America/New_York'].map(isTimeZone)).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect(['Berlin', 'Mars/Olympus', '+99:00'].map(isTimeZone)).toEqual([false, false, false]);
	});
});

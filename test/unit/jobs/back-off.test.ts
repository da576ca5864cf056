import * as fc from 'fast-check';
import { backOff } from '../../../handover/jobs/back-off';
import { readRetryAfter } from '../../../handover/jobs/retry-after';
import { NOON } from '../../builders/services';

const SECOND = 1_000;

describe('the wait after a failed try', () => {
	test.each([
		[1, 5],
		[2, 20],
		[3, 80],
		[4, 320],
		[5, 1_280],
		[6, 3_600],
		[50, 3_600],
	])('after %i failures it is anything up to %i seconds', (failed, seconds) => {
		expect(backOff(failed, 1, null)).toBe(seconds * SECOND);
		expect(backOff(failed, 0.5, null)).toBe((seconds * SECOND) / 2);
		expect(backOff(failed, 0, null)).toBe(0);
	});

	test('is no shorter than the receiver asked for, unless it asks for more than a day', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 60 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.integer({ min: 0, max: 10 ** 12 }),
				(failed, random, wish) => {
					const wait = backOff(failed, random, wish);
					const most = 24 * 3_600 * SECOND;
					expect(wait).toBeGreaterThanOrEqual(Math.min(wish, most));
					expect(wait).toBeLessThanOrEqual(most + SECOND);
				},
			),
		);
	});
});

test.each([
	['120', 120_000],
	[' 0 ', 0],
	['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
	['Sun, 22 Nov 2026 11:00:00 GMT', 0],
	['soon', null],
	['', null],
	['-5', null],
	[null, null],
])('Retry-After: %j means %j milliseconds', (header, expected) => {
	expect(readRetryAfter(header, NOON)).toBe(expected);
});

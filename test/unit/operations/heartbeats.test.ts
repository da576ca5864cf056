import { Heartbeats } from '../../../handover/operations/heartbeats';
import { SetClock } from '../../builders/services';

const SECOND = 1_000;

let clock: SetClock;
let heartbeats: Heartbeats;
beforeEach(() => {
	clock = new SetClock();
	heartbeats = new Heartbeats(clock);
});

const hear = (beats: number, hasLeft = false) =>
	heartbeats.hear([{ runner: 'there/1/a', beats, hasLeft }]);
const isGone = () => heartbeats.isGone('there/1/a');

/** Looks every five seconds, as long as given; `next` is what it finds each time. */
function pass(seconds: number, next: () => number): void {
	for (let passed = 0; passed < seconds; passed += 5) {
		clock.advance(5 * SECOND);
		hear(next());
	}
}

test('who misses beats for thirty seconds is gone', () => {
	hear(1);
	pass(25, () => 1);
	expect(isGone()).toBe(false);
	pass(5, () => 1);
	expect(isGone()).toBe(true);
});

test('who beats lives, however the clocks of hosts are set', () => {
	let beats = 1;
	hear(beats);
	for (let minute = 0; minute < 10; minute++) {
		clock.at += minute % 2 ? 3_600_000 : -3_600_000;
		pass(60, () => ++beats);
		expect(isGone()).toBe(false);
	}
});

test('who beats again lives again', () => {
	hear(1);
	pass(60, () => 1);
	expect(isGone()).toBe(true);
	hear(2);
	expect(isGone()).toBe(false);
	pass(25, () => 2);
	expect(isGone()).toBe(false);
});

test('whoever did not look, because they hung or the store was away, has seen no silence', () => {
	hear(1);
	clock.advance(600 * SECOND);
	hear(1);
	expect(isGone()).toBe(false);
	// The others may need a moment, too, until they beat again.
	pass(15, () => 1);
	expect(isGone()).toBe(false);
	pass(5, () => 1);
	expect(isGone()).toBe(true);
});

test('between two looks nobody dies', () => {
	hear(1);
	clock.advance(600 * SECOND);
	expect(isGone()).toBe(false);
});

test('who has left is gone, unless a redeploy has brought it back by the next look', () => {
	hear(1);
	hear(1, true);
	expect(isGone()).toBe(false);
	hear(2);
	hear(2, true);
	hear(2, true);
	expect(isGone()).toBe(true);
});

describe('of whom the host says that they have ended', () => {
	let hasEnded: boolean;
	beforeEach(() => {
		hasEnded = true;
		heartbeats = new Heartbeats(clock, () => hasEnded);
	});

	test('nobody waits for the silence', () => {
		hasEnded = false;
		hear(1);
		hear(2);
		expect(isGone()).toBe(false);
		hasEnded = true;
		expect(isGone()).toBe(true);
		// The last beat before its end is heard after it.
		hear(3);
		expect(isGone()).toBe(true);
		hear(3);
		expect(isGone()).toBe(true);
	});

	test('one that only left a number, or none, may be long dead', () => {
		expect(isGone()).toBe(true);
		hear(7);
		hear(7);
		expect(isGone()).toBe(true);
	});

	test('who beats on is where the host does not look, and only its beats count', () => {
		hear(7);
		hear(8);
		expect(isGone()).toBe(false);
		pass(25, () => 8);
		expect(isGone()).toBe(false);
		pass(5, () => 8);
		expect(isGone()).toBe(true);
		hear(9);
		expect(isGone()).toBe(false);
	});
});

test('of whom it has never heard, it does not say that they are gone', () => {
	hear(1);
	pass(600, () => 1);
	expect(heartbeats.isGone('older/1/version')).toBe(false);
});

test('who was forgotten, and comes back, begins anew', () => {
	hear(1);
	pass(60, () => 1);
	heartbeats.hear([]);
	expect(isGone()).toBe(false);
	hear(1);
	expect(isGone()).toBe(false);
});

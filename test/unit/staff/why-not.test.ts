import type { SkipReason } from '../../../handover/conversation/handover';
import type { RosterEntry } from '../../../handover/staff/staff-member';
import { whyNot } from '../../../handover/staff/why-not';
import { anEntry } from '../../builders/staff';

const NOON = Date.parse('2026-11-23T12:00Z');

const why = (given: Partial<RosterEntry>, tried: SkipReason[] = [], heldBy: string | null = null) =>
	whyNot(anEntry('Ana', given), {
		now: NOON,
		tried: tried.map((reason) => ({ staffId: 'Ana', reason, at: NOON })),
		heldBy,
	});

describe('why somebody cannot take a conversation', () => {
	test.each([
		[{}, undefined],
		[{ enabled: false }, 'disabled'],
		[{ available: false }, 'offline'],
		[{ workingHours: 'Mon 13-17' }, 'outsideHours'],
		[{ workingHours: 'Mon 13-17', timeZone: 'Europe/Berlin' }, undefined],
		[{ capacity: 2, openConversations: 1 }, undefined],
		[{ capacity: 2, openConversations: 2 }, 'atCapacity'],
		[{ capacity: null, openConversations: 2_000 }, undefined],
	] as Array<[Partial<RosterEntry>, SkipReason | undefined]>)('%j: %s', (given, expected) => {
		expect(why(given)).toBe(expected);
	});

	test('nobody by that id', () => {
		expect(whyNot(undefined, { now: NOON, tried: [], heldBy: null })).toBe('unknown');
	});

	test.each(['notAccepted', 'deskRefused'] as const)('asked before, and %s', (reason) => {
		expect(why({}, [reason])).toBe(reason);
	});

	test.each(['disabled', 'offline', 'outsideHours', 'atCapacity', 'unknown'] as const)(
		'could not be asked before (%s), and can now',
		(reason) => expect(why({}, [reason])).toBeUndefined(),
	);

	test('the conversation in question does not count against who has it', () => {
		expect(why({ capacity: 1, openConversations: 1 }, [], 'Ana')).toBeUndefined();
		expect(why({ capacity: 1, openConversations: 1 }, [], 'Ben')).toBe('atCapacity');
		expect(why({ capacity: 1, openConversations: 2 }, [], 'Ana')).toBe('atCapacity');
	});
});

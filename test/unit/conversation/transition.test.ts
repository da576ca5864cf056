import fc from 'fast-check';
import {
	newConversation,
	type ConversationState,
	type Owner,
} from '../../../handover/conversation/conversation';
import { botMayAnswer } from '../../../handover/conversation/send-fence';
import {
	HUMAN_IDLE_AFTER,
	pauseEndsAt,
	transition,
	type ConversationEvent,
} from '../../../handover/conversation/transition';
import { HandoverError } from '../../../handover/errors';

const at = 1_000;
const start: ConversationState = newConversation({ botId: 'b', conversationId: 'c' }, 0);

function state(owner: Owner, more: Partial<ConversationState> = {}): ConversationState {
	return { ...start, owner, ...more };
}

describe('who owns a conversation', () => {
	test.each<[Owner, ConversationEvent['type'], Owner | 'refused']>([
		['bot', 'contact.wrote', 'bot'],
		['bot', 'handover.requested', 'waiting'],
		['bot', 'conversation.assigned', 'refused'],
		['bot', 'conversation.unassigned', 'refused'],
		['bot', 'human.replied', 'human'],
		['bot', 'bot.paused', 'refused'],
		['bot', 'pause.ended', 'bot'],
		['bot', 'conversation.handedBack', 'bot'],
		['bot', 'conversation.closed', 'closed'],
		['waiting', 'contact.wrote', 'waiting'],
		['waiting', 'handover.requested', 'waiting'],
		['waiting', 'conversation.assigned', 'human'],
		['waiting', 'conversation.unassigned', 'waiting'],
		['waiting', 'human.replied', 'human'],
		['waiting', 'bot.paused', 'waiting'],
		['waiting', 'pause.ended', 'bot'],
		['waiting', 'conversation.handedBack', 'bot'],
		['waiting', 'conversation.closed', 'closed'],
		['human', 'contact.wrote', 'human'],
		['human', 'handover.requested', 'human'],
		['human', 'conversation.assigned', 'human'],
		['human', 'conversation.unassigned', 'waiting'],
		['human', 'human.replied', 'human'],
		['human', 'bot.paused', 'human'],
		['human', 'pause.ended', 'bot'],
		['human', 'conversation.handedBack', 'bot'],
		['human', 'conversation.closed', 'closed'],
		['closed', 'contact.wrote', 'bot'],
		['closed', 'handover.requested', 'refused'],
		['closed', 'conversation.assigned', 'refused'],
		['closed', 'conversation.unassigned', 'refused'],
		['closed', 'human.replied', 'closed'],
		['closed', 'bot.paused', 'refused'],
		['closed', 'pause.ended', 'closed'],
		['closed', 'conversation.handedBack', 'refused'],
		['closed', 'conversation.closed', 'closed'],
	])('%s, %s: %s', (owner, type, expected) => {
		const before = state(owner, { pause: owner === 'closed' ? null : { until: at } });
		const event = { at, handoverId: 'h', staffId: 'Ana', until: null, type } as ConversationEvent;
		if (expected === 'refused') {
			expect(() => transition(before, event)).toThrow(HandoverError);
		} else {
			expect(transition(before, event).owner).toBe(expected);
		}
	});

	test('a second request joins the open handover', () => {
		const first = transition(start, { type: 'handover.requested', at, handoverId: 'first' });
		const second = transition(first, { type: 'handover.requested', at, handoverId: 'second' });
		expect(second).toBe(first);
	});

	test('the pause waits for a human who is still writing', () => {
		const writing = state('human', { pause: { until: at }, lastHumanReplyAt: at - 1 });
		expect(transition(writing, { type: 'pause.ended', at })).toBe(writing);
		expect(pauseEndsAt(writing)).toBe(at - 1 + HUMAN_IDLE_AFTER);
		const idle = at - 1 + HUMAN_IDLE_AFTER;
		expect(transition(writing, { type: 'pause.ended', at: idle }).owner).toBe('bot');
	});

	test('a pause without an end is ended by hand only', () => {
		const paused = state('waiting', { pause: { until: null } });
		expect(transition(paused, { type: 'pause.ended', at: Number.MAX_SAFE_INTEGER })).toBe(paused);
	});

	test.each<[Owner, string | null, string | null]>([
		['bot', null, null],
		['bot', 'Ben', 'Ben'],
		['waiting', null, null],
		['waiting', 'Ben', 'Ben'],
		['human', null, 'Ana'],
		['human', 'Ben', 'Ben'],
	])('%s: a reply by %p is credited to %p, Ana being the last assignee', (owner, staffId, by) => {
		const before = state(owner, { assignee: 'Ana' });
		expect(transition(before, { type: 'human.replied', at, staffId }).assignee).toBe(by);
	});

	test('the assignee stays when the bot gets the conversation back', () => {
		const human = state('human', { assignee: 'Ana', pause: { until: null } });
		expect(transition(human, { type: 'conversation.handedBack', at })).toMatchObject({
			owner: 'bot',
			assignee: 'Ana',
			pause: null,
		});
	});
});

const instant = fc.integer({ min: 0, max: 10_000_000 });
const anyEvent: fc.Arbitrary<ConversationEvent> = fc.oneof(
	fc.record({
		type: fc.constantFrom(
			'contact.wrote' as const,
			'pause.ended' as const,
			'conversation.unassigned' as const,
			'conversation.handedBack' as const,
			'conversation.closed' as const,
		),
		at: instant,
	}),
	fc.record({
		type: fc.constant('handover.requested' as const),
		at: instant,
		handoverId: fc.uuid(),
	}),
	fc.record({
		type: fc.constant('conversation.assigned' as const),
		at: instant,
		staffId: fc.constantFrom('Ana', 'Ben'),
	}),
	fc.record({
		type: fc.constant('human.replied' as const),
		at: instant,
		staffId: fc.constantFrom('Ana', null),
	}),
	fc.record({
		type: fc.constant('bot.paused' as const),
		at: instant,
		until: fc.option(instant, { nil: null }),
	}),
);

/** Runs the events one after the other; a refused one changes nothing. */
function* run(events: ConversationEvent[]) {
	let before = start;
	for (const event of events) {
		let after = before;
		try {
			after = transition(before, event);
		} catch (error) {
			if (!(error instanceof HandoverError)) throw error;
		}
		yield { before, after, event };
		before = after;
	}
}

describe('from any order of events', () => {
	const holds = (property: (step: ReturnType<typeof last>) => void) =>
		fc.assert(
			fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
				for (const step of run(events)) property(step);
			}),
			{ numRuns: 2_000 },
		);
	const last = (step: {
		before: ConversationState;
		after: ConversationState;
		event: ConversationEvent;
	}) => step;

	test('the epoch goes up by one with every change of owner, and never otherwise', () => {
		holds(({ before, after }) => {
			expect(after.epoch - before.epoch).toBe(after.owner === before.owner ? 0 : 1);
		});
	});

	test('at most one handover is open, and only a release ends it', () => {
		holds(({ before, after }) => {
			if (before.openHandoverId === null || before.openHandoverId === after.openHandoverId) return;
			expect(after.openHandoverId).toBeNull();
			expect(['bot', 'closed']).toContain(after.owner);
		});
	});

	test('nothing is open or paused while the bot answers or nobody may', () => {
		holds(({ after }) => {
			if (after.owner === 'waiting' || after.owner === 'human') return;
			expect(after).toMatchObject({ openHandoverId: null, pause: null });
		});
	});

	test('the bot never speaks in a conversation that it does not own', () => {
		holds(({ after }) => {
			if (after.owner !== 'bot') expect(botMayAnswer(after, after.epoch)).toBe(false);
		});
	});

	test('an answer that was begun before a takeover never goes out, also after a handback', () => {
		holds(({ before, after }) => {
			if (before.epoch !== after.epoch) expect(botMayAnswer(after, before.epoch)).toBe(false);
		});
	});
});

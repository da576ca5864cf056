import fc from 'fast-check';
import {
	judgeByContact,
	judgeDraft,
	recordAnswer,
	resetAttempts,
	type AttemptJudgement,
} from '../../../handover/attempts/attempts';
import { newConversation } from '../../../handover/conversation/conversation';

const none = newConversation({ botId: 'b', conversationId: 'c' }, 0).attempts;

/**
 * Plays turns: `a` the bot answers, `d` it answers that it does not know, and the contact's turn is
 * `f` failed, `s` succeeded, `t` on another topic, `u` unclear, `r` the last one delivered again.
 */
function play(turns: string): number {
	const judgements: Record<string, AttemptJudgement> = {
		f: 'failed',
		s: 'succeeded',
		t: 'topicChanged',
		u: 'unclear',
	};
	let attempts = none;
	let seq = 0;
	let contactSeq = 0;
	let lastJudgement: AttemptJudgement = 'unclear';
	for (const turn of turns) {
		if (turn === 'a') attempts = recordAnswer(attempts, ++seq, contactSeq);
		else if (turn === 'd') {
			attempts = recordAnswer(judgeDraft(attempts, contactSeq).attempts, ++seq, contactSeq);
		} else {
			if (turn !== 'r') {
				contactSeq = ++seq;
				lastJudgement = judgements[turn]!;
			}
			attempts = judgeByContact(attempts, contactSeq, lastJudgement).attempts;
		}
	}
	return attempts.failedAttempts;
}

test.each([
	['the bot has not answered yet', 'f', 0],
	['an answer that did not help', 'uaf', 1],
	['two answers that did not help', 'uafaf', 2],
	['a burst of complaints about one answer', 'uafff', 1],
	['a complaint that is delivered twice', 'uafr', 1],
	['an answer to the clarifying question', 'uafau', 1],
	['a success after a failure', 'uafas', 0],
	['another topic after a failure', 'uafat', 0],
	['a failure after a success', 'uasaf', 1],
	['the bot does not know', 'ud', 1],
	['the bot does not know, and the contact says so, too', 'udf', 1],
	['the bot does not know twice', 'udud', 2],
	['a complaint, then the bot does not know', 'uafd', 2],
])('%s (%s): %i failed', (_case, turns, failed) => {
	expect(play(turns)).toBe(failed);
});

test('a turn that was counted is still a failed one when it is judged again', () => {
	const answered = recordAnswer(none, 2, 1);
	const once = judgeByContact(answered, 3, 'failed');
	const twice = judgeByContact(once.attempts, 3, 'failed');
	expect(twice).toEqual({ attempts: once.attempts, failed: true });
});

test('a draft is counted once for the turn it answers', () => {
	const once = judgeDraft(none, 1);
	expect(judgeDraft(once.attempts, 1)).toEqual(once);
});

test('a handback starts from nothing and answers for nothing before', () => {
	const failed = judgeByContact(recordAnswer(none, 2, 1), 3, 'failed').attempts;
	const reset = resetAttempts(failed);
	expect(reset.failedAttempts).toBe(0);
	expect(judgeByContact(reset, 4, 'failed').failed).toBe(false);
});

test('no order of turns counts more failures than there were answers', () => {
	const turn = fc.constantFrom('a', 'f', 's', 't', 'u', 'r');
	fc.assert(
		fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
			const answers = turns.filter((one) => one === 'a').length;
			expect(play(turns.join(''))).toBeLessThanOrEqual(answers);
		}),
	);
});

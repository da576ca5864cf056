import type { AttemptState } from '../conversation/conversation';

/**
 * An attempt is one bot answer that reached the contact. It fails when the contact's next turn shows
 * that it did not help, or at once when the bot itself says that it does not know. Success, a change
 * of topic and a handback reset the count; silence never does. Source: requirement R4.
 */
export const ATTEMPT_JUDGEMENTS = ['failed', 'succeeded', 'topicChanged', 'unclear'] as const;
export type AttemptJudgement = (typeof ATTEMPT_JUDGEMENTS)[number];

export const DEFAULT_FAILED_ATTEMPTS = 2;
export const MIN_FAILED_ATTEMPTS = 1;
export const MAX_FAILED_ATTEMPTS = 10;

export interface Counted {
	attempts: AttemptState;
	/** Whether this turn is a failed attempt, also when it was counted on an earlier delivery. */
	failed: boolean;
}

/** Judges the last answer by the contact's turn `seq`. The same turn again changes nothing. */
export function judgeByContact(
	attempts: AttemptState,
	seq: number,
	judgement: AttemptJudgement,
): Counted {
	if (attempts.lastJudged && seq <= attempts.lastJudged.seq) {
		return { attempts, failed: seq === attempts.lastJudged.seq && attempts.lastJudged.failed };
	}
	const answer = attempts.lastAnswer;
	// Without an answer, or with one that has already failed, nothing new can have failed: a burst of
	// complaints about one answer counts once.
	// Nor can a complaint that was written before the answer be about it.
	const failed = judgement === 'failed' && answer !== null && !answer.failed && answer.seq < seq;
	const resets = judgement === 'succeeded' || judgement === 'topicChanged';
	// Most turns say nothing of the answer before them: nothing to remember, nothing to write.
	if (!failed && !(resets && attempts.failedAttempts > 0)) return { attempts, failed };
	return {
		failed,
		attempts: {
			...attempts,
			failedAttempts: resets ? 0 : attempts.failedAttempts + (failed ? 1 : 0),
			lastAnswer: failed ? { ...answer, failed: true } : answer,
			lastJudged: { seq, failed },
		},
	};
}

/** Counts the draft that answers the contact's turn `seq` as failed before it goes out. */
export function judgeDraft(attempts: AttemptState, seq: number): Counted {
	if (attempts.draftFailedFor !== null && seq <= attempts.draftFailedFor) {
		return { attempts, failed: seq === attempts.draftFailedFor };
	}
	return {
		failed: true,
		attempts: { ...attempts, failedAttempts: attempts.failedAttempts + 1, draftFailedFor: seq },
	};
}

/** A bot answer to the contact's turn `answersSeq` reached the contact as transcript line `seq`. */
export function recordAnswer(
	attempts: AttemptState,
	seq: number,
	answersSeq: number | null,
): AttemptState {
	const failed = answersSeq !== null && attempts.draftFailedFor === answersSeq;
	return { ...attempts, lastAnswer: { seq, failed } };
}

/** The bot got the conversation back: it starts from nothing, and answers for nothing before. */
export function resetAttempts(attempts: AttemptState): AttemptState {
	return { ...attempts, failedAttempts: 0, lastAnswer: null };
}

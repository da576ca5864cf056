import {
	DEFAULT_FAILED_ATTEMPTS,
	MAX_FAILED_ATTEMPTS,
	MIN_FAILED_ATTEMPTS,
	judgeByContact,
	judgeDraft,
} from '../attempts/attempts';
import type { Conversation } from '../conversation/conversation';
import type { HandoverTrigger } from '../conversation/handover';
import { wholeNumber } from '../conversation/whole-number';
import { HandoverError } from '../errors';
import { DEFAULT_SCENARIOS } from '../scenarios/default-scenarios';
import type { Decision, Snapshot, Write } from '../stores/store';
import { notAdmitted, parseAdmittedTurn } from './admitted-turn';
import { isOfAnother } from './answering-worker';
import { composeData, type CarriedData, type Routed } from './handover-data';
import { eventOf } from './release';
import type { Services } from './services';

export type CountOutput = 'tryAgain' | 'failedToResolve';

export interface CountInput {
	botId?: unknown;
	conversationId?: unknown;
	carried?: unknown;
	/** Failed attempts that call a human, 1 to 10. Default 2 (requirement R4). */
	threshold?: unknown;
}

/**
 * Counts what the classifier said of this turn, at most once per turn, and says whether the bot may
 * try again. An item that was not classified counts nothing.
 * @throws {HandoverError} `MESSAGE_NOT_ADMITTED`, `THRESHOLD_OUT_OF_RANGE`
 */
export async function countAttempt(
	services: Services,
	input: CountInput,
): Promise<Routed<CountOutput>> {
	const { ref, carried } = parseAdmittedTurn(input);
	const threshold = parseThreshold(input.threshold);
	const decide = (snapshot: Snapshot) => count(services, carried, threshold, snapshot);
	// Most turns change nothing, and then nobody has to wait for them.
	if (!saysFailed(carried)) {
		const seen = decide(await services.store.snapshot(ref, NEED));
		if (seen.writes.length === 0) return seen.result;
	}
	return await services.store.change(ref, NEED, decide);
}

const NEED = { settings: true };

/** Then there is most likely something to write. */
function saysFailed({ classification }: CarriedData): boolean {
	return classification?.label === 'failedAttempt' || classification?.attempt === 'failed';
}

function count(
	services: Services,
	carried: CarriedData,
	threshold: number,
	snapshot: Snapshot,
): Decision<Routed<CountOutput>> {
	const { conversation, handover } = snapshot;
	const seq = carried.messageSeq;
	if (!conversation || seq === null) throw notAdmitted();
	const unfinished = conversation.openHandoverId !== null && carried.trigger !== null;
	if (unfinished) {
		return {
			writes: [],
			result: {
				output: 'failedToResolve',
				handover: composeData(carried, conversation, handover),
			},
		};
	}
	const { attempts, failed } = judge(conversation, seq, carried);
	const at = Math.max(services.clock.now(), conversation.updatedAt);
	const next = { ...conversation, attempts, updatedAt: at };
	const grown = attempts.failedAttempts > conversation.attempts.failedAttempts;
	const writes: Write[] =
		attempts === conversation.attempts ? [] : [{ type: 'conversation', conversation: next }];
	if (grown) {
		writes.push(
			eventOf('attempt.failed', null, at, { failedAttempts: attempts.failedAttempts, threshold }),
		);
	}
	const resolved = !(failed && attempts.failedAttempts >= threshold && isEnabled(snapshot));
	const trigger = resolved ? null : triggerOf(attempts.failedAttempts, carried);
	const data = composeData(carried, next, handover);
	return {
		writes,
		result: {
			output: resolved ? 'tryAgain' : 'failedToResolve',
			handover: { ...data, trigger, scenario: trigger?.scenario ?? data.scenario },
		},
	};
}

function judge(conversation: Conversation, seq: number, carried: CarriedData) {
	const { attempts } = conversation;
	const { classification } = carried;
	// One that was erased, and begun anew, has other turns under the same numbers.
	if (!classification || isOfAnother(conversation, carried)) return { attempts, failed: false };
	// The bot's own side says so: by its draft, or by the flow that ran it.
	const ofDraft = classification.evidence.some(
		({ source }) => source === 'botDraft' || source === 'flow',
	);
	if (classification.label === 'failedAttempt' && ofDraft) return judgeDraft(attempts, seq);
	return judgeByContact(attempts, seq, classification.attempt);
}

function isEnabled(snapshot: Snapshot): boolean {
	const scenarios = snapshot.settings?.scenarios ?? DEFAULT_SCENARIOS;
	return scenarios.some(({ name, enabled }) => name === 'failedToResolveIssue' && enabled);
}

function triggerOf(failedAttempts: number, carried: CarriedData): HandoverTrigger {
	const { classification } = carried;
	return {
		scenario: 'failedToResolveIssue',
		probability: classification?.probability ?? 1,
		evidence: [
			{ source: 'counter', rule: `failedAttempts=${failedAttempts}`, text: null },
			...(classification?.evidence ?? []),
		],
		classifier: classification?.classifier ?? null,
	};
}

function parseThreshold(value: unknown): number {
	if (value === undefined || value === null || value === '') return DEFAULT_FAILED_ATTEMPTS;
	const threshold = wholeNumber(value, MIN_FAILED_ATTEMPTS, MAX_FAILED_ATTEMPTS);
	if (threshold !== undefined) return threshold;
	throw new HandoverError(
		'THRESHOLD_OUT_OF_RANGE',
		`The threshold must be a whole number from ${MIN_FAILED_ATTEMPTS} to ${MAX_FAILED_ATTEMPTS}.`,
	);
}

import type { Classification, Classifier, Label } from '../classifier/classifier';
import type { Message } from '../conversation/conversation';
import type { HandoverTrigger } from '../conversation/handover';
import { HandoverError } from '../errors';
import { DEFAULT_SCENARIOS } from '../scenarios/default-scenarios';
import type { Scenario } from '../scenarios/scenario';
import { notAdmitted, parseAdmittedTurn } from './admitted-turn';
import { composeData, type CarriedData, type HandoverData } from './handover-data';
import type { Services } from './services';

type Line = Pick<Message, 'author' | 'text'>;

/** Lines of the transcript that the classifier sees. */
const HISTORY = 12;

export const JUDGE = ['contactMessage', 'botDraft', 'both'] as const;
export type Judge = (typeof JUDGE)[number];

export interface ClassifyInput {
	botId?: unknown;
	conversationId?: unknown;
	/** The `handover` that came with the item. */
	carried?: unknown;
	judge: Judge;
	/** The bot's draft; read when `judge` is `botDraft` or `both`. */
	draft?: unknown;
	/** True, or the text `true` as forms and other nodes write it. A bot that failed needs no draft. */
	botFailed?: unknown;
	/** 0 to 1, also as text; read together with the draft. Blank when nothing was searched. */
	retrievalScore?: unknown;
	/** Decides instead of the one that all turns share. */
	classifier?: Classifier | undefined;
}

export interface Classified {
	output: Label;
	/** The scenario's name when the output is `custom`. */
	customScenario: string | null;
	handover: HandoverData;
}

/**
 * Labels the contact's message, the bot's draft, or both against the bot's enabled scenarios. Changes
 * nothing in the store: the first action opens the handover. Where a handover is already open and is
 * to be finished, its own scenario is the label.
 * @throws {HandoverError} `MESSAGE_NOT_ADMITTED` when the item did not come through a Gate,
 * `TEXT_NOT_A_STRING` for a draft that is none, `RETRIEVAL_SCORE_OUT_OF_RANGE`.
 */
export async function classifyTurn(services: Services, input: ClassifyInput): Promise<Classified> {
	const { ref, carried } = parseAdmittedTurn(input);
	const snapshot = await services.store.snapshot(ref, {
		transcript: HISTORY + ownLines(carried),
		settings: true,
	});
	const { conversation, handover } = snapshot;
	if (!conversation) throw notAdmitted();
	const base = composeData(carried, conversation, handover);
	const scenarios = snapshot.settings?.scenarios ?? DEFAULT_SCENARIOS;

	if (base.handoverId && carried.trigger) {
		return { ...labelOfTrigger(carried.trigger, scenarios), handover: base };
	}
	const judgesDraft = input.judge !== 'contactMessage';
	const botFailed = judgesDraft && isTrue(input.botFailed);
	const classifier = input.classifier ?? services.classifier;
	const classification = await classifier.classify({
		text: input.judge === 'botDraft' ? null : carried.text,
		draft: judgesDraft ? draftText(input.draft, botFailed) : null,
		botFailed,
		retrievalScore: judgesDraft ? parseRetrievalScore(input.retrievalScore) : null,
		history: historyOf(snapshot.transcript, carried, input.judge),
		language: conversation.contact.language,
		scenarios,
	});
	const trigger = triggerOf(classification);
	return {
		output: classification.label,
		customScenario: classification.customScenario,
		handover: {
			...base,
			classification,
			trigger,
			scenario: trigger?.scenario ?? base.scenario,
		},
	};
}

function ownLines({ messageSeq, turnFromSeq }: CarriedData): number {
	return messageSeq !== null && turnFromSeq !== null ? messageSeq - turnFromSeq : 0;
}

/**
 * What was said before the turn, whose messages may have been joined. A draft by itself is judged as
 * the answer to the turn, which then is the last line.
 */
function historyOf(transcript: Message[], carried: CarriedData, judge: Judge): Line[] {
	const { messageSeq, turnFromSeq, text } = carried;
	const first = turnFromSeq ?? messageSeq!;
	const before = transcript.filter(
		({ seq, author }) => seq < messageSeq! && (seq < first || author !== 'contact'),
	);
	if (judge !== 'botDraft') return before;
	if (text === null) return transcript.filter(({ seq }) => seq <= messageSeq!);
	return [...before, { author: 'contact', text }];
}

export function isTrue(value: unknown): boolean {
	return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');
}

/** @throws {HandoverError} `RETRIEVAL_SCORE_OUT_OF_RANGE` */
export function parseRetrievalScore(value: unknown): number | null {
	if (value === undefined || value === null || value === '') return null;
	const score = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value;
	if (typeof score === 'number' && score >= 0 && score <= 1) return score;
	throw new HandoverError(
		'RETRIEVAL_SCORE_OUT_OF_RANGE',
		'The retrieval score must be a number from 0 to 1, or empty when nothing was searched.',
	);
}

function draftText(draft: unknown, botFailed: boolean): string | null {
	if (typeof draft === 'string') return draft;
	if (botFailed) return null;
	throw new HandoverError(
		'TEXT_NOT_A_STRING',
		"The bot's draft must be a string. Set Draft to the bot's answer, or switch on Bot Failed where there is none.",
	);
}

/** A failed attempt alone calls nobody: the Failure Counter decides. */
function triggerOf(classification: Classification): HandoverTrigger | null {
	const { label, probability, evidence, classifier, customScenario } = classification;
	if (label === 'continue' || label === 'failedAttempt') return null;
	return { scenario: customScenario ?? label, probability, evidence, classifier };
}

function labelOfTrigger(
	trigger: HandoverTrigger,
	scenarios: readonly Scenario[],
): Pick<Classified, 'output' | 'customScenario'> {
	switch (trigger.scenario) {
		case 'contactRequest':
		case 'lackOfInformation':
			return { output: trigger.scenario, customScenario: null };
		case 'failedToResolveIssue':
			return { output: 'failedAttempt', customScenario: null };
		default: {
			const known = scenarios.some(({ name }) => name === trigger.scenario);
			// Opened by a flow, or by a scenario that is gone: any scenario's branch finishes it.
			return known
				? { output: 'custom', customScenario: trigger.scenario }
				: { output: 'contactRequest', customScenario: null };
		}
	}
}

import { ATTEMPT_JUDGEMENTS } from '../attempts/attempts';
import { LABELS, type Classification } from '../classifier/classifier';
import type { Evidence, HandoverTrigger } from '../conversation/handover';
import { toStorable } from '../conversation/inbound-message';

/**
 * Reads what a classifier or a counter found out of an item. Every node reads it anew, so this is by
 * hand: a schema takes as long as all the rest of a small operation (ADR 26). Null: it cannot be read.
 */
export function readTrigger(value: unknown): HandoverTrigger | null {
	if (!isObject<HandoverTrigger>(value)) return null;
	const { scenario, probability } = value;
	const classifier = value.classifier ?? null;
	const evidence = readAllEvidence(value.evidence);
	if (typeof scenario !== 'string' || !isNumber(probability)) return null;
	if (!evidence || !isTextOrNull(classifier)) return null;
	return {
		scenario: toStorable(scenario),
		probability,
		evidence,
		classifier: classifier && toStorable(classifier),
	};
}

/** The same for a classification. */
export function readClassification(value: unknown): Classification | null {
	if (!isObject<Classification>(value)) return null;
	const { attempt, classifier, duration } = value;
	const candidate = readCandidate(value);
	const evidence = readAllEvidence(value.evidence);
	const second = value.runnerUp ?? null;
	const runnerUp = second === null ? null : readCandidate(second);
	if (!candidate || !evidence || (second !== null && !runnerUp)) return null;
	if (!isOneOf(ATTEMPT_JUDGEMENTS, attempt)) return null;
	if (typeof classifier !== 'string' || !isNumber(duration)) return null;
	return { ...candidate, evidence, runnerUp, attempt, classifier, duration };
}

type Candidate = Pick<Classification, 'label' | 'customScenario' | 'probability'>;

function readCandidate(value: unknown): Candidate | null {
	if (!isObject<Candidate>(value)) return null;
	const { label, probability } = value;
	const customScenario = value.customScenario ?? null;
	if (!isOneOf(LABELS, label) || !isNumber(probability)) return null;
	if (!isTextOrNull(customScenario)) return null;
	return { label, customScenario, probability };
}

const SOURCES = ['contactMessage', 'botDraft', 'earlierTurn', 'counter', 'flow'] as const;

function readAllEvidence(value: unknown): Evidence[] | null {
	if (!Array.isArray(value)) return null;
	const all: Evidence[] = [];
	for (const one of value as unknown[]) {
		if (!isObject<Evidence>(one)) return null;
		const { source, rule } = one;
		const text = one.text ?? null;
		if (!isOneOf(SOURCES, source) || typeof rule !== 'string' || !isTextOrNull(text)) return null;
		all.push({ source, rule: toStorable(rule), text: text && toStorable(text) });
	}
	return all;
}

/** Its fields may be anything. */
function isObject<Data>(value: unknown): value is { readonly [Name in keyof Data]?: unknown } {
	return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number' && !Number.isNaN(value);
}

function isTextOrNull(value: unknown): value is string | null {
	return value === null || typeof value === 'string';
}

function isOneOf<Name extends string>(names: readonly Name[], value: unknown): value is Name {
	return names.includes(value as Name);
}

import type { Evidence } from '../../conversation/handover';
import { otherwiseTo, type Classification, type Turn } from '../classifier';
import type { Answer } from './answer';
import type { Question } from './questions';
import { shortenQuotes } from './shorten-quotes';

const LONGEST_REASON = 300;
const LONGEST_QUOTE = 80;

export type Decided = Pick<
	Classification,
	'label' | 'customScenario' | 'probability' | 'evidence' | 'runnerUp' | 'attempt'
>;

interface Candidate extends Question {
	probability: number;
}

/** Turns probabilities into one label, as the built-in classifier does: the first that is reached. */
export function decide(turn: Turn, questions: readonly Question[], answer: Answer): Decided {
	const candidates = rank(questions, answer);
	const chosen = candidates.find(isReached);
	const next = candidates
		.filter(({ label }) => label !== chosen?.label || label === 'custom')
		.filter((one) => one !== chosen)
		.sort((a, b) => b.probability - a.probability)[0];
	const attempt = attemptOf(turn, candidates, answer);
	const runnerUp = next ? describe(next) : null;
	if (chosen) {
		const decided = describe(chosen);
		const evidence = evidenceOf(turn, chosen, answer);
		return { ...decided, evidence, runnerUp: runnerUp ?? otherwiseTo(decided), attempt };
	}
	return { ...otherwiseTo(next), evidence: [], runnerUp, attempt };
}

/** In the order of the questions, but of the custom scenarios the likeliest first. */
function rank(questions: readonly Question[], { probabilities }: Answer): Candidate[] {
	const candidates = questions.map((question) => ({
		...question,
		probability: probabilities[question.key] ?? 0,
	}));
	const custom = candidates
		.filter(({ label }) => label === 'custom')
		.sort((a, b) => b.probability - a.probability);
	return candidates.map((one) => (one.label === 'custom' ? custom.shift()! : one));
}

function isReached({ probability, threshold }: Candidate): boolean {
	return probability >= threshold;
}

function describe({ label, customScenario, probability }: Candidate) {
	return { label, customScenario, probability };
}

function attemptOf(turn: Turn, candidates: Candidate[], { lastAnswer }: Answer) {
	if (candidates.some((one) => one.label === 'failedAttempt' && isReached(one))) return 'failed';
	const isAbout = turn.text !== null && turn.history.some(({ author }) => author === 'bot');
	return lastAnswer === 'failed' || !isAbout ? 'unclear' : lastAnswer;
}

/** The model's reason, and its quotation if it is one. */
function evidenceOf(turn: Turn, chosen: Candidate, { reason, quote }: Answer): Evidence[] {
	const isOfDraft = chosen.key === 'lackOfInformation';
	const source = isOfDraft ? 'botDraft' : 'contactMessage';
	const judged = (isOfDraft ? turn.draft : turn.text) ?? '';
	const texts = [turn.text, turn.draft, ...turn.history.map(({ text }) => text)];
	const short = shortenQuotes(
		reason.slice(0, LONGEST_REASON),
		texts.filter((one) => one !== null),
	);
	const evidence: Evidence[] = [{ source, rule: 'modelReason', text: short }];
	if (quote.trim() && judged.includes(quote)) {
		const words = quote.slice(0, LONGEST_QUOTE).toWellFormed();
		evidence.push({ source, rule: 'modelQuote', text: words });
	}
	return evidence;
}

import type { Classification, Classifier, Turn } from '../classifier';
import { parseAnswer, PROMPT_VERSION } from './answer';
import { decide, type Decided } from './decide';
import type { LanguageModel } from './language-model';
import { toModelFailure, type ModelFailureReason } from './model-failure';
import { composeRequest } from './prompt';
import { questionsOf, type Question } from './questions';
import { callsNobody, isSureRequest, isUnsure, type UnsureBand } from './unsure-band';

export const CLASSIFIER_MODES = ['builtIn', 'cascade', 'model'] as const;
/**
 * Who decides. `cascade`: the model where the built-in classifier is unsure, or a
 * custom scenario may be meant and nobody is called. `model`: always the model,
 * but for what it may not overrule.
 */
export type ClassifierMode = (typeof CLASSIFIER_MODES)[number];

const LONGEST_NAME = 80;

export interface ModelClassifierOptions {
	builtIn: Classifier;
	model: LanguageModel;
	mode: ClassifierMode;
	band: UnsureBand;
	/** Ends a running call, as on a redeploy; the built-in decision stands. */
	signal: AbortSignal;
	clock: { now(): number };
	/** Told when the model should have decided and could not. */
	onUnavailable?(reason: ModelFailureReason): void;
	/** Told when it gave a proper answer. */
	onAnswer?(): void;
}

/**
 * Has a language model decide, and stands in for it with the built-in decision whenever the model does
 * not give a proper answer. That decision is always made first.
 *
 * Two things are facts that no model overrules: a request for a human that the built-in classifier is
 * sure of, and the flow's own word that the bot failed.
 */
export function modelClassifier(options: ModelClassifierOptions): Classifier {
	const { builtIn, model, signal, clock } = options;
	return {
		async classify(turn) {
			const start = clock.now();
			const first = await builtIn.classify(turn);
			const questions = questionsFor(options, turn, first);
			if (questions.length === 0) return first;
			const since = () => clock.now() - start;
			try {
				const decided = await ask(model, turn, questions, signal);
				options.onAnswer?.();
				const isAboutCustomOnly = questions.every(isCustom);
				if (isAboutCustomOnly && callsNobody(decided.label)) return { ...first, duration: since() };
				const classifier = `model ${model.name.slice(0, LONGEST_NAME)} ${PROMPT_VERSION}`;
				return { ...decided, classifier, duration: since() };
			} catch (error) {
				const { reason } = toModelFailure(error, clock.now());
				options.onUnavailable?.(reason);
				return withoutModel(first, reason, since());
			}
		},
	};
}

const isCustom = ({ label }: Question) => label === 'custom';
/** What nobody can mean anything by, such as `...`. */
const SAYS_NOTHING = /^[^\p{L}\p{N}\p{Extended_Pictographic}]*$/u;

/**
 * What the model is asked of the turn; nothing, where it may not or need not decide. A custom scenario is
 * never surely false: the built-in classifier knows it by its own words alone, and most who mean it use
 * others. So it is asked for wherever nobody is called, and for nothing else there: what the built-in
 * classifier is sure of stands.
 */
function questionsFor(
	{ mode, band }: ModelClassifierOptions,
	turn: Turn,
	first: Classification,
): Question[] {
	if (mode === 'builtIn' || turn.botFailed || isSureRequest(first, band)) return [];
	const questions = questionsOf(turn);
	if (mode === 'model' || isUnsure(first, band)) return questions;
	const mayMean = callsNobody(first.label) && !SAYS_NOTHING.test(turn.text ?? '');
	return mayMean ? questions.filter(isCustom) : [];
}

async function ask(
	model: LanguageModel,
	turn: Turn,
	questions: Question[],
	signal: AbortSignal,
): Promise<Decided> {
	const text = await model.complete(composeRequest(turn, questions), signal);
	return decide(turn, questions, parseAnswer(text, questions));
}

function withoutModel(
	builtIn: Classification,
	reason: ModelFailureReason,
	duration: number,
): Classification {
	const classifier = `${builtIn.classifier} (model unavailable: ${reason})`;
	return { ...builtIn, classifier, duration };
}

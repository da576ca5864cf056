import * as v from 'valibot';
import { ATTEMPT_JUDGEMENTS, type AttemptJudgement } from '../../attempts/attempts';
import type { AnswerSchema } from './language-model';
import { ModelFailure } from './model-failure';
import type { Question } from './questions';

/** Goes up with every change of the schema or of the prompt, which have one version together. */
export const PROMPT_VERSION = 'prompt/2';

export interface Answer {
	reason: string;
	/** Words of the judged text that decided, as the model copied them; may be empty. */
	quote: string;
	lastAnswer: AttemptJudgement;
	/** By the key of the question. */
	probabilities: Record<string, number>;
}

/**
 * The order of the properties is the order in which a model writes them: the reason comes before the
 * numbers that it is to lead to. No bounds on numbers, which some providers refuse; we check them.
 */
export function answerSchema(questions: readonly Question[]): AnswerSchema {
	const number = { type: 'number', description: 'from 0 to 1' };
	const probabilities = Object.fromEntries(questions.map(({ key }) => [key, number]));
	return {
		name: 'classification',
		schema: closedObject({
			reason: { type: 'string' },
			quote: { type: 'string' },
			lastAnswer: { type: 'string', enum: [...ATTEMPT_JUDGEMENTS] },
			probabilities: closedObject(probabilities),
		}),
	};
}

function closedObject(properties: Record<string, unknown>): Record<string, unknown> {
	const required = Object.keys(properties);
	return { type: 'object', properties, required, additionalProperties: false };
}

/**
 * Takes nothing but one JSON object that is exactly what was asked for.
 * @throws {ModelFailure} `off schema`
 */
export function parseAnswer(text: string, questions: readonly Question[]): Answer {
	const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
	const expected = v.strictObject({
		reason: v.string(),
		quote: v.string(),
		lastAnswer: v.picklist(ATTEMPT_JUDGEMENTS),
		probabilities: v.strictObject(
			Object.fromEntries(questions.map(({ key }) => [key, probability])),
		),
	});
	const parsed = v.safeParse(expected, readJson(text));
	if (!parsed.success) throw new ModelFailure('off schema');
	return parsed.output;
}

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ModelFailure('off schema');
	}
}

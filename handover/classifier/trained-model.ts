import { inOneTable, type LinearModel, type Question } from './linear-model';
import type { WordWeights } from './similarity';

/** In the order of the file. All but `lackOfInformation` are asked of each contact's message. */
export const QUESTIONS = [
	'contactRequest',
	'lackOfInformation',
	'failedAttempt',
	/** That the bot's last answer did help. */
	'succeeded',
] as const;
type QuestionName = (typeof QUESTIONS)[number];

/** All that was learnt: one model per question, and how telling words are. */
export type LearntModel = Record<QuestionName, LinearModel> & { wordWeights: WordWeights };

/** The same in the form in which it is asked. */
export type TrainedModel = Record<QuestionName, Question> & { wordWeights: WordWeights };

/** `HHM1`: the version of the file's form, not of what was learnt. */
export const MAGIC = 0x48484d31;

/**
 * Reads the file that `npm run train` writes: per question the number of weights and its three
 * numbers, then the weights as bytes; big-endian. Keeps nothing of `bytes`.
 * @throws {Error} when it is another file.
 */
export function readTrainedModel(bytes: Uint8Array): TrainedModel {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 8 || view.getUint32(0) !== MAGIC) {
		throw new Error('The model of the built-in classifier is damaged. Install the package again.');
	}
	let at = 4;
	const next = (size: number) => {
		at += size;
		return at - size;
	};
	const models = {} as Record<QuestionName, LinearModel>;
	for (const question of QUESTIONS) {
		const length = view.getUint32(next(4));
		const [scale, slope, offset] = [0, 0, 0].map(() => view.getFloat64(next(8))) as [
			number,
			number,
			number,
		];
		const start = bytes.byteOffset + next(length);
		models[question] = {
			weights: new Int8Array(bytes.buffer, start, length),
			scale,
			slope,
			offset,
		};
	}
	const length = view.getUint32(next(4));
	const wordWeights = new Uint8Array(bytes.subarray(next(length), at));
	return { ...inOneTable(models), wordWeights };
}

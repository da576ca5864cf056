import { NETWORK_PARTS } from './network';
import type { LinearModel, Question } from './linear-model';
import { RECURRENT_PARTS } from './recurrent-network';
import type { WordWeights } from './similarity';
import { emptyTable, putWeight, type WeightTable } from './weight-table';

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

/** `HHM4`: the version of the file's form, not of what was learnt. */
export const MAGIC = 0x48484d34;

/** A gap of so many empty buckets has no weight after it, and goes on. */
export const LONGEST_GAP = 255;

/**
 * Reads the file that `npm run train` writes: per question the number of buckets and its three
 * numbers, then how many empty buckets lie before each weight, and the weights, a byte each; big-endian.
 * Most buckets are empty. After them come the two networks, each of them or nothing. Keeps nothing of
 * `bytes`.
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
	const part = () => {
		const length = view.getUint32(next(4));
		return bytes.subarray(next(length), at);
	};
	const models = QUESTIONS.map(() => {
		const buckets = view.getUint32(next(4));
		const [scale, slope, offset] = [0, 0, 0].map(() => view.getFloat64(next(8))) as [
			number,
			number,
			number,
		];
		const weights = { buckets, gaps: part(), values: part() };
		const network = readNumbers(NETWORK_PARTS, part());
		const recurrent = readNumbers(RECURRENT_PARTS, part());
		return { weights, numbers: { scale, slope, offset, network, recurrent } };
	});
	const table = emptyTable(models.map(({ weights }) => weights.buckets));
	const questions = models.map(({ weights, numbers }, place) => {
		spread(weights, table, place);
		return [QUESTIONS[place], { ...numbers, table, place }];
	});
	return {
		...(Object.fromEntries(questions) as Record<QuestionName, Question>),
		wordWeights: new Uint8Array(part()),
	};
}

/** What a byte of each part is worth, then all parts, a byte each number. */
function readNumbers<Part extends string>(
	lengths: Record<Part, number>,
	bytes: Uint8Array,
): Record<Part, Float32Array> | null {
	if (bytes.length === 0) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts = Object.entries<number>(lengths);
	let at = parts.length * 8;
	const read = parts.map(([part, length], index) => {
		const numbers = new Float32Array(new Int8Array(bytes.buffer, bytes.byteOffset + at, length));
		at += length;
		return [part, scaleUp(numbers, view.getFloat64(index * 8))];
	});
	return Object.fromEntries(read) as Record<Part, Float32Array>;
}

function scaleUp(numbers: Float32Array, scale: number): Float32Array {
	for (let at = 0; at < numbers.length; at++) numbers[at]! *= scale;
	return numbers;
}

interface SparseWeights {
	buckets: number;
	gaps: Uint8Array;
	values: Uint8Array;
}

/** Puts each weight into its bucket. Few buckets have one: to look at all would take most of the loading. */
function spread({ buckets, gaps, values }: SparseWeights, table: WeightTable, place: number): void {
	let bucket = 0;
	let read = 0;
	for (let at = 0; at < gaps.length; at++) {
		bucket += gaps[at]!;
		if (gaps[at] !== LONGEST_GAP) putWeight(table, place, bucket++, buckets, values[read++]!);
	}
}

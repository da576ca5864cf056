import { inflateRawSync } from 'node:zlib';
import { comparisonParts, vectorNumbers, type ComparisonNetwork } from './comparison-network';
import type { LinearModel, Question } from './linear-model';
import { NETWORK_PARTS } from './network';
import { RECURRENT_PARTS } from './recurrent-network';
import type { WordWeights } from './similarity';
import { WeightTable, type SparseWeights } from './weight-table';

/** What is asked of the same texts, in the order of the file. */
export const QUESTIONS = {
	/** Of a contact's message. */
	message: [
		'contactRequest',
		'failedAttempt',
		/** That the bot's last answer did help. */
		'succeeded',
	],
	draft: ['lackOfInformation'],
} as const;
type QuestionName = (typeof QUESTIONS)[keyof typeof QUESTIONS][number];

/** All that was learnt: one model per question, and how telling words are. */
export type LearntModel = Record<QuestionName, LinearModel> & { wordWeights: WordWeights };

/** The same in the form in which it is asked. */
export type TrainedModel = Record<QuestionName, Question> & { wordWeights: WordWeights };

/** `HHM7`: the version of the file's form, not of what was learnt. */
export const MAGIC = 0x48484d37;

/**
 * Reads the file that `npm run train` writes: per question its three numbers, the two of a text alone or
 * twice 0, which of its buckets have a weight, the weights, a byte each, and the three networks, each of
 * them or nothing, of the last the vectors first; then how telling words are. Numbers are big-endian; each
 * part is its length, its length in the file, and itself, deflated. Keeps nothing of `bytes`.
 * @throws {Error} when it is another file.
 */
export function readTrainedModel(bytes: Uint8Array): TrainedModel {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 8 || view.getUint32(0) !== MAGIC) throw damaged();
	let at = 4;
	const next = (size: number) => {
		at += size;
		if (at > bytes.length) throw damaged();
		return at - size;
	};
	const number = () => view.getFloat64(next(8));
	const part = () => {
		const length = view.getUint32(next(4));
		const packed = view.getUint32(next(4));
		const from = next(packed);
		return length === 0 ? new Uint8Array() : inflate(bytes.subarray(from, at), length);
	};
	const question = () => {
		const [scale, slope, offset] = [number(), number(), number()];
		const [slopeAlone, offsetAlone] = [number(), number()];
		const isNone = slopeAlone === 0 && offsetAlone === 0;
		const alone = isNone ? null : { slope: slopeAlone, offset: offsetAlone };
		const weights = { present: part(), values: signed(part()) };
		const network = readNumbers(NETWORK_PARTS, part());
		const recurrent = readNumbers(RECURRENT_PARTS, part());
		const comparison = readComparison(signed(part()), part());
		return { weights, numbers: { scale, slope, offset, alone, network, recurrent, comparison } };
	};
	const questions = Object.values(QUESTIONS).flatMap((names) => {
		const read = names.map(question);
		const table = tableOf(read.map(({ weights }) => weights));
		return read.map(({ numbers }, place) => [names[place], { ...numbers, table, place }]);
	});
	const wordWeights = part();
	if (at !== bytes.length) throw damaged();
	return { ...(Object.fromEntries(questions) as Record<QuestionName, Question>), wordWeights };
}

/** A code of a byte takes a bit or more; so no file asks for more memory than eight times its size. */
const MOST_BYTES_TO_ONE = 8;

/** What zlib returns with `info`, which Node's types do not know. */
interface Inflated {
	buffer: Uint8Array;
	/** How much was read. */
	engine: { bytesWritten: number };
}

function inflate(packed: Uint8Array, length: number): Uint8Array {
	if (length > packed.length * MOST_BYTES_TO_ONE) throw damaged();
	// All at once, with room to see that nothing comes after.
	const options = { chunkSize: Math.max(64, length + 1), maxOutputLength: length, info: true };
	let read;
	try {
		read = inflateRawSync(packed, options) as unknown as Inflated;
	} catch (cause) {
		throw damaged(cause);
	}
	const { buffer, engine } = read;
	if (buffer.length !== length || engine.bytesWritten !== packed.length) throw damaged();
	return new Uint8Array(buffer.buffer, buffer.byteOffset, length);
}

function signed(bytes: Uint8Array): Int8Array {
	return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function tableOf(questions: readonly SparseWeights[]): WeightTable {
	try {
		return new WeightTable(questions);
	} catch (cause) {
		throw damaged(cause);
	}
}

function damaged(cause?: unknown): Error {
	return new Error('The model of the built-in classifier is damaged. Install the package again.', {
		cause,
	});
}

function readComparison(vectors: Int8Array, bytes: Uint8Array): ComparisonNetwork | null {
	if (vectors.length === 0 && bytes.length === 0) return null;
	const turnCount = ([2, 3] as const).find((count) => vectors.length === vectorNumbers(count));
	const numbers = turnCount && readNumbers(comparisonParts(turnCount), bytes);
	if (!numbers) throw damaged();
	return { ...numbers, vectors };
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
	if (bytes.length !== parts.reduce((sum, [, length]) => sum + length, at)) throw damaged();
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

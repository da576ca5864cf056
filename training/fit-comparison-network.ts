import {
	BUCKETS,
	ComparisonReading,
	comparisonParts,
	HIDDEN,
	PAIRS,
	sequencesOf,
	standsAlone,
	TurnReading,
	vectorNumbers,
	WIDTH,
	type ComparisonNetwork,
	type LearningComparison,
	type TurnCount,
} from '../handover/classifier/comparison-network';
import { batchesOf } from './batches';
import type { Example } from './fit';
import { Average, firstNumbers, firstSquares, nudge } from './learn-by-example';
import type { Random } from './random';

/** What a question compares. */
export interface Comparison {
	turnCount: TurnCount;
	/** Parts of its examples that the network is not taught. */
	untaught: readonly string[];
	/**
	 * Of each pair of turns, in the order of `PAIRS`, whether they belong together in an example: the network
	 * learns to tell such turns from those of other examples, whatever the question is.
	 */
	belong: ReadonlyArray<(example: Pick<Example, 'label' | 'part'>) => boolean>;
	/**
	 * Parts of which each line is a matter: several questions, one example of each with its own answer. They are
	 * learnt side by side and told from one another, while other examples of one line are said to go together.
	 */
	partsOfMatters: readonly string[];
	/** How much its answer counts beside the weights'. */
	share: number;
}

const SCHEDULE = { epochs: 3, rate: 0.1 };
/** How much slower it gets with each epoch. */
const SLOWING = 0.6;
/** Batches after which the numbers are added to the average. */
const AVERAGED_EVERY = 20;
/** Examples of one language that are learnt together; each pair's turns are told from those of the others. */
const BATCH = 96;
/** Fewer pairs are too easily told apart. */
const LEAST_PAIRS = 8;
/** How much it counts to tell turns that belong together from others, beside the question itself. */
const BELONGING = 0.3;
/** Share of features that are not read while it learns. */
const DROPPED = 0.2;
/** An example that weighs more than so many others would pull at every number at once. */
const MOST_WEIGHT = 4;
/** Features (words, beginnings, meanings) whose bucket comes up in fewer lines have no numbers. */
const LEAST_LINES = 5;
/** Sizes of a vector's numbers that are told apart, on each side of 0. */
const SIZES = 2;
/** The largest few are cut to the size of the next. */
const CUT = 0.02;
/** Up to where the first numbers of a part may be; the others begin at 0. */
const FIRST = { vectors: 0.02, vectorOffsets: 0.3, hidden: 0.1, answer: 0.1 };

interface Taught extends Example {
	logOdds: number;
}

/**
 * Learns what the weights and the recurrent network get wrong, and which turns belong together.
 * @param logOdds what weights that have not seen its line, and the recurrent network, say of each example
 */
export function fitComparisonNetwork(
	examples: readonly Example[],
	logOdds: readonly number[],
	comparison: Comparison,
	random: Random,
): ComparisonNetwork {
	const { turnCount, untaught } = comparison;
	const taught = examples
		.map((example, index) => ({ ...example, logOdds: logOdds[index]! }))
		.filter(({ exchange, part }) => !standsAlone(exchange) && !untaught.includes(part));
	const network: LearningComparison = firstNumbers(partsOf(turnCount), FIRST, random);
	network.unit.fill(1);
	network.fitWeights.fill(1);
	const isKnown = featuresOfSeveralLines(taught, turnCount);
	forget(network, isKnown);
	const learner = new BatchLearner(network, comparison, isKnown, random);
	const average = new Average(network);
	for (let epoch = 0; epoch < SCHEDULE.epochs; epoch++) {
		const rate = SCHEDULE.rate / (1 + SLOWING * epoch);
		batchesOf(taught, BATCH, comparison.partsOfMatters, random).forEach((batch, index) => {
			learner.learn(batch, rate);
			if (epoch >= Math.floor(SCHEDULE.epochs / 2) && index % AVERAGED_EVERY === 0) average.add();
		});
	}
	const learnt = average.result();
	return { ...learnt, ...coarse(learnt.vectors) };
}

function partsOf(turnCount: TurnCount) {
	return { vectors: vectorNumbers(turnCount), ...comparisonParts(turnCount) };
}

function featuresOfSeveralLines(examples: readonly Taught[], turnCount: TurnCount): Uint8Array {
	const size = turnCount * BUCKETS;
	const lastLine = new Int32Array(size).fill(-1);
	const lines = new Uint16Array(size);
	const turn = new TurnReading();
	for (const { exchange, line } of examples) {
		sequencesOf(exchange, turnCount).forEach((sequence, place) => {
			turn.note(sequence);
			for (let at = 0; at < turn.count; at++) {
				const bucket = place * BUCKETS + turn.features[at]! / WIDTH;
				if (lastLine[bucket] === line) continue;
				lastLine[bucket] = line;
				if (lines[bucket]! < LEAST_LINES) lines[bucket]! += 1;
			}
		});
	}
	return Uint8Array.from(lines, (count) => (count >= LEAST_LINES ? 1 : 0));
}

function forget({ vectors }: LearningComparison, isKnown: Uint8Array): void {
	isKnown.forEach((known, bucket) => {
		if (!known) vectors.fill(0, bucket * WIDTH, (bucket + 1) * WIDTH);
	});
}

/** A few sizes: a turn adds up so many of them that more make no answer better. */
function coarse(numbers: Float32Array): Pick<ComparisonNetwork, 'vectors' | 'unit'> {
	const sizes = numbers
		.map(Math.abs)
		.filter((size) => size > 0)
		.sort();
	const largest = sizes[Math.floor(sizes.length * (1 - CUT))] ?? 1;
	const unit = largest / SIZES;
	const vectors = Int8Array.from(numbers, (number) =>
		Math.max(-SIZES, Math.min(SIZES, Math.round(number / unit))),
	);
	return { vectors, unit: Float32Array.of(unit) };
}

/** Reads a batch, goes back through all of it (backpropagation), and then changes the numbers. */
class BatchLearner {
	readonly #squares;
	readonly #readings: ComparisonReading[];
	/** Of each example, what its hidden units and the numbers of its turns are to blame for. */
	readonly #ofHidden: Float64Array[];
	readonly #ofTurns: Float64Array[][];
	readonly #ofInputs: Float64Array;
	readonly #ofFitWeights: Float64Array;
	#rate = 0;

	constructor(
		private readonly network: LearningComparison,
		private readonly comparison: Comparison,
		private readonly isKnown: Uint8Array,
		private readonly random: Random,
	) {
		const { turnCount } = comparison;
		this.#squares = firstSquares(partsOf(turnCount));
		this.#readings = Array.from({ length: BATCH }, () => new ComparisonReading(turnCount));
		this.#ofHidden = this.#readings.map(() => new Float64Array(HIDDEN));
		this.#ofTurns = this.#readings.map(({ turns }) => turns.map(() => new Float64Array(WIDTH)));
		this.#ofInputs = new Float64Array(this.#readings[0]!.inputs.length);
		this.#ofFitWeights = new Float64Array(network.fitWeights.length);
	}

	learn(batch: readonly Taught[], rate: number): void {
		this.#rate = rate;
		this.#ofFitWeights.fill(0);
		const errors = batch.map((example, index) => this.#read(example, index));
		errors.forEach((error, index) => this.#blame(error, index));
		PAIRS[this.comparison.turnCount].forEach((places, pair) => {
			const own = [...batch.keys()].filter(
				(index) =>
					this.comparison.belong[pair]!(batch[index]!) &&
					places.every((place) => this.#readings[index]!.turns[place]!.count > 0),
			);
			if (own.length >= LEAST_PAIRS) this.#tellApart(own, batch, pair);
		});
		errors.forEach((error, index) => {
			this.#learnAnswer(error, index);
			this.#learnTurns(index);
		});
		this.#ofFitWeights.forEach((gradient, at) =>
			this.#change('fitWeights', at, gradient / batch.length),
		);
	}

	/** What the answer was too high. */
	#read({ exchange, label, weight, logOdds }: Taught, index: number): number {
		const reading = this.#readings[index]!;
		sequencesOf(exchange, this.comparison.turnCount).forEach((sequence, place) => {
			const turn = reading.turns[place]!;
			turn.note(sequence);
			// What is read counts for what is not, as in training all of it is a fifth less.
			turn.share /= 1 - DROPPED;
			let kept = 0;
			for (let at = 0; at < turn.count; at++) {
				if (this.random.next() >= DROPPED) turn.features[kept++] = turn.features[at]!;
			}
			turn.count = kept;
		});
		const probability = 1 / (1 + Math.exp(-logOdds - reading.answer(this.network)));
		return (probability - label) * Math.min(MOST_WEIGHT, weight);
	}

	#blame(error: number, index: number): void {
		const { network } = this;
		const { turns, inputs, hidden } = this.#readings[index]!;
		const ofHidden = this.#ofHidden[index]!;
		const ofTurns = this.#ofTurns[index]!;
		const ofInputs = this.#ofInputs;
		const count = inputs.length;
		for (let at = 0; at < count; at++) ofInputs[at] = error * network.answer[HIDDEN + at]!;
		for (let unit = 0; unit < HIDDEN; unit++) {
			ofHidden[unit] = hidden[unit] === 0 ? 0 : error * network.answer[unit]!;
			if (ofHidden[unit] === 0) continue;
			for (let at = 0; at < count; at++) {
				ofInputs[at]! += ofHidden[unit]! * network.hidden[unit * count + at]!;
			}
		}
		ofTurns.forEach((ofTurn) => ofTurn.fill(0));
		let at = 0;
		PAIRS[this.comparison.turnCount].forEach(([one, other], pair) => {
			const ofFit = ofInputs[at + WIDTH]!;
			for (let part = 0; part < WIDTH; part++) {
				const place = pair * WIDTH + part;
				this.#ofFitWeights[place]! += ofFit * inputs[at]!;
				const ofProduct = ofInputs[at++]! + ofFit * network.fitWeights[place]!;
				ofTurns[one]![part]! += ofProduct * turns[other]!.vector[part]!;
				ofTurns[other]![part]! += ofProduct * turns[one]!.vector[part]!;
			}
			at++;
		});
	}

	/** Each turn's own partner from the others', both ways (softmax over the batch). */
	#tellApart(own: readonly number[], batch: readonly Taught[], pair: number): void {
		const places = PAIRS[this.comparison.turnCount][pair]!;
		const [one, other] = places;
		const { fitWeights } = this.network;
		const size = own.length;
		const scores = new Float64Array(size * size);
		const examples = own.map((index) => batch[index]!);
		const mayBelong = alikeIn(examples, this.comparison, places);
		for (let row = 0; row < size; row++) {
			const first = this.#readings[own[row]!]!.turns[one]!.vector;
			for (let column = 0; column < size; column++) {
				const second = this.#readings[own[column]!]!.turns[other]!.vector;
				let score = row !== column && mayBelong(row, column) ? -Infinity : 0;
				for (let part = 0; part < WIDTH; part++) {
					score += fitWeights[pair * WIDTH + part]! * first[part]! * second[part]!;
				}
				scores[row * size + column] = score;
			}
		}
		const share = (BELONGING * batch.length) / size / 2;
		const gradients = new Float64Array(size * size);
		for (let row = 0; row < size; row++) {
			addSoftmax(scores, gradients, row * size, 1, size, row, share);
			addSoftmax(scores, gradients, row, size, size, row, share);
		}
		for (let row = 0; row < size; row++) {
			const first = this.#readings[own[row]!]!.turns[one]!.vector;
			const ofFirst = this.#ofTurns[own[row]!]![one]!;
			for (let column = 0; column < size; column++) {
				const gradient = gradients[row * size + column]!;
				if (gradient === 0) continue;
				const second = this.#readings[own[column]!]!.turns[other]!.vector;
				const ofSecond = this.#ofTurns[own[column]!]![other]!;
				for (let part = 0; part < WIDTH; part++) {
					const place = pair * WIDTH + part;
					const weighed = gradient * fitWeights[place]!;
					ofFirst[part]! += weighed * second[part]!;
					ofSecond[part]! += weighed * first[part]!;
					this.#ofFitWeights[place]! += gradient * first[part]! * second[part]!;
				}
			}
		}
	}

	#learnAnswer(error: number, index: number): void {
		const { inputs, hidden } = this.#readings[index]!;
		const ofHidden = this.#ofHidden[index]!;
		const count = inputs.length;
		for (let unit = 0; unit < HIDDEN; unit++) {
			if (hidden[unit] === 0) continue;
			for (let at = 0; at < count; at++) {
				this.#change('hidden', unit * count + at, ofHidden[unit]! * inputs[at]!);
			}
			this.#change('hiddenOffsets', unit, ofHidden[unit]!);
			this.#change('answer', unit, error * hidden[unit]!);
		}
		for (let at = 0; at < count; at++) this.#change('answer', HIDDEN + at, error * inputs[at]!);
		this.#change('answerOffset', 0, error);
	}

	#learnTurns(index: number): void {
		this.#readings[index]!.turns.forEach(({ vector, features, count, share }, place) => {
			if (count === 0) return;
			const ofTurn = this.#ofTurns[index]![place]!;
			for (let part = 0; part < WIDTH; part++) {
				ofTurn[part]! *= 1 - vector[part]! * vector[part]!;
				this.#change('vectorOffsets', place * WIDTH + part, ofTurn[part]!);
			}
			for (let at = 0; at < count; at++) {
				const bucket = place * BUCKETS + features[at]! / WIDTH;
				if (!this.isKnown[bucket]) continue;
				for (let part = 0; part < WIDTH; part++) {
					this.#change('vectors', bucket * WIDTH + part, ofTurn[part]! * share);
				}
			}
		});
	}

	#change(part: keyof LearningComparison, at: number, gradient: number): void {
		nudge(this.network[part], this.#squares[part], at, gradient, this.#rate);
	}
}

/**
 * Whether the turns of two examples may belong together as well: of one line that is no matter, or the same words
 * in one of them.
 */
function alikeIn(
	examples: readonly Taught[],
	{ turnCount, partsOfMatters }: Comparison,
	[one, other]: readonly [number, number],
): (a: number, b: number) => boolean {
	const keys = examples.map(({ exchange, line, part }, at) => {
		const sequences = sequencesOf(exchange, turnCount);
		// No line has a number below 0: a line of its own.
		const ofLine = partsOfMatters.includes(part) ? -1 - at : line;
		return [ofLine, keyOf(sequences[one]!), keyOf(sequences[other]!)];
	});
	return (a, b) => keys[a]!.some((key, at) => key === keys[b]![at]);
}

/** Of a turn's words, to see that two are the same. */
function keyOf({ words }: { words: readonly number[] }): number {
	let key = words.length;
	for (const word of words) key = Math.imul(key ^ word, 0x01000193);
	return key;
}

/** Adds to the gradients of a row or a column of scores, of which one is the right one. */
function addSoftmax(
	scores: Float64Array,
	gradients: Float64Array,
	from: number,
	step: number,
	size: number,
	right: number,
	share: number,
): void {
	let most = -Infinity;
	for (let at = 0; at < size; at++) most = Math.max(most, scores[from + at * step]!);
	let sum = 0;
	for (let at = 0; at < size; at++) sum += Math.exp(scores[from + at * step]! - most);
	for (let at = 0; at < size; at++) {
		const probability = Math.exp(scores[from + at * step]! - most) / sum;
		gradients[from + at * step]! += share * (probability - (at === right ? 1 : 0));
	}
}

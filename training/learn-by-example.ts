import type { Example } from './fit';
import type { Random } from './random';

/** An example that weighs more than so many others would pull at every weight at once. */
const MOST_WEIGHT = 4;
const MOST_GRADIENT = 1;
/** Below it nothing is left to learn of an example, and it rests for the next epoch: before long most do. */
const LEAST_ERROR = 0.01;
/** Examples after which the numbers are added to the average. */
const AVERAGED_EVERY = 2_000;
/** How much slower it gets with each epoch. */
const SLOWING = 0.4;
/** What every square begins at: a first step is up to ten times its gradient, at the rate. */
const FIRST_SQUARE = 1e-2;

/** The numbers of a network, by its parts. */
export type Numbers<Part extends string> = Record<Part, Float32Array>;

/** How a network is read and goes back through what it read. */
export interface Learner {
	/** What the network says of an example, as log-odds. */
	read(index: number): number;
	/** @param error what it was too high. */
	learn(error: number, rate: number): void;
}

export interface Schedule {
	epochs: number;
	/** In the first epoch. */
	rate: number;
}

export function ofAllParts<Part extends string, Value>(
	lengths: Record<Part, number>,
	make: (part: Part, length: number) => Value,
): Record<Part, Value> {
	const made = Object.entries<number>(lengths).map(([part, length]) => [
		part,
		make(part as Part, length),
	]);
	return Object.fromEntries(made) as Record<Part, Value>;
}

/** Numbers around zero, up to so far from it; none of a part that begins at 0. */
export function firstNumbers<Part extends string>(
	lengths: Record<Part, number>,
	most: Partial<Record<Part, number>>,
	random: Random,
): Numbers<Part> {
	return ofAllParts(lengths, (part, length) =>
		Float32Array.from({ length }, () => (2 * random.next() - 1) * (most[part] ?? 0)),
	);
}

export function firstSquares<Part extends string>(lengths: Record<Part, number>): Numbers<Part> {
	return ofAllParts(lengths, (_, length) => new Float32Array(length).fill(FIRST_SQUARE));
}

/** Of what a network is at several times. */
export class Average<Part extends string> {
	readonly #sums: Record<Part, Float64Array>;
	#count = 0;

	constructor(private readonly network: Numbers<Part>) {
		this.#sums = ofAllParts(lengthsOf(network), (_, length) => new Float64Array(length));
	}

	/** As it is now. */
	add(): void {
		this.#count += 1;
		for (const part of Object.keys(this.#sums) as Part[]) {
			const sum = this.#sums[part];
			this.network[part].forEach((value, at) => (sum[at]! += value));
		}
	}

	result(): Numbers<Part> {
		return ofAllParts(lengthsOf(this.network), (part) =>
			Float32Array.from(this.#sums[part], (sum) => sum / this.#count),
		);
	}
}

function lengthsOf<Part extends string>(network: Numbers<Part>): Record<Part, number> {
	const parts = Object.keys(network) as Part[];
	return Object.fromEntries(parts.map((part) => [part, network[part].length])) as Record<
		Part,
		number
	>;
}

/**
 * Stochastic gradient descent, one example at a time in an order of its own in each epoch.
 * @param network what is learnt; in the end it is not the best one
 * @returns its average over the second half of the epochs (Polyak and Juditsky, 1992)
 */
export function learnByExample<Part extends string>(
	network: Numbers<Part>,
	learner: Learner,
	examples: ReadonlyArray<Pick<Example, 'label' | 'weight'>>,
	{ epochs, rate }: Schedule,
	random: Random,
): Numbers<Part> {
	const average = new Average(network);
	const order = examples.map((_, index) => index);
	const rests = new Uint8Array(examples.length);
	for (let epoch = 0; epoch < epochs; epoch++) {
		random.shuffle(order);
		const ownRate = rate / (1 + SLOWING * epoch);
		order.forEach((index, step) => {
			if (rests[index] === 0) rests[index] = learnOne(index, ownRate) ? 0 : 1;
			else rests[index] = 0;
			if (epoch < Math.floor(epochs / 2) || step % AVERAGED_EVERY > 0) return;
			average.add();
		});
	}
	return average.result();

	/** Says whether there was something left to learn of it. */
	function learnOne(index: number, ownRate: number): boolean {
		const { label, weight } = examples[index]!;
		const probability = 1 / (1 + Math.exp(-learner.read(index)));
		const error = (probability - label) * Math.min(MOST_WEIGHT, weight);
		if (Math.abs(error) <= LEAST_ERROR) return false;
		learner.learn(error, ownRate);
		return true;
	}
}

/** One step of AdaGrad (Duchi, Hazan and Singer, 2011). */
export function nudge(
	weights: Float32Array,
	squares: Float32Array,
	at: number,
	gradient: number,
	rate: number,
): void {
	const cut = Math.max(-MOST_GRADIENT, Math.min(MOST_GRADIENT, gradient));
	squares[at]! += cut * cut;
	weights[at]! -= (rate * cut) / Math.sqrt(squares[at]!);
}

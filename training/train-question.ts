import type { LinearModel } from '../handover/classifier/linear-model';
import { readByNetwork, type Network } from '../handover/classifier/network';
import {
	readByRecurrentNetwork,
	type RecurrentNetwork,
} from '../handover/classifier/recurrent-network';
import { calibrate } from './calibrate';
import { fit, scoreOf, type Example, type FitOptions, type Fitted } from './fit';
import { fitNetwork, strengthen } from './fit-network';
import { fitRecurrentNetwork } from './fit-recurrent-network';
import { seededRandom } from './random';

export interface Trained {
	model: LinearModel;
	/** Examples with the probability of a model that has not seen their lines. */
	unseen: UnseenExample[];
}

export interface UnseenExample extends Pick<
	Example,
	'label' | 'weight' | 'text' | 'part' | 'group' | 'language'
> {
	probability: number;
}

/** The weights and the network of a question, and what they say of the lines that they have not seen. */
export interface Weighing {
	examples: number;
	weights: Pick<LinearModel, 'weights' | 'scale'>;
	bias: number;
	network: Network | null;
	unseen: Array<Omit<UnseenExample, 'probability'> & { score: number }>;
}

/** The recurrent network of a question, and what it adds to each of the same lines. */
export interface Recurring {
	recurrent: RecurrentNetwork;
	scores: number[];
}

/** One line in so many is kept from the model, which then is asked about it. */
const UNSEEN = 16;
const FITTING: Omit<FitOptions, 'random' | 'bits' | 'leastLines'> = {
	epochs: 6,
	rate: 0.5,
	decay: 1e-4,
};
/** Enough to tell which weights are worth keeping. */
const FIRST_EPOCHS = 3;
/** What weights say of lines that they have not seen is asked of so many models, each of the other lines. */
const FOLDS = 3;

export interface Settings {
	/** log2 of the number of buckets. */
	bits: number;
	/** Share of the weights that are kept. */
	kept: number;
	/** Lines that a feature has to stand in to get a weight. */
	leastLines: number;
	/** Whether an example counts by its weight when probabilities are fitted, or each the same. */
	calibratedBy: 'weight' | 'example';
	/**
	 * The text is chosen to be hard, and in traffic more turns ask for nothing: probabilities are
	 * fitted as if there were so many times as many of them.
	 */
	others: number;
	/**
	 * The log-odds are multiplied by so much after they were fitted: on our own lines, which were chosen
	 * to be hard, while most of what other people write is easier. One half stays one half. The
	 * probabilities of `unseen` are without it.
	 */
	surer: number;
	/** How much each network's answer counts beside the weights'; 0 for no network. */
	network: number;
	recurrent: number;
}

/** The weights and the network learn apart: they err in different places, and so correct each other. */
export function learnWeights(examples: readonly Example[], settings: Settings): Weighing {
	const { seen, unseen } = split(examples);
	const network =
		settings.network === 0
			? null
			: strengthen(fitNetwork(seen, seededRandom(20261128)), settings.network);
	const { weights: exact, bias } = fitSparse(seen, settings);
	const weights = quantise(exact);
	const kept = { weights: Float64Array.from(weights.weights, (one) => one * weights.scale), bias };
	return {
		examples: examples.length,
		weights,
		bias,
		network,
		unseen: unseen.map((example) => {
			const { label, weight, text, part, group, language, exchange } = example;
			const read = network ? readByNetwork(network, exchange) : 0;
			const score = scoreOf(kept, example) + read;
			return { label, weight, text, part, group, language, score };
		}),
	};
}

/** The recurrent network learns what the weights get wrong; not for a question that has none. */
export function learnRecurrent(examples: readonly Example[], settings: Settings): Recurring {
	const { seen, unseen } = split(examples);
	const logOdds = unseenLogOdds(seen, settings);
	const network = fitRecurrentNetwork(seen, logOdds, seededRandom(20261128));
	const recurrent = strengthen(network, settings.recurrent);
	return {
		recurrent,
		scores: unseen.map(({ exchange }) => readByRecurrentNetwork(recurrent, exchange)),
	};
}

/**
 * One model of the weights and both networks. What it says of unseen lines is what it is calibrated by, so
 * no other model of more lines is kept: two that learn of other lines may stand 1 log-odds apart.
 * @param recurring null for a question without a recurrent network
 */
export function assemble(
	{ weights, bias, network, unseen }: Weighing,
	recurring: Recurring | null,
	{ calibratedBy, others, surer }: Settings,
): Trained {
	const total = unseen.map(({ score }, at) => score + (recurring?.scores[at] ?? 0));
	const { slope, offset } = calibrate(
		unseen.map(({ label, weight }, at) => ({
			score: total[at]!,
			label,
			weight: (calibratedBy === 'weight' ? weight : 1) * (label === 1 ? 1 : others),
		})),
	);
	return {
		model: {
			...weights,
			slope: slope * surer,
			offset: (offset + slope * bias) * surer,
			network,
			recurrent: recurring?.recurrent ?? null,
		},
		unseen: unseen.map(({ score: _, ...one }, at) => ({
			...one,
			probability: 1 / (1 + Math.exp(-(slope * total[at]! + offset))),
		})),
	};
}

/** The lines to learn of, and those that are asked about. */
function split(examples: readonly Example[]): { seen: Example[]; unseen: Example[] } {
	const weighed = ofWeightOne(examples);
	return {
		seen: weighed.filter(({ line }) => line % UNSEEN !== 0),
		unseen: weighed.filter(({ line }) => line % UNSEEN === 0),
	};
}

/** Weights that are 1 on average. */
function ofWeightOne(examples: readonly Example[]): Example[] {
	const average = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length;
	return examples.map((example) => ({ ...example, weight: example.weight / average }));
}

/** What weights say of each example that have not seen its line. */
function unseenLogOdds(examples: readonly Example[], { bits, leastLines }: Settings): number[] {
	const foldOf = ({ line }: Example) => Math.floor(line / UNSEEN) % FOLDS;
	const folds = Array.from({ length: FOLDS }, (_, fold) =>
		fit(
			examples.filter((example) => foldOf(example) !== fold),
			{ ...FITTING, bits, leastLines, epochs: FIRST_EPOCHS, random: seededRandom(20261122) },
		),
	);
	const scores = examples.map((example) => scoreOf(folds[foldOf(example)]!, example));
	const { slope, offset } = calibrate(
		examples.map(({ label, weight }, at) => ({ score: scores[at]!, label, weight })),
	);
	return scores.map((score) => slope * score + offset);
}

/**
 * Fits twice, the second time with the largest weights of the first alone: these make up for what was
 * cut, and learn the less from chance.
 */
function fitSparse(examples: readonly Example[], { bits, kept, leastLines }: Settings): Fitted {
	const options = () => ({ ...FITTING, leastLines, bits, random: seededRandom(20261122) });
	const { weights } = fit(examples, { ...options(), epochs: FIRST_EPOCHS });
	const sizes = weights
		.map(Math.abs)
		.filter((size) => size > 0)
		.sort();
	const least = sizes[Math.floor(sizes.length * (1 - kept))] ?? 0;
	const only = Uint8Array.from(weights, (weight) => (Math.abs(weight) >= least ? 1 : 0));
	return fit(examples, { ...options(), only });
}

/** Sizes of weights that are told apart: few enough for the file to stay small. */
const SIZES = 14;
/** Of these, the smallest are not worth their room. */
const LEAST = 3;
const LARGEST_BYTE = 127;
/** The largest few weights are cut to the size of the next. */
const CUT = 0.0005;

/**
 * Weights as bytes. Sizes grow by the square, for small weights are many and have to be told apart,
 * and so few different bytes compress well.
 */
function quantise(weights: Float64Array): Pick<LinearModel, 'weights' | 'scale'> {
	const sizes = weights
		.map(Math.abs)
		.filter((size) => size > 0)
		.sort();
	const largest = sizes[Math.floor(sizes.length * (1 - CUT))] ?? 1;
	const round = (weight: number) => {
		const size = Math.min(SIZES, Math.round(SIZES * Math.sqrt(Math.abs(weight) / largest)));
		if (size < LEAST) return 0;
		return Math.sign(weight) * Math.round(LARGEST_BYTE * (size / SIZES) ** 2);
	};
	return { weights: Int8Array.from(weights, round), scale: largest / LARGEST_BYTE };
}

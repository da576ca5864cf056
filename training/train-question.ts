import {
	readByComparison,
	standsAlone,
	type ComparisonNetwork,
} from '../handover/classifier/comparison-network';
import {
	probabilityOf,
	type Calibration,
	type LinearModel,
} from '../handover/classifier/linear-model';
import { readByNetwork, type Network } from '../handover/classifier/network';
import {
	readByRecurrentNetwork,
	type RecurrentNetwork,
} from '../handover/classifier/recurrent-network';
import { calibrate } from './calibrate';
import { fit, scoreOf, type Example, type FitOptions, type Fitted } from './fit';
import { fitComparisonNetwork, type Comparison } from './fit-comparison-network';
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
	unseen: Array<
		Omit<UnseenExample, 'probability'> & {
			score: number;
			isAlone: boolean;
		}
	>;
}

/** The recurrent network and the one that corrects what it leaves, and what they add to each of the same lines. */
export interface Correcting {
	recurrent: RecurrentNetwork;
	comparison: ComparisonNetwork | null;
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
	/** Sizes of weights are told apart up to this one, and the smallest from that one on are kept. */
	largestSize: number;
	leastSize: number;
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
	/** Null for no such network, as there is none without a recurrent one. */
	comparison: Comparison | null;
}

/** The weights and the network learn apart: they err in different places, and so correct each other. */
export function learnWeights(examples: readonly Example[], settings: Settings): Weighing {
	const { seen, unseen } = split(examples);
	const network =
		settings.network === 0
			? null
			: strengthen(fitNetwork(seen, seededRandom(20261128)), settings.network);
	const { weights: exact, bias } = fitSparse(seen, settings);
	const weights = quantise(exact, settings);
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
			const isAlone = standsAlone(exchange);
			return { label, weight, text, part, group, language, score, isAlone };
		}),
	};
}

/**
 * The recurrent network, which learns what the weights get wrong, and the one that learns what both leave; not for a
 * question that has neither.
 */
export function learnCorrections(examples: readonly Example[], settings: Settings): Correcting {
	const { seen, unseen } = split(examples);
	const logOdds = unseenLogOdds(seen, settings);
	const recurrent = strengthen(
		fitRecurrentNetwork(seen, logOdds, seededRandom(20261128)),
		settings.recurrent,
	);
	const comparison =
		settings.comparison &&
		strengthen(
			fitComparisonNetwork(
				seen,
				// What is left to correct. The recurrent network has learnt these lines, which flatters it.
				seen.map(({ exchange }, at) => logOdds[at]! + readByRecurrentNetwork(recurrent, exchange)),
				settings.comparison,
				seededRandom(20261130),
			),
			settings.comparison.share,
		);
	return {
		recurrent,
		comparison,
		scores: unseen.map(
			({ exchange }) =>
				readByRecurrentNetwork(recurrent, exchange) +
				(comparison ? readByComparison(comparison, exchange) : 0),
		),
	};
}

/**
 * One model of the weights and all networks. What it says of unseen lines is what it is calibrated by, so
 * no other model of more lines is kept: two that learn of other lines may stand 1 log-odds apart. Where turns
 * are compared, texts that stand alone are calibrated apart.
 * @param correcting null for a question whose weights do alone
 */
export function assemble(
	{ weights, bias, network, unseen }: Weighing,
	correcting: Correcting | null,
	{ calibratedBy, others, surer }: Settings,
): Trained {
	const total = unseen.map(({ score }, at) => score + (correcting?.scores[at] ?? 0));
	const calibrationOf = (places: readonly number[]) =>
		calibrate(
			places.map((at) => {
				const { label, weight } = unseen[at]!;
				const ofTraffic = label === 1 ? 1 : others;
				const own = calibratedBy === 'weight' ? weight : 1;
				return { score: total[at]!, label, weight: own * ofTraffic };
			}),
		);
	const all = [...unseen.keys()];
	const ofAlone = all.filter((at) => unseen[at]!.isAlone);
	const comparison = correcting?.comparison ?? null;
	// A message without an answer before it is no failed attempt, whatever it says, and nobody asks. After an
	// answer without a word it may be one: such are too few to be calibrated apart.
	const areBoth = new Set(ofAlone.map((at) => unseen[at]!.label)).size === 2;
	const alone = comparison && areBoth ? calibrationOf(ofAlone) : null;
	const calibration = calibrationOf(comparison ? all.filter((at) => !unseen[at]!.isAlone) : all);
	const surely = ({ slope, offset }: Calibration) => ({
		slope: slope * surer,
		offset: (offset + slope * bias) * surer,
	});
	return {
		model: {
			...weights,
			...surely(calibration),
			alone: alone && surely(alone),
			network,
			recurrent: correcting?.recurrent ?? null,
			comparison,
		},
		unseen: unseen.map(({ score: _, isAlone, ...one }, at) => ({
			...one,
			probability: probabilityOf(total[at]!, (isAlone && alone) || calibration),
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

const LARGEST_BYTE = 127;
/** The largest few weights are cut to the size of the next. */
const CUT = 0.0005;

/**
 * Weights as bytes. Sizes grow by the square, for small weights are many and have to be told apart,
 * and so few different bytes compress well.
 */
function quantise(
	weights: Float64Array,
	{ largestSize, leastSize }: Settings,
): Pick<LinearModel, 'weights' | 'scale'> {
	const sizes = weights
		.map(Math.abs)
		.filter((size) => size > 0)
		.sort();
	const largest = sizes[Math.floor(sizes.length * (1 - CUT))] ?? 1;
	const round = (weight: number) => {
		const size = Math.round(largestSize * Math.sqrt(Math.abs(weight) / largest));
		if (size < leastSize) return 0;
		const share = (Math.min(largestSize, size) / largestSize) ** 2;
		return Math.sign(weight) * Math.round(LARGEST_BYTE * share);
	};
	return { weights: Int8Array.from(weights, round), scale: largest / LARGEST_BYTE };
}

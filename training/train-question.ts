import type { LinearModel } from '../handover/classifier/linear-model';
import { readByNetwork, type Network } from '../handover/classifier/network';
import {
	readByRecurrentNetwork,
	type RecurrentNetwork,
} from '../handover/classifier/recurrent-network';
import { calibrate, type Calibration } from './calibrate';
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

/** What is learnt of a part of the lines, and how sure it may be by what it says of the others. */
export interface Part {
	recurrent: RecurrentNetwork | null;
	calibration: Calibration;
	unseen: UnseenExample[];
}

/** What is learnt of all lines. */
export interface Whole {
	examples: number;
	weights: Pick<LinearModel, 'weights' | 'scale'>;
	bias: number;
	network: Network | null;
}

/** One line in so many is kept from a model, which then is asked about it. */
const UNSEEN = 4;
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
	 * The log-odds are multiplied by so much after they were fitted: that is done on lines that a model
	 * of three quarters of the text had not seen, and the one of all lines knows more. One half stays
	 * one half. The probabilities of `unseen` are without it.
	 */
	surer: number;
	/** How much each network's answer counts beside the weights'; 0 for no network. */
	network: number;
	recurrent: number;
}

interface Learnt extends Fitted {
	network: Network | null;
	recurrent: RecurrentNetwork | null;
}

/** Learns of most lines, and asks what was learnt about the others. */
export function learnPart(examples: readonly Example[], settings: Settings): Part {
	const weighed = ofWeightOne(examples);
	const isUnseen = ({ line }: Example) => line % UNSEEN === 0;
	const seen = weighed.filter((example) => !isUnseen(example));
	const recurrent = learnRecurrent(seen, settings);
	const learnt = { ...learn(seen, settings), recurrent };
	const scored = weighed
		.filter(isUnseen)
		.map((example) => ({ example, score: fullScoreOf(learnt, example) }));
	const calibration = calibrate(
		scored.map(({ example, score }) => ({
			score,
			label: example.label,
			weight:
				(settings.calibratedBy === 'weight' ? example.weight : 1) *
				(example.label === 1 ? 1 : settings.others),
		})),
	);
	const { slope, offset } = calibration;
	return {
		recurrent,
		calibration,
		unseen: scored.map(({ example, score }) => {
			const { label, weight, text, part, group, language } = example;
			const probability = 1 / (1 + Math.exp(-(slope * score + offset)));
			return { label, weight, text, part, group, language, probability };
		}),
	};
}

/** Learns of all lines. */
export function learnWhole(examples: readonly Example[], settings: Settings): Whole {
	const { weights, bias, network } = learn(ofWeightOne(examples), settings);
	return { examples: examples.length, weights: quantise(weights), bias, network };
}

/**
 * Weights and network of all lines, with the calibration of those of a part: its recurrent network, too,
 * which is small, and knows words by their meaning alone, so that the other lines would teach it little.
 */
export function assemble(
	{ recurrent, calibration: { slope, offset }, unseen }: Part,
	{ weights, bias, network }: Whole,
	{ surer }: Settings,
): Trained {
	return {
		model: {
			...weights,
			slope: slope * surer,
			offset: (offset + slope * bias) * surer,
			network,
			recurrent,
		},
		unseen,
	};
}

/** Weights that are 1 on average. */
function ofWeightOne(examples: readonly Example[]): Example[] {
	const average = examples.reduce((sum, { weight }) => sum + weight, 0) / examples.length;
	return examples.map((example) => ({ ...example, weight: example.weight / average }));
}

/** The weights and the network learn apart: they err in different places, and so correct each other. */
function learn(examples: readonly Example[], settings: Settings): Omit<Learnt, 'recurrent'> {
	const network =
		settings.network === 0
			? null
			: strengthen(fitNetwork(examples, seededRandom(20261128)), settings.network);
	return { ...fitSparse(examples, settings), network };
}

/** The recurrent network learns what the weights get wrong. */
function learnRecurrent(examples: readonly Example[], settings: Settings): RecurrentNetwork | null {
	if (settings.recurrent === 0) return null;
	const logOdds = unseenLogOdds(examples, settings);
	const network = fitRecurrentNetwork(examples, logOdds, seededRandom(20261128));
	return strengthen(network, settings.recurrent);
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

function fullScoreOf(learnt: Learnt, example: Example): number {
	const { network, recurrent } = learnt;
	const { exchange } = example;
	return (
		scoreOf(learnt, example) +
		(network ? readByNetwork(network, exchange) : 0) +
		(recurrent ? readByRecurrentNetwork(recurrent, exchange) : 0)
	);
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

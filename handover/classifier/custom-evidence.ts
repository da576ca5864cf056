import type { Content } from './content';
import type { PreparedScenario } from './prepared-scenario';
import { TELLING, WORDLESS } from './similarity';

/** Values of the scenario itself, which say how much evidence there can be: any sign may be learnt for them. */
export const OF_SCENARIO = 3;

/** What speaks for and against a custom scenario. */
export interface CustomEvidence {
	/**
	 * Weighed by {@link CUSTOM_WEIGHTS}. But for those of the scenario, which come first, they are
	 * above 0 for what speaks for it and below 0 for what speaks against it.
	 */
	values: number[];
	/** The example, or the condition, that the message is most like; -1 for none. */
	nearest: number;
	isVerbatim: boolean;
}

/** How surprising a word is that every fifteenth example has: what one has in common by chance. */
const BY_CHANCE = 1 / 15;
/** A condition of two telling words is more than one of them. */
const MOST_OF_IT = 0.6;

export function weighAgainst(message: Content, scenario: PreparedScenario): CustomEvidence {
	const { texts, examples } = scenario;
	const match = matchItems(message, scenario);
	const grams = matchGrams(message, scenario);
	let [nearest, best, second, contained, isVerbatim] = [-1, 0, 0, 0, false];
	let [ofCondition, conditionLike, topLike] = [0, 0, 0];
	texts.forEach(({ content, isCondition }, at) => {
		const cosine = match.dots[at]! / (message.length * content.length || 1);
		const spelt = grams[at]! / Math.sqrt(message.grams.size * content.grams.size || 1);
		const share = match.dots[at]! / (content.length * content.length || 1);
		const like = Math.max(0, 0.6 * cosine + 0.4 * spelt);
		const isSame = content.verbatim === message.verbatim && content.verbatim !== WORDLESS;
		const worth = isCondition ? Math.max(0, share) : isSame ? 1 : like;
		if (worth > topLike) [topLike, nearest] = [worth, at];
		if (isCondition) [ofCondition, conditionLike] = [Math.max(0, share), Math.max(0, cosine)];
		else {
			isVerbatim ||= isSame;
			second = Math.max(second, Math.min(best, like));
			best = Math.max(best, like);
			if (content.items.size > 1) contained = Math.max(contained, share);
		}
	});
	const many = Math.min(1, Math.log2(1 + examples) / Math.log2(11));
	const hasCondition = texts.length > examples ? 1 : 0;
	return {
		nearest,
		isVerbatim,
		values: [
			1,
			many,
			hasCondition,
			second,
			contained,
			ofCondition,
			ofCondition * (1 - many),
			ofCondition > MOST_OF_IT ? 1 - many : 0,
			conditionLike,
			Math.tanh(match.surprise / 6),
			Math.tanh(match.surprise / 6) * many,
			match.telling > 0 ? 1 : 0,
			match.telling > 1 ? 1 : 0,
			match.cover,
			match.cover * many,
			match.core,
			match.core * many,
			-Math.log2(1 + match.unmatched),
			-Math.log2(1 + match.topicsOut),
			Math.min(2, match.topicsIn),
			-Math.max(0, message.praises - scenario.praises),
			-Math.max(0, message.asks - scenario.asks),
		],
	};
}

/** What the items of the message, found in the scenario's texts, add up to. */
function matchItems(message: Content, { items, texts, examples }: PreparedScenario) {
	const dots = new Float64Array(texts.length);
	let [telling, surprise, core, squares, matched, unmatched, topicsIn, topicsOut] = [0, 0, 0, 0, 0, 0, 0, 0];
	for (const [item, weight] of message.items) {
		let agreeing = 0;
		for (const [text, other] of items.get(item) ?? NOWHERE) {
			dots[text]! += weight * other;
			if (weight * other > 0) agreeing++;
		}
		const size = Math.abs(weight);
		squares += size * size;
		if (agreeing === 0) {
			if (size >= TELLING) unmatched++;
			if (size === 1) topicsOut++;
			continue;
		}
		matched += size * size;
		if (size === 1) topicsIn++;
		if (size >= TELLING) telling++;
		const share = (agreeing + 0.2) / (examples + 1);
		core = Math.max(core, size * (agreeing / texts.length));
		surprise += size * Math.max(0, Math.log(share / BY_CHANCE));
	}
	return { dots, telling, surprise, core, cover: squares > 0 ? matched / squares : 0, unmatched, topicsIn, topicsOut };
}

const NOWHERE: ReadonlyArray<readonly [number, number]> = [];

function matchGrams(message: Content, { grams, texts }: PreparedScenario): Float64Array {
	const counts = new Float64Array(texts.length);
	for (const gram of message.grams) {
		const places = grams.get(gram);
		if (places) for (const text of places) counts[text]!++;
	}
	return counts;
}

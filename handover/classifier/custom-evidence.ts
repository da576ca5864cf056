import type { Content } from './content';
import type { PreparedScenario } from './prepared-scenario';
import { TELLING } from './similarity';

/** Values of the scenario itself, which say how much evidence there can be: any sign may be learnt for them. */
export const OF_SCENARIO = 3;

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
		const worth = isCondition ? Math.max(0, share) : like;
		if (worth > topLike) [topLike, nearest] = [worth, at];
		if (isCondition) [ofCondition, conditionLike] = [Math.max(0, share), Math.max(0, cosine)];
		else {
			isVerbatim ||= content.verbatim === message.verbatim && content.grams.size > 0;
			second = Math.max(second, Math.min(best, like));
			best = Math.max(best, like);
			if (content.items.size > 1) contained = Math.max(contained, share);
		}
	});
	const many = Math.log2(1 + examples) / Math.log2(11);
	const hasCondition = ofCondition > 0 || texts.length > examples ? 1 : 0;
	return {
		nearest,
		isVerbatim,
		values: [
			1,
			many,
			hasCondition,
			best,
			second,
			best * many,
			contained,
			ofCondition,
			ofCondition * (1 - many),
			ofCondition ** 3 * (1 - many),
			conditionLike,
			match.covered,
			match.covered * many,
			Math.tanh(match.surprise / 6),
			Math.tanh(match.surprise / 6) * many,
			match.telling > 0 ? 1 : 0,
			match.telling > 1 ? 1 : 0,
			-match.opposed,
			-Math.max(0, message.negated - scenario.negated),
			-Math.max(0, message.praises - scenario.praises),
			-Math.max(0, message.asks - scenario.asks),
			-Math.log2(1 + match.unknown),
		],
	};
}

/** What the items of the message, found in the scenario's texts, add up to. */
function matchItems(message: Content, { items, texts, examples }: PreparedScenario) {
	const dots = new Float64Array(texts.length);
	let [covered, opposed, telling, unknown, surprise] = [0, 0, 0, 0, 0];
	for (const [item, weight] of message.items) {
		const size = Math.abs(weight);
		const places = items.get(item);
		if (!places) {
			unknown += size;
			continue;
		}
		let agreeing = 0;
		for (const [text, other] of places) {
			dots[text]! += weight * other;
			if (weight * other > 0) agreeing++;
		}
		if (agreeing === 0) {
			opposed += size;
			continue;
		}
		covered += size * size;

		if (size >= TELLING) telling++;
		const share = (agreeing + 0.2) / (examples + 1);
		surprise += size * Math.max(0, Math.log(share / BY_CHANCE));
	}
	const all = message.length * message.length || 1;
	return {
		dots,
		covered: covered / all,
		opposed: opposed / (opposed + Math.sqrt(covered) || 1),
		telling,
		unknown,
		surprise,
	};
}

function matchGrams(message: Content, { grams, texts }: PreparedScenario): Float64Array {
	const counts = new Float64Array(texts.length);
	for (const gram of message.grams) {
		const places = grams.get(gram);
		if (places) for (const text of places) counts[text]!++;
	}
	return counts;
}

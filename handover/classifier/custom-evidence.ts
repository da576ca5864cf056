import type { Content, Manner } from './content';
import type { PreparedScenario } from './prepared-scenario';
import { TELLING } from './similarity';

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

/** How surprising an item is that every fifteenth example has: what one has in common by chance. */
const BY_CHANCE = 1 / 15;
/** A condition of two telling words is more than one of them. */
const MOST_OF_IT = 0.6;

export function weighAgainst(message: Content, scenario: PreparedScenario): CustomEvidence {
	const { texts, examples, manner } = scenario;
	const match = matchItems(message, scenario);
	const { nearest, contained, ofCondition, isVerbatim } = matchTexts(message, scenario, match.dots);
	const core = matchCore(message, scenario);
	const many = howMany(examples);
	const few = 1 - many;
	const surprise = Math.tanh(match.surprise / 6);
	return {
		nearest,
		isVerbatim,
		values: [
			1,
			many,
			texts.length > examples ? 1 : 0,
			contained,
			ofCondition,
			ofCondition * few,
			ofCondition > MOST_OF_IT ? few : 0,
			surprise,
			surprise * many,
			match.telling > 0 ? 1 : 0,
			match.telling > 1 ? 1 : 0,
			core.has,
			core.lacks,
			lacking(manner, message.manner, 'praises'),
			lacking(manner, message.manner, 'asks'),
			lacking(message.manner, manner, 'asks'),
			lacking(message.manner, manner, 'wishes'),
			lacking(message.manner, manner, 'denies'),
		],
	};
}

/** 0 for no example, 1 from ten on: the tenth says less than the second, and those after it next to nothing. */
export function howMany(examples: number): number {
	return Math.min(1, Math.log2(1 + examples) / Math.log2(11));
}

/** Below 0 where one does less of it than the other. */
function lacking(one: Manner, other: Manner, how: keyof Manner): number {
	return Math.min(0, one[how] - other[how]);
}

/** What the items of the message, found in the scenario's texts, add up to. */
function matchItems(message: Content, { items, texts, examples }: PreparedScenario) {
	const dots = new Float64Array(texts.length);
	let [telling, surprise] = [0, 0];
	for (const [item, weight] of message.items) {
		const places = items.get(item);
		if (!places) continue;
		let agreeing = 0;
		for (const { text, weight: other } of places) {
			dots[text]! += weight * other;
			if (weight * other > 0) agreeing++;
		}
		if (agreeing === 0) continue;
		const size = Math.abs(weight);
		if (size >= TELLING) telling++;
		const share = (agreeing + 0.2) / (examples + 1);
		surprise += size * Math.max(0, Math.log(share / BY_CHANCE));
	}
	return { dots, telling, surprise };
}

/** How the message stands to each of the texts, by the products of their weights. */
function matchTexts(message: Content, { texts, verbatim }: PreparedScenario, dots: Float64Array) {
	const same = verbatim.get(message.verbatim);
	let [nearest, likeness, contained, ofCondition] = [-1, 0, 0, 0];
	for (let text = 0; text < texts.length; text++) {
		const dot = dots[text]!;
		if (dot <= 0) continue;
		const { content, isCondition } = texts[text]!;
		const share = dot / (content.length * content.length);
		const like = isCondition ? share : dot / (message.length * content.length);
		if (like > likeness) [likeness, nearest] = [like, text];
		if (isCondition) ofCondition = share;
		else if (content.items.size > 1) contained = Math.max(contained, share);
	}
	return { nearest: same ?? nearest, contained, ofCondition, isVerbatim: same !== undefined };
}

/** How much the message has of what many examples are about, and the part of that which it has not, below 0. */
function matchCore({ items }: Content, { core }: PreparedScenario): { has: number; lacks: number } {
	let [all, has] = [0, 0];
	for (const { item, share } of core) {
		all += share;
		if ((items.get(item) ?? 0) > 0) has += share;
	}
	return { has, lacks: all > 0 ? has / all - 1 : 0 };
}

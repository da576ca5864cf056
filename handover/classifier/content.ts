import { withoutCourtesies } from './courtesies';
import { isNegation, isPraise, isQuestion, isWish, meaningAt, meaningOf } from './meanings';
import type { ReadText, Token } from './read-text';
import { stemOf, verbatimOf, weightOf, type WordWeights } from './similarity';
import { finish, hashWord, mix } from './text-features';
import { fieldOf, isTelling, topicAt, topicOfAll } from './topics';

/** What a text is about, and whether it wants it: its topics and its words, by how telling they are. */
export interface Content {
	/** Weight by hash, negative where the text says `not` before it. */
	items: ReadonlyMap<number, number>;
	/** Euclidean length of the weights. */
	length: number;
	/** As in {@link Features}, but for courtesies. */
	verbatim: number;
	manner: Manner;
}

/** How it is said, 0 or 1 each, so that they can be averaged. */
export interface Manner {
	praises: number;
	asks: number;
	wishes: number;
	/** Has a `not`. */
	denies: number;
}

const TOPIC = 0x2545f491;
const FIELD = 0x61c88647;
/** A topic is what the text is about. What is done with it, its field and the word for it say less. */
const OF_TOPIC = 1;
const OF_DEED = 0.7;
const OF_FIELD = 0.3;
const WORDED = 0.3;
/** How many words a `not` reaches. */
const REACH = 4;

const NONE: ReadonlyMap<number, number> = new Map();

/** @param ignored items that the text is not about */
export function contentOf(
	{ tokens, endsWithQuestion }: ReadText,
	weights: WordWeights,
	ignored = NONE,
): Content {
	const items = new Map<number, number>();
	const found = new Set<number>();
	const manner = { praises: 0, asks: endsWithQuestion ? 1 : 0, wishes: 0, denies: 0 };
	let negatedTo = -1;
	for (let at = 0; at < tokens.length;) {
		const meaning = meaningFrom(tokens, at);
		noteManner(manner, meaning);
		if (isNegation(meaning)) negatedTo = at + REACH;
		const sign = at <= negatedTo && sameClause(tokens, at, negatedTo - REACH) ? -1 : 1;
		const topic = topicAt(tokens, at);
		if (topic.meaning && !ignored.has(topicItem(topic.meaning))) {
			found.add(topic.meaning);
			const field = fieldOf(topic.meaning);
			if (field) items.set(finish(mix(FIELD, field)), sign * OF_FIELD);
			items.set(topicItem(topic.meaning), sign * (isTelling(topic.meaning) ? OF_TOPIC : OF_DEED));
		}
		const worded = itemOf(tokens, at);
		if (worded !== 0 && !ignored.has(worded)) {
			const weight = weightOf(worded, weights) * (topic.meaning ? WORDED : 1);
			if (weight > 0) items.set(worded, sign * weight);
		}
		at += topic.length;
	}
	const whole = topicOfAll(found);
	if (whole && !found.has(whole)) items.set(topicItem(whole), OF_TOPIC);
	if (manner.wishes) manner.asks = 0;
	const verbatim = verbatimOf(withoutCourtesies(tokens));
	return { items, length: lengthOf(items), verbatim, manner };
}

/** Euclidean. */
function lengthOf(items: ReadonlyMap<number, number>): number {
	let squares = 0;
	for (const weight of items.values()) squares += weight * weight;
	return Math.sqrt(squares);
}

function noteManner(manner: Manner, meaning: number): void {
	if (isPraise(meaning)) manner.praises = 1;
	else if (isQuestion(meaning)) manner.asks = 1;
	else if (isWish(meaning)) manner.wishes = 1;
	else if (isNegation(meaning)) manner.denies = 1;
}

function meaningFrom(tokens: readonly Token[], at: number): number {
	const { kind, word } = tokens[at]!;
	return kind === 'character' ? meaningAt(tokens, at, tokens.length).meaning : meaningOf(word);
}

function topicItem(topic: number): number {
	return finish(mix(TOPIC, topic));
}

function sameClause(tokens: readonly Token[], at: number, other: number): boolean {
	return tokens[at]!.clause === tokens[other]!.clause;
}

/** The beginning of a word, an emoji, or a character with the next one, if it stands not alone; 0 for its last. */
function itemOf(tokens: readonly Token[], at: number): number {
	const { kind, word } = tokens[at]!;
	if (kind === 'word') return stemOf(word);
	if (kind === 'emoji') return finish(hashWord(word));
	if (isCharacterBeside(tokens, at, at + 1)) {
		return finish(mix(hashWord(word), hashWord(tokens[at + 1]!.word)));
	}
	return isCharacterBeside(tokens, at, at - 1) ? 0 : finish(hashWord(word));
}

function isCharacterBeside(tokens: readonly Token[], at: number, beside: number): boolean {
	return tokens[beside]?.kind === 'character' && sameClause(tokens, at, beside);
}

import { withoutCourtesies } from './courtesies';
import { isNegation, isPraise, isQuestion, isWish, meaningAt, meaningOf } from './meanings';
import type { ReadText, Token } from './read-text';
import { stemOf, verbatimOf, weightOf, type Features, type WordWeights } from './similarity';
import { finish, hashWord, mix } from './text-features';
import { topicOfAll, topics } from './topics';

/** What a text is about, and whether it wants it: its topics and its words, by how telling they are. */
export interface Content {
	/** Weight by hash, negative where the text says `not` before it. */
	items: ReadonlyMap<number, number>;
	/** Euclidean length of the weights. */
	length: number;
	/** As in {@link Features}. */
	grams: ReadonlySet<number>;
	/** As in {@link Features}, but for courtesies. */
	verbatim: number;
	/** 0 or 1 each, so that they can be averaged. */
	praises: number;
	asks: number;
}

const TOPIC = 0x2545f491;
/** A topic is what the text is about. The word for it says less. */
const OF_TOPIC = 1;
const WORDED = 0.5;
/** How many words a `not` reaches. */
const REACH = 4;

export function contentOf(read: ReadText, features: Features, weights: WordWeights): Content {
	const { tokens } = read;
	const items = new Map<number, number>();
	const found = new Set<number>();
	let praises = 0;
	let question = read.endsWithQuestion;
	let wishes = false;
	let negatedTo = -1;
	for (let at = 0; at < tokens.length;) {
		const token = tokens[at]!;
		const isCharacter = token.kind === 'character';
		const { meaning } = isCharacter
			? meaningAt(tokens, at, tokens.length)
			: { meaning: meaningOf(token.word) };
		if (isPraise(meaning)) praises = 1;
		if (isQuestion(meaning)) question = true;
		if (isWish(meaning)) wishes = true;
		if (isNegation(meaning)) negatedTo = at + REACH;
		const sign = at <= negatedTo && sameClause(tokens, at, negatedTo - REACH) ? -1 : 1;
		const topic = isCharacter
			? topics.at(tokens, at, tokens.length)
			: { meaning: topics.of(token.word), length: 1 };
		if (topic.meaning) {
			found.add(topic.meaning);
			items.set(topicItem(topic.meaning), sign * OF_TOPIC);
		}
		const worded = itemOf(tokens, at);
		if (worded !== 0) {
			const weight = weightOf(worded, weights) * (topic.meaning ? WORDED : 1);
			if (weight > 0) items.set(worded, sign * weight);
		}
		at += topic.meaning ? topic.length : 1;
	}
	const whole = topicOfAll(found);
	if (whole && !found.has(whole)) items.set(topicItem(whole), OF_TOPIC);
	let squares = 0;
	for (const weight of items.values()) squares += weight * weight;
	const { grams } = features;
	const verbatim = verbatimOf(withoutCourtesies(tokens));
	const asks = question && !wishes ? 1 : 0;
	return { items, length: Math.sqrt(squares), grams, verbatim, praises, asks };
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

import { LEXICONS } from './lexicons/lexicons';
import { PhraseBook, wordsOf, type Found, type PhraseList } from './phrase-book';
import type { Token } from './read-text';

/** Everything the lexicons say of what a contact writes. */
export const contactBook = new PhraseBook(LEXICONS, [
	'asksForHuman',
	'mayAskForHuman',
	'doesNotAskForHuman',
	'didNotHelp',
	'mayNotHaveHelped',
	'isNoComplaint',
	'didHelp',
]);

/** Everything the lexicons say of what a bot writes. */
export const botBook = new PhraseBook(LEXICONS, ['doesNotKnow', 'doesKnow', 'asksWhetherItHelped']);

const merged = (name: 'polite' | 'smallTalk' | 'yes' | 'no' | 'beginsQuestion' | 'stopWords') =>
	new Set(LEXICONS.flatMap((lexicon) => wordsOf(lexicon[name])));

const smallTalk = merged('smallTalk');
const yes = merged('yes');
const no = merged('no');
const beginsQuestion = merged('beginsQuestion');
const stopWords = merged('stopWords');

export function isStopWord(word: string): boolean {
	return stopWords.has(word);
}

/** A greeting, thanks, a bare yes or no: nothing that could be answered. */
export function isSmallTalk(tokens: readonly Token[]): boolean {
	return tokens.every(
		({ word, kind }) => kind === 'emoji' || smallTalk.has(word) || yes.has(word) || no.has(word),
	);
}

/** `no`, `nein danke`, `いいえ`; and nothing else. */
export function isPlainNo(tokens: readonly Token[]): boolean {
	return consistsOf(tokens, no) && !consistsOf(tokens, yes);
}

export function isPlainYes(tokens: readonly Token[]): boolean {
	return consistsOf(tokens, yes) && !consistsOf(tokens, no);
}

function consistsOf(tokens: readonly Token[], words: ReadonlySet<string>): boolean {
	return tokens.length > 0 && tokens.length <= 6 && tokens.every(({ word }) => words.has(word));
}

/** Whether a sentence begins as questions and requests do, after a greeting at most. */
export function beginsLikeQuestion(tokens: readonly Token[]): boolean {
	const first = tokens.find(({ word, kind }) => kind !== 'emoji' && !smallTalk.has(word));
	return first !== undefined && beginsQuestion.has(first.word);
}

/** The phrases of one list that none of another list takes away by standing on the same words. */
export function without(found: Found[], list: PhraseList, excluding: PhraseList): Found[] {
	const hits = found.filter((one) => one.list === list);
	if (hits.length === 0) return hits;
	const exclusions = found.filter((one) => one.list === excluding);
	return hits.filter((hit) => !exclusions.some((other) => other.from < hit.to && hit.from < other.to));
}

/** The phrase that says most, for the evidence. */
export function longest(found: readonly Found[]): Found {
	return found.reduce((best, one) => (one.to - one.from > best.to - best.from ? one : best));
}


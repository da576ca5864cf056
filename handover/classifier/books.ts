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
const yesWords = merged('yes');
const noWords = merged('no');
const yes = entries('yes');
const no = entries('no');
const beginsQuestion = merged('beginsQuestion');
const stopWords = merged('stopWords');

export function isStopWord(word: string): boolean {
	return stopWords.has(word);
}

/** A greeting, thanks, a bare yes or no: nothing that could be answered. */
export function isSmallTalk(tokens: readonly Token[]): boolean {
	return tokens.every(
		({ word, kind }) =>
			kind === 'emoji' || smallTalk.has(word) || yesWords.has(word) || noWords.has(word),
	);
}

/** `no`, `nein danke`, `いいえ`; and nothing else. */
export function isPlainNo(tokens: readonly Token[]): boolean {
	return no.has(joined(tokens)) && !yes.has(joined(tokens));
}

export function isPlainYes(tokens: readonly Token[]): boolean {
	return yes.has(joined(tokens)) && !no.has(joined(tokens));
}

function entries(name: 'yes' | 'no'): Set<string> {
	const written = LEXICONS.flatMap((lexicon) => lexicon[name].split('|'));
	return new Set(written.map((entry) => wordsOf(entry).join(' ')));
}

/** Of long texts the beginning, which is no plain yes or no either. */
function joined(tokens: readonly Token[]): string {
	return tokens
		.slice(0, 9)
		.map(({ word }) => word)
		.join(' ');
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
	return hits.filter(
		(hit) => !exclusions.some((other) => other.from < hit.to && hit.from < other.to),
	);
}

/** The phrase that says most, for the evidence. */
export function longest(found: readonly Found[]): Found {
	return found.reduce((best, one) => (one.to - one.from > best.to - best.from ? one : best));
}

import { meaningTrie } from './meaning-trie';
import type { Token } from './read-text';
import { BUSINESS } from './topics/business';
import { CONFLICT } from './topics/conflict';
import { DATES } from './topics/dates';
import { DOING } from './topics/doing';
import { FOOD } from './topics/food';
import { HEALTH } from './topics/health';
import { HOME } from './topics/home';
import { MONEY } from './topics/money';
import { ONLINE } from './topics/online';
import { ORDERS } from './topics/orders';
import { PEOPLE } from './topics/people';
import { THINGS } from './topics/things';
import { TRAVEL } from './topics/travel';

/** Topics of one field are close: who asks for an invoice writes about money. */
const FIELDS: ReadonlyArray<readonly string[]> = [
	MONEY,
	ORDERS,
	CONFLICT,
	HEALTH,
	ONLINE,
	TRAVEL,
	PEOPLE,
	HOME,
	FOOD,
	BUSINESS,
	DATES,
];

/**
 * What people write to a company about: words of 17 languages that mean the same, a row per topic,
 * languages in the order of training/languages.ts. So that `reimburse me` is a refund, and
 * `reembolso` is one as well. `*` stands for any ending; several words are written as one. No word
 * stands in two rows, but a whole one goes before one with `*`, and a longer one before a shorter.
 */
export const TOPICS: readonly string[] = [...FIELDS.flat(), ...THINGS, ...DOING];

export const topics = meaningTrie(TOPICS);

/**
 * Of the longest entry that begins at a token. A name of several words stands in one clause, and its
 * last word is no single letter: `can I` is no Italian dog, nor `do I` a Portuguese pain.
 */
export function topicAt(tokens: readonly Token[], at: number): ReturnType<typeof topics.at> {
	const found = topics.at(tokens, at, tokens.length);
	const last = tokens[at + found.length - 1]!;
	const isName =
		found.length === 1 ||
		last.kind !== 'word' ||
		(last.word.length > 1 && last.clause === tokens[at]!.clause);
	return isName ? found : { meaning: topics.of(tokens[at]!.word), length: 1 };
}

const fields: readonly number[] = FIELDS.flatMap((rows, field) => rows.map(() => field + 1));

/** The field of a topic, 0 for none. */
export function fieldOf(topic: number): number {
	return fields[topic - 1] ?? 0;
}

const telling = fields.length + THINGS.length;

/** What is done, how and when says less than what it is done with. */
export function isTelling(topic: number): boolean {
	return topic <= telling;
}

/** Two topics beside each other that make a third: money that comes back is a refund. */
const CASH = topics.of('money');
const GIVE_BACK = topics.of('back');
const REFUND = topics.of('refund');

/** What the topics of one text are about together, 0 for nothing more. */
export function topicOfAll(found: ReadonlySet<number>): number {
	return found.has(CASH) && found.has(GIVE_BACK) ? REFUND : 0;
}

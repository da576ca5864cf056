import { meaningTrie } from './meaning-trie';
import { TOPICS_OF_BUSINESS } from './topics/business';
import { TOPICS_OF_HEALTH } from './topics/food-and-health';
import { TOPICS_OF_ORDERS } from './topics/orders';
import { TOPICS_OF_PLACES } from './topics/people-and-places';
import { TOPICS_OF_THINGS } from './topics/things-and-trouble';

/**
 * What people write to a company about: words of 17 languages that mean the same, a row per topic,
 * languages in the order of training/languages.ts. So that `reimburse me` is a refund, and
 * `reembolso` is one as well. `*` stands for any ending; several words are written as one. Where two
 * rows have a word, it is of the first.
 */
export const topics = meaningTrie([
	...TOPICS_OF_ORDERS,
	...TOPICS_OF_HEALTH,
	...TOPICS_OF_PLACES,
	...TOPICS_OF_THINGS,
	...TOPICS_OF_BUSINESS,
]);

/** Two topics beside each other that make a third: money that comes back is a refund. */
const MONEY = topics.of('money');
const GIVE_BACK = topics.of('back');
const REFUND = topics.of('refund');

/** What the topics of one text are about together, 0 for nothing more. */
export function topicOfAll(found: ReadonlySet<number>): number {
	return found.has(MONEY) && found.has(GIVE_BACK) ? REFUND : 0;
}

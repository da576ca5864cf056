import type { Task } from '../labelled-lines';
import type { Contender } from './contender';

/** What a builder puts into an If node. */
const RULES: Record<Task, RegExp> = {
	'contact-request':
		/\b(human|agent|representative|operator|real person|live (chat|support)|customer (service|support)|(speak|talk) (to|with) (someone|somebody|a person|a manager))\b/i,
	'lack-of-information':
		/\b(sorry|unfortunately|(do not|don't|didn't|did not) (know|have|understand|find)|no information|not sure|unable|cannot help|can't help)\b/i,
	'failed-attempt':
		/\b(not help(ful|ing)?|(didn't|doesn't|does not|did not) (help|work)|wrong|useless|not what i|again|already (tried|said|told))\b|👎/i,
};

export const keywordRule: Contender = {
	name: 'keyword rule',
	judge: ({ task, text }) => (RULES[task].test(text) ? 1 : 0),
};

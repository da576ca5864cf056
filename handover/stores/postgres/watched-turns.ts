import { toWatchedTurns } from '../rows';
import type { WatchedTurns } from '../records';
import { statement } from './statement';
import type { Transactions } from './transactions';

const FIND = statement(`
	SELECT bot_id, conversation_id, open_turns FROM conversations
	WHERE answer_by IS NOT NULL ORDER BY answer_by LIMIT $1`);

/** The turns that somebody looks after, for those who do. */
export async function findWatchedTurns(
	transactions: Transactions,
	limit: number,
): Promise<WatchedTurns[]> {
	return (await transactions.rows(FIND, limit)).map(toWatchedTurns);
}

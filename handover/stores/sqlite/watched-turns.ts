import { toWatchedTurns } from '../rows';
import type { WatchedTurns } from '../records';
import type { Transactions } from './transactions';

/** The turns that somebody looks after, for those who do. */
export function watchedTurnsFinder(transactions: Transactions): (limit: number) => WatchedTurns[] {
	const find = transactions.prepare(`
		SELECT bot_id, conversation_id, open_turns FROM conversations
		WHERE answer_by IS NOT NULL ORDER BY answer_by LIMIT ?`);
	return (limit) => transactions.read(() => find.all(limit)).map(toWatchedTurns);
}

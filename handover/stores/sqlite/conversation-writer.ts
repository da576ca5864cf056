import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Conversation, ConversationRef } from '../../conversation/conversation';
import { COLUMNS_OF_CONVERSATION, CONVERSATION_COLUMNS, conversationValues } from '../rows';

export interface ConversationWriter {
	/** Returns where it stands now. */
	insert(ref: ConversationRef, conversation: Conversation, lastSeq: number): number;
	/**
	 * Writes what is not as it was `before`. A decision keeps what it does not change of a conversation,
	 * so what it says of it is made of the same parts, and they need not be compared.
	 */
	update(rowId: number, before: Conversation, now: Conversation, lastSeq: number): void;
	updateLastSeq(rowId: number, lastSeq: number): void;
}

/**
 * A column that is named in an UPDATE is written with every index that it is in, changed or not. So
 * there is a statement for each set of columns that change together, of which there are few.
 */
export function conversationWriter(database: DatabaseSync): ConversationWriter {
	const insert = database.prepare(`
		INSERT INTO conversations (bot_id, conversation_id, last_seq, ${CONVERSATION_COLUMNS.join(', ')})
		VALUES (?, ?, ?, ${CONVERSATION_COLUMNS.map(() => '?').join(', ')})`);
	const updates = new Map<number, StatementSync>();

	/** `changed` has a bit for each column. */
	function updateOf(changed: number): StatementSync {
		const known = updates.get(changed);
		if (known) return known;
		const names = CONVERSATION_COLUMNS.filter((_, index) => changed & (1 << index));
		const columns = ['last_seq', ...names].map((name) => `${name} = ?`).join(', ');
		const statement = database.prepare(`UPDATE conversations SET ${columns} WHERE id = ?`);
		updates.set(changed, statement);
		return statement;
	}

	return {
		insert({ botId, conversationId }, conversation, lastSeq) {
			const values = conversationValues(conversation);
			return Number(insert.run(botId, conversationId, lastSeq, ...values).lastInsertRowid);
		},
		update(rowId, before, now, lastSeq) {
			let changed = 0;
			const values: Array<string | number | null> = [lastSeq];
			COLUMNS_OF_CONVERSATION.forEach(({ part, valueOf }, index) => {
				if (before[part] === now[part]) return;
				changed |= 1 << index;
				values.push(valueOf(now));
			});
			values.push(rowId);
			updateOf(changed).run(...values);
		},
		updateLastSeq: (rowId, lastSeq) => void updateOf(0).run(lastSeq, rowId),
	};
}

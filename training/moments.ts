/** What a bot may say to a contact's turn, and what the contact may say to that. */
export interface Reply {
	/**
	 * `fits`: it answers what was said. `misses`: it does not, as one sees who knows nothing of the matter: it is
	 * off topic, asks for what was just said, or has no answer. `errs`: it is about the right thing, and wrong.
	 */
	kind: 'fits' | 'misses' | 'errs';
	text: string;
	/** May be empty. The talk goes on after a reply that fits; after another they show that it failed. */
	next: string[];
}

/** A contact's turn and several replies to it. */
export interface Moment {
	said: string;
	replies: Reply[];
}

const LINE = /^(contact|fits|misses|errs|next): +(\S.*)$/u;

/**
 * Reads `contact:`, a reply (`fits:`, `misses:`, `errs:`), what is said next to it (`next:`) where there is any,
 * the next reply, and so on; a moment begins with each `contact:`.
 * @throws {Error} with the file and the line that is wrong.
 */
export function parseMoments(text: string, file: string): Moment[] {
	const moments: Moment[] = [];
	text.split('\n').forEach((raw, index) => {
		const line = raw.trim();
		if (!line || line.startsWith('#')) return;
		const wrong = (what: string) => new Error(`${file}:${index + 1}: ${what}`);
		const [, kind, turn] = LINE.exec(line) ?? [];
		if (!kind || !turn) throw wrong('not a contact:, fits:, misses:, errs: or next:');
		if (/[(){}|]|>>/u.test(turn)) throw wrong('( ) { } | and >> mean nothing here');
		const replies = moments.at(-1)?.replies;
		if (kind === 'contact') {
			if (replies?.length === 0) throw wrong('nobody has replied to the contact before');
			return void moments.push({ said: turn, replies: [] });
		}
		if (!replies) throw wrong('nobody has said anything yet');
		if (kind !== 'next') {
			return void replies.push({ kind: kind as Reply['kind'], text: turn, next: [] });
		}
		const reply = replies.at(-1);
		if (!reply) throw wrong('there is no reply to it yet');
		reply.next.push(turn);
	});
	return moments;
}

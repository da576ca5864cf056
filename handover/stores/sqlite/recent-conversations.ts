import type { DatabaseSync } from 'node:sqlite';
import type { Conversation, ConversationRef, Message } from '../../conversation/conversation';
import type { BotSettings } from '../../scenarios/scenario';

export interface RecentConversation {
	rowId: number;
	lastSeq: number;
	conversation: Conversation;
	/** The newest lines, oldest first; null when nobody asked for them yet. */
	lines: Message[] | null;
	/** There are no older lines than these. */
	areAllLines: boolean;
}

/** Each keeps up to {@link MOST_LINES} lines of its transcript in memory. */
const MOST_CONVERSATIONS = 500;
const MOST_LINES = 16;
/** Letters of all lines together; longer conversations are read anew each time. */
const MOST_LETTERS = 16_000;

/**
 * What this connection has just read or written, for the nodes of one flow ask for the same
 * conversation one after the other. It is right as long as no other connection has written, which
 * SQLite tells by `PRAGMA data_version` (SQLite documentation); then everything is forgotten.
 */
export class RecentConversations {
	readonly #readVersion;
	readonly #conversations = new Map<string, RecentConversation>();
	/** Null: it is known that there are none. */
	readonly #settings = new Map<string, BotSettings | null>();
	#version: unknown;
	#mayBeOutdated = true;

	constructor(database: DatabaseSync) {
		this.#readVersion = database.prepare('PRAGMA data_version');
	}

	/**
	 * To be called when a transaction has begun, and before each look outside of one: SQLite is asked
	 * once more, as soon as something is found. What is remembered unasked is forgotten with all the
	 * rest, should the next answer be another one than the last.
	 */
	mayBeOutdated(): void {
		this.#mayBeOutdated = true;
	}

	find(ref: ConversationRef): RecentConversation | undefined {
		const key = keyOf(ref);
		const found = this.#conversations.get(key);
		return found && this.#isCurrent() ? found : undefined;
	}

	remember(ref: ConversationRef, recent: RecentConversation): void {
		const key = keyOf(ref);
		this.#conversations.delete(key);
		if (this.#conversations.size >= MOST_CONVERSATIONS) {
			this.#conversations.delete(this.#conversations.keys().next().value!);
		}
		this.#conversations.set(key, within(recent));
	}

	findSettings(botId: string): BotSettings | null | undefined {
		const found = this.#settings.get(botId);
		return found !== undefined && this.#isCurrent() ? found : undefined;
	}

	rememberSettings(botId: string, settings: BotSettings | null): void {
		if (this.#settings.size >= MOST_CONVERSATIONS) this.#settings.clear();
		this.#settings.set(botId, settings);
	}

	forgetAll(): void {
		this.#conversations.clear();
		this.#settings.clear();
	}

	/** False: another connection has written, and everything was forgotten. */
	#isCurrent(): boolean {
		if (!this.#mayBeOutdated) return true;
		this.#mayBeOutdated = false;
		const version = this.#readVersion.get()!['data_version'];
		if (version === this.#version) return true;
		this.forgetAll();
		this.#version = version;
		return false;
	}
}

function keyOf({ botId, conversationId }: ConversationRef): string {
	return `${botId}\0${conversationId}`;
}

/** The newest lines, as many as may be kept. */
function within(recent: RecentConversation): RecentConversation {
	if (recent.lines === null) return recent;
	const lines = recent.lines.slice(-MOST_LINES);
	const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
	if (letters > MOST_LETTERS) return { ...recent, lines: null, areAllLines: false };
	const areAllLines = recent.areAllLines && lines.length === recent.lines.length;
	return { ...recent, lines, areAllLines };
}

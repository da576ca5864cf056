import type { ConversationRef } from '../conversation/conversation';
import { readCarriedData } from './handover-data';

/** What was left of a message's turn. */
export interface LeftTurn {
	/** Nobody answers the message. */
	message: boolean;
	/** Nobody carries the conversation's handover out. */
	handover: boolean;
}

const NOTHING: LeftTurn = { message: false, handover: false };
/** A store that is away for long must not fill the memory. */
const MOST = 10_000;

/**
 * The turns that ended in an error in this process. The store cannot keep them, for it may be the one
 * that failed; and for a process that is gone, its runner tells as much (ADR 8).
 */
export class LeftTurns {
	readonly #left = new Set<string>();
	readonly #failed = new Set<string>();

	/** `carried` is the `handover` of the item on which a node failed. Without a turn, nothing is left. */
	leave(carried: unknown): void {
		const { messageSeq, messageId, trigger } = readCarriedData(carried);
		if (messageSeq === null) return;
		const ref = carried as ConversationRef;
		this.#failed.add(failureKey(ref, messageSeq));
		forgetOldest(this.#failed);
		this.#add(ref, { messageId, left: { message: true, handover: trigger !== null } });
	}

	/** Whether the turn failed here, so that nobody need wait for its answer. */
	isLeft(ref: ConversationRef, messageSeq: number): boolean {
		return this.#failed.has(failureKey(ref, messageSeq));
	}

	/** Somebody has the turn again. */
	takenUp(ref: ConversationRef, messageSeq: number): void {
		if (this.#failed.size) this.#failed.delete(failureKey(ref, messageSeq));
	}

	/** Runs `work` with what was left of the message's turn. Two at once: only the first gets it. */
	async takeUp<T>(
		ref: ConversationRef,
		messageId: string | null,
		work: (left: LeftTurn) => Promise<T>,
	): Promise<T> {
		const left = this.#left.size ? this.#take(ref, messageId) : NOTHING;
		try {
			return await work(left);
		} catch (error) {
			this.#add(ref, { messageId, left });
			throw error;
		}
	}

	#take(ref: ConversationRef, messageId: string | null): LeftTurn {
		return {
			message: messageId !== null && this.#left.delete(keyOf(ref, messageId)),
			handover: this.#left.delete(keyOf(ref, null)),
		};
	}

	#add(ref: ConversationRef, { messageId, left }: { messageId: string | null; left: LeftTurn }) {
		if (left.message && messageId !== null) this.#left.add(keyOf(ref, messageId));
		if (left.handover) this.#left.add(keyOf(ref, null));
		forgetOldest(this.#left);
	}
}

function keyOf({ botId, conversationId }: ConversationRef, messageId: string | null): string {
	return JSON.stringify([botId, conversationId, messageId]);
}

function failureKey({ botId, conversationId }: ConversationRef, messageSeq: number): string {
	return JSON.stringify([botId, conversationId, messageSeq]);
}

function forgetOldest(keys: Set<string>): void {
	for (const oldest of keys) {
		if (keys.size <= MOST) return;
		keys.delete(oldest);
	}
}

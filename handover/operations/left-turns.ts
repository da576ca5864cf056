import type { ConversationRef, Instant } from '../conversation/conversation';
import { parseRef } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { workerOf } from './answering-worker';
import { readCarriedData } from './handover-data';
import { DEAD_AFTER } from './heartbeats';
import { letGo, type LeftTurn } from './let-go';
import type { Clock, Services } from './services';
import { Silence } from './silence';

/** A store that is away for long must not fill the memory. */
const MOST = 10_000;
/** Writes at the same time, once it is back. */
const AT_ONCE = 10;
/** Milliseconds: whoever hears beats, however late, has taken this process for gone by then. */
const GIVEN_UP_AFTER = DEAD_AFTER + 15_000;

interface Unwritten {
	turn: LeftTurn;
	/** The write that is under way: two of one turn could free what was taken up in between. */
	writing: Promise<void> | null;
	/** For how long it fails while the store is there. */
	failing: Silence;
	/** It is written only when its conversation is asked for again. */
	isGivenUp: boolean;
}

/**
 * The turns that ended in an error in this process, until the store says so: then nobody has them, and
 * whichever process their message comes to again takes them up (ADR 28). It may be the store that
 * failed, so what could not be written is written again before each beat, and before the same
 * conversation is asked for again.
 */
export class LeftTurns {
	readonly #unwritten = new Set<Unwritten>();

	/**
	 * `carried` is the `handover` of the item on which a node failed. Without a turn, nothing is left; nor
	 * by a duplicate, whose turn is another item's. Never throws.
	 */
	leave(services: Services, carried: unknown): void {
		const data = readCarriedData(carried);
		const { messageSeq, messageId, begunAt, worker, receivedAt, duplicate, joined, trigger } = data;
		const ref = refOf(carried);
		if (messageSeq === null || duplicate || joined || !ref) return;
		const here = workerOf(services.runner.id);
		this.#add(services, {
			ref,
			messageId,
			messageSeq,
			begunAt,
			worker: worker ?? here,
			receivedAt,
			handoverOf: [worker ?? here, here],
			hasTrigger: trigger !== null,
			since: null,
		});
	}

	/** To receive the message failed, and yet the store may have admitted it, no sooner than `since`. */
	leaveMessage(services: Services, ref: ConversationRef, messageId: string, since: Instant): void {
		this.#add(services, {
			ref,
			messageId,
			messageSeq: null,
			begunAt: null,
			worker: workerOf(services.runner.id),
			receivedAt: null,
			handoverOf: [],
			hasTrigger: false,
			since,
		});
	}

	/** Whether there is something to write of the conversation. */
	has(ref: ConversationRef): boolean {
		return this.#unwritten.size > 0 && [...this.#unwritten].some(({ turn }) => isOf(turn, ref));
	}

	/**
	 * Writes what is not written yet, of one conversation or of all: then without what was given up.
	 * @throws {HandoverError} `STORE_*`; then what failed is still to be written, and all else is.
	 */
	async write(services: Services, ref?: ConversationRef): Promise<void> {
		const all = [...this.#unwritten].filter(({ turn, isGivenUp }) =>
			ref ? isOf(turn, ref) : !isGivenUp,
		);
		const failed: PromiseRejectedResult[] = [];
		for (let first = 0; first < all.length; first += AT_ONCE) {
			const some = all.slice(first, first + AT_ONCE);
			const settled = await Promise.allSettled(some.map((one) => this.#write(services, one)));
			failed.push(...settled.filter((one) => one.status === 'rejected'));
		}
		if (failed[0]) throw failed[0].reason;
	}

	/**
	 * The store has just been there, and yet something could not be written, as while somebody else
	 * locks its conversation. The beats vouch for all other turns and cannot wait for that one for good:
	 * once this process must have counted as gone, they go on without it.
	 */
	giveUp(clock: Clock): void {
		for (const one of this.#unwritten) {
			one.isGivenUp ||= one.failing.look(clock, 0) >= GIVEN_UP_AFTER;
		}
	}

	#add(services: Services, turn: LeftTurn): void {
		const left: Unwritten = { turn, writing: null, failing: new Silence(), isGivenUp: false };
		this.#unwritten.add(left);
		for (const oldest of this.#unwritten) {
			if (this.#unwritten.size <= MOST) break;
			this.#unwritten.delete(oldest);
		}
		this.#write(services, left).catch(() => undefined);
	}

	async #write(services: Services, left: Unwritten): Promise<void> {
		const writing = (left.writing ??= letGo(services, left.turn));
		try {
			await writing;
		} catch (error) {
			if (left.writing === writing) left.writing = null;
			if (isOfStore(error)) throw error;
		}
		this.#unwritten.delete(left);
	}
}

/** A flow may have bent it on the way. */
function refOf(carried: unknown): ConversationRef | null {
	try {
		return parseRef(carried as Partial<ConversationRef>);
	} catch {
		return null;
	}
}

function isOf({ ref }: LeftTurn, { botId, conversationId }: ConversationRef): boolean {
	return ref.botId === botId && ref.conversationId === conversationId;
}

/** Another fault comes again at each try. */
function isOfStore(error: unknown): boolean {
	return error instanceof HandoverError && error.code.startsWith('STORE_');
}

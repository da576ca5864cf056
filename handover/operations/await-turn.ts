import { isFragmentOf } from '../conversation/burst';
import type { Conversation, ConversationRef } from '../conversation/conversation';
import { isToConfirm } from '../conversation/watch';
import { DEFAULT_SCENARIOS } from '../scenarios/default-scenarios';
import { hasLeft } from './abandoned-turns';
import { withCatchUp } from './catch-up';
import type { HandoverData, Routed } from './handover-data';
import { interrupted, makeSure } from './make-sure';
import { known } from './own-conversation';
import { pauseAfter } from './pause-after';
import type { Received, ReceiveOutput, Wait } from './received';
import { withRecordedReplies } from './recorded-replies';
import type { Services } from './services';
import { takeTurn } from './take-turn';

export interface TurnOptions {
	/** Turns that this one does not wait for, because they can only go on with it. See {@link turnKey}. */
	companions?: ReadonlySet<string>;
	/** Ends the wait, as on a redeploy. */
	signal?: AbortSignal | undefined;
}

/** Names a turn among those of all conversations. */
export function turnKey({ botId, conversationId }: ConversationRef, seq: number): string {
	return JSON.stringify([botId, conversationId, seq]);
}

/**
 * Holds an admitted message back until it is its turn: until no more fragments of its burst come, and
 * until the messages before it are answered, whichever worker has them. A clear request for a human
 * waits for nothing. Of a burst only the newest fragment goes on, with all of them as its text; the
 * others end as `duplicate`. Nothing is held in the store meanwhile. The bot also hears of what it has
 * missed, see `catch-up.ts`. A duplicate waits until that is sure, see `make-sure.ts`, and brings along
 * what its turn was answered with, see `recorded-replies.ts`.
 *
 * When it throws, the message is left: delivered again, or followed by another, it is taken up by
 * whichever process that comes to.
 * @throws {HandoverError} `STORE_*`, `CONVERSATION_UNKNOWN` when it was erased meanwhile.
 */
export async function awaitTurn(
	services: Services,
	first: Received,
	options: TurnOptions = {},
): Promise<Routed<ReceiveOutput>> {
	const received = first.heldBy ? await makeSure(services, first, options.signal) : first;
	try {
		const { output, handover } = received.wait
			? await waitFor(services, received, received.wait, options)
			: received;
		if (output === 'bot' && received.hasMissed) {
			return await withCatchUp(services, { output, handover });
		}
		if (handover.duplicate && !received.isOver) {
			return await withRecordedReplies(services, { output, handover });
		}
		return { output, handover };
	} catch (error) {
		services.leftTurns.leave(services, received.handover);
		throw error;
	}
}

async function waitFor(
	services: Services,
	{ handover, createdAt }: Received,
	{ forBurst, patience }: Wait,
	options: TurnOptions,
): Promise<Routed<ReceiveOutput>> {
	const { clock, store } = services;
	// Elapsed time, for the clock may be set meanwhile, and another host has another one.
	const begun = clock.elapsed();
	const isUrgent = await asksForHuman(services, handover);
	for (;;) {
		const { conversation, nextMessageSeq } = await store.snapshot(handover, {});
		// Erased, and perhaps begun anew: what was erased must not come back.
		const current = known(conversation?.createdAt === createdAt ? conversation : undefined);
		const waited = clock.elapsed() - begun;
		const look: Look = { seq: handover.messageSeq!, epoch: handover.epoch, isUrgent, waited };
		const obstacle = obstacleOf(services, current, look, forBurst, options);
		const isOver = obstacle === 'turn' && waited >= forBurst + patience;
		if (!obstacle || isOver) {
			if (isOver) services.silentBots.waitedInVain(handover.botId);
			return await takeTurn(services, handover, {
				takesBurst: isUrgent,
				createdAt,
				gaveUp: isOver,
				newerLines: nextMessageSeq - 1 - handover.messageSeq!,
			});
		}
		if (options.signal?.aborted) throw interrupted();
		await clock.wait(pauseAfter(waited), options.signal);
	}
}

interface Look {
	seq: number;
	epoch: number;
	isUrgent: boolean;
	/** Milliseconds. */
	waited: number;
}

function obstacleOf(
	services: Services,
	conversation: Conversation,
	{ seq, epoch, isUrgent, waited }: Look,
	forBurst: number,
	{ companions }: TurnOptions,
): 'fragments' | 'turn' | null {
	if (isUrgent || conversation.owner !== 'bot' || conversation.epoch !== epoch) return null;
	const { burst } = conversation;
	const isFragment = isFragmentOf(burst, seq);
	// A later fragment answers for this one.
	if (isFragment && seq < burst.lastSeq) return null;
	if (isFragment && waited < forBurst) return 'fragments';
	const first = isFragment ? burst.fromSeq : seq;
	return isBehindAnother(services, conversation, first, companions) ? 'turn' : null;
}

function isBehindAnother(
	{ runner, silentBots }: Services,
	conversation: Conversation,
	first: number,
	companions: ReadonlySet<string> | undefined,
): boolean {
	if (silentBots.isSilent(conversation.botId)) return false;
	return conversation.openTurns.some(
		(turn) =>
			turn.seq < first &&
			!turn.watch?.passed &&
			!isToConfirm(turn) &&
			!companions?.has(turnKey(conversation, turn.seq)) &&
			// What is left is nobody's for a moment, and then comes back by itself.
			(turn.watch !== undefined || !hasLeft(runner, turn.runner)),
	);
}

/** Somebody who wants a human is not kept waiting for what else they may write. */
async function asksForHuman(services: Services, handover: HandoverData): Promise<boolean> {
	const { settings } = await services.store.snapshot(handover, { settings: true });
	const scenarios = settings?.scenarios ?? DEFAULT_SCENARIOS;
	const { label } = await services.classifier.classify({
		text: handover.text,
		draft: null,
		botFailed: false,
		retrievalScore: null,
		history: [],
		language: handover.contact.language,
		scenarios: scenarios.filter(({ handoverType }) => handoverType === 'contactRequest'),
	});
	return label === 'contactRequest';
}

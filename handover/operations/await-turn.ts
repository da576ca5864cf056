import { BURST_LINES, burstEndsAt } from '../conversation/burst';
import type { Conversation, ConversationRef, Instant } from '../conversation/conversation';
import { parseTurnSettings, type TurnSettings } from '../conversation/turn-settings';
import { DEFAULT_SCENARIOS } from '../scenarios/default-scenarios';
import type { Snapshot } from '../stores/store';
import { withCatchUp } from './catch-up';
import type { HandoverData, Routed } from './handover-data';
import type { Received, ReceiveOutput, ReceiveSettings } from './receive-message';
import type { Services } from './services';
import { takeTurn } from './take-turn';

/** Milliseconds between two looks at what is in the way. */
const LOOK_EVERY = 50;

export interface TurnOptions extends ReceiveSettings {
	/** Turns (`messageSeq`) that this one does not wait for, because they can only go on with it. */
	companions?: ReadonlySet<number>;
	/** Ends every wait at once, as on a redeploy; the turn then goes on. */
	signal?: AbortSignal | undefined;
}

/**
 * Holds an admitted message back until it is its turn: until no more fragments of its burst come, and
 * until the messages before it are answered, whichever worker has them. Of a burst only the newest
 * fragment goes on, with all of them as its text; the others end as `duplicate`. Waits for nothing
 * that is not there, so most messages pass at once; nothing is held in the store meanwhile. The bot
 * also hears of what it has missed, see `catch-up.ts`.
 * @throws {HandoverError} `STORE_*`, `CONVERSATION_UNKNOWN` when it was erased meanwhile.
 */
export async function awaitTurn(
	services: Services,
	received: Received,
	options: TurnOptions = {},
): Promise<Routed<ReceiveOutput>> {
	const routed = received.mustWait ? await waitFor(services, received, options) : received;
	const { output, handover } = routed;
	if (output === 'bot' && received.hasMissed) return await withCatchUp(services, routed);
	return { output, handover };
}

async function waitFor(
	services: Services,
	{ handover }: Received,
	options: TurnOptions,
): Promise<Routed<ReceiveOutput>> {
	const settings = parseTurnSettings(options);
	const giveUpAt = services.clock.now() + settings.patience;
	const isUrgent = settings.burstWindow > 0 && (await asksForHuman(services, handover));
	for (;;) {
		const snapshot = await services.store.snapshot(handover, { transcript: BURST_LINES });
		const now = services.clock.now();
		const waits =
			!options.signal?.aborted &&
			isInTheWay(services, snapshot, handover, { settings, now, giveUpAt, isUrgent, options });
		if (!waits) return await takeTurn(services, handover, isUrgent);
		await services.clock.wait(LOOK_EVERY, options.signal);
	}
}

interface Look {
	settings: TurnSettings;
	now: Instant;
	giveUpAt: Instant;
	isUrgent: boolean;
	options: TurnOptions;
}

function isInTheWay(
	services: Services,
	{ conversation, transcript }: Snapshot,
	{ messageSeq, epoch }: HandoverData,
	{ settings, now, giveUpAt, isUrgent, options }: Look,
): boolean {
	const seq = messageSeq!;
	if (!conversation || conversation.owner !== 'bot' || conversation.epoch !== epoch) return false;
	const { burst } = conversation;
	if (burst && burst.fromSeq <= seq && !isUrgent) {
		// A later fragment answers for this one.
		if (seq < burst.lastSeq) return false;
		const lastAt = transcript.find((line) => line.seq === seq)?.at ?? burst.since;
		if (now < burstEndsAt(burst, lastAt, settings.burstWindow)) return true;
	}
	if (now >= giveUpAt) return false;
	const first = burst && burst.fromSeq <= seq ? burst.fromSeq : seq;
	return isBehindAnother(services, conversation, first, options.companions);
}

function isBehindAnother(
	{ runner, leftTurns }: Services,
	conversation: Conversation,
	seq: number,
	companions: ReadonlySet<number> | undefined,
): boolean {
	return conversation.openTurns.some(
		(turn) =>
			turn.seq < seq &&
			!companions?.has(turn.seq) &&
			runner.isAlive(turn.runner) &&
			!leftTurns.isLeft(conversation, turn.seq),
	);
}

/** Somebody who wants a human is not kept waiting for what else they may write. */
async function asksForHuman(
	services: Services,
	handover: ConversationRef & Pick<HandoverData, 'text' | 'contact'>,
): Promise<boolean> {
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

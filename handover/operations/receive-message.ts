import type { Conversation, ConversationRef, Instant } from '../conversation/conversation';
import { newConversation } from '../conversation/conversation';
import {
	parseInboundMessage,
	type AdmissibleMessage,
	type InboundMessage,
} from '../conversation/inbound-message';
import { parseTranscriptLimits } from '../conversation/transcript-limits';
import { parseTurnSettings } from '../conversation/turn-settings';
import type { Snapshot } from '../stores/store';
import { admit } from './admit';
import { readCarriedData } from './handover-data';
import { unknown } from './own-conversation';
import { receiveAgain } from './receive-again';
import type { Received, TurnSoFar } from './received';
import { releaseFromPause } from './release';
import type { Services } from './services';

/** What a builder set; each left out is its default. Seconds, lines and days, also as text. */
export interface ReceiveSettings {
	keepMessages?: unknown;
	keepDays?: unknown;
	burstWindow?: unknown;
	orderPatience?: unknown;
	answerWithin?: unknown;
	untilConfirmed?: unknown;
}

/**
 * The Gate's first half: admits a contact's message once, writes it down, and says who answers.
 * A message that a dead process or an error left unanswered, or its handover half done, goes to `bot`
 * again when it is delivered again, so that the flow finishes what it began; so does one that has had
 * no answer for ten minutes. Whether it is its turn already is for `await-turn.ts` to see, and whether a
 * duplicate is one.
 * @throws {HandoverError} for input that cannot be admitted; then nothing is written. So it is with
 * `CONVERSATION_UNKNOWN` for a turn that comes back to a conversation that was erased meanwhile.
 */
export async function receiveMessage(
	services: Services,
	input: InboundMessage,
	settings: ReceiveSettings = {},
): Promise<Received> {
	const message = parseInboundMessage(input);
	const bounds = parseTranscriptLimits(settings);
	const turns = parseTurnSettings(settings);
	const begunAt = begunAtOf(message, input.carried);
	const comesBack = begunAt !== null;
	const { messageId } = message;
	if (services.leftTurns.has(message)) await services.leftTurns.write(services, message);
	const begun = services.clock.now();
	try {
		const decided = await services.store.change(message, { messageId }, (snapshot) => {
			// Else what was erased while it came back would be admitted as something new.
			if (comesBack && snapshot.conversation?.createdAt !== begunAt) throw unknown();
			const turn = beginTurn(services, message, snapshot);
			return snapshot.admission
				? receiveAgain(services.runner, turn, snapshot.admission, { turns, comesBack })
				: admit(services.runner, turn, snapshot, bounds, turns);
		});
		return { ...decided, again: () => receiveMessage(services, input, settings) };
	} catch (error) {
		// A server that went away during the COMMIT may have done it.
		if (messageId !== null) services.leftTurns.leaveMessage(services, message, messageId, begun);
		throw error;
	}
}

/** When the conversation began that the message comes back to; null: it may begin one. */
function begunAtOf({ botId, conversationId }: ConversationRef, carried: unknown): Instant | null {
	const given = (carried ?? {}) as Partial<ConversationRef>;
	const isIts = given.botId === botId && given.conversationId === conversationId;
	return isIts ? readCarriedData(carried).begunAt : null;
}

/** The conversation as the message finds it: a pause that is over is over before it is read. */
function beginTurn(services: Services, message: AdmissibleMessage, snapshot: Snapshot): TurnSoFar {
	const now = services.clock.now();
	const conversation: Conversation = snapshot.conversation ?? newConversation(message, now);
	// A clock that was set back must not reorder what one conversation says of itself.
	const at = Math.max(now, conversation.updatedAt);
	const released = releaseFromPause(
		conversation,
		snapshot.handover,
		{ now, at },
		snapshot.nextMessageSeq - 1,
	);
	return { message, now, at, ...released };
}

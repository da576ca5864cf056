import { recordAnswer } from '../attempts/attempts';
import { parseRef, parseText } from '../conversation/inbound-message';
import type { Conversation } from '../conversation/conversation';
import { closeTurn } from '../conversation/open-turns';
import { botMayAnswer } from '../conversation/send-fence';
import { HandoverError } from '../errors';
import type { Decision, Write } from '../stores/store';
import { describeConversation, readCarriedData, type Routed } from './handover-data';
import { eventOf } from './release';
import type { Services } from './services';

export type BeforeReplyOutput = 'send' | 'drop';

export interface BeforeReplyInput {
	botId?: unknown;
	conversationId?: unknown;
	carried?: unknown;
	/** The bot's answer. */
	text?: unknown;
}

/**
 * The Gate's second half, the send fence: the last look before a bot answer leaves. Writes the answer
 * down as delivered, or drops it and says so, because a human has taken over since the message came.
 * @throws {HandoverError} `MESSAGE_NOT_ADMITTED`, `TEXT_*`; then the answer must not be sent either.
 */
export async function beforeReply(
	services: Services,
	input: BeforeReplyInput,
): Promise<Routed<BeforeReplyOutput>> {
	const ref = parseRef(input);
	const text = parseText(input.text);
	const carried = readCarriedData(input.carried);
	services.silentBots.sawAnswer(ref.botId);
	return await services.store.change(ref, {}, (snapshot): Decision<Routed<BeforeReplyOutput>> => {
		const { conversation, handover } = snapshot;
		const answers = carried.messageSeq;
		if (!conversation || answers === null) {
			throw new HandoverError(
				'MESSAGE_NOT_ADMITTED',
				'The item carries no admitted message, so nobody knows whether the bot may answer. Put a Handover Gate (Receive Message) before this node, and keep "handover" on the item.',
			);
		}
		const at = Math.max(services.clock.now(), conversation.updatedAt);
		const settle: Write[] =
			carried.messageId === null ? [] : [{ type: 'settle', messageId: carried.messageId }];
		if (!botMayAnswer(conversation, carried.epoch)) {
			const closed = closeTurn(conversation, answers);
			return {
				writes: [
					...(closed === conversation ? [] : [conversationWrite(closed)]),
					...settle,
					eventOf('answer.dropped', conversation.openHandoverId, at, {
						messageSeq: answers,
						epoch: carried.epoch,
						currentEpoch: conversation.epoch,
					}),
				],
				result: {
					output: 'drop',
					handover: {
						...carried,
						...describeConversation(conversation, handover),
						action: null,
						reply: null,
					},
				},
			};
		}
		const next = {
			...closeTurn(conversation, answers),
			missed: null,
			attempts: recordAnswer(conversation.attempts, snapshot.nextMessageSeq, answers),
			updatedAt: at,
		};
		return {
			writes: [
				conversationWrite(next),
				{ type: 'message', message: { author: 'bot', text, at, messageId: null, staffId: null } },
				...settle,
			],
			result: {
				output: 'send',
				handover: {
					...carried,
					...describeConversation(next, handover),
					trigger: null,
					action: null,
					reply: text,
				},
			},
		};
	});
}

function conversationWrite(conversation: Conversation): Write {
	return { type: 'conversation', conversation };
}

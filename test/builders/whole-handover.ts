import type { ActionKind } from '../../handover/conversation/handover';
import { awaitTurn } from '../../handover/operations/await-turn';
import { beforeReply } from '../../handover/operations/before-reply';
import { classifyTurn } from '../../handover/operations/classify-turn';
import { countAttempt } from '../../handover/operations/count-attempt';
import type { HandoverData } from '../../handover/operations/handover-data';
import { notifyStaff } from '../../handover/operations/notify-staff';
import { performAction } from '../../handover/operations/perform-action';
import { receiveMessage } from '../../handover/operations/receive-message';
import { WEBHOOK } from './outbox-stage';
import type { TestServices } from './services';

export const ref = { botId: 'default', conversationId: 'c' };

/** Two answers do not help; the third message calls a human. */
export const MESSAGES = [
	{ messageId: 'm1', text: 'How long does shipping take?', fails: false },
	{ messageId: 'm2', text: 'That did not help', fails: true },
	{ messageId: 'm3', text: 'Still not what I need', fails: true },
];
export type ContactMessage = (typeof MESSAGES)[number];

/** As the reference flow has them: the closing message last, for it is what the contact waits for. */
const ORDER: ActionKind[] = [
	'assignConversation',
	'createTask',
	'pauseBot',
	'addTags',
	'notifyStaff',
	'sendClosingMessage',
];

/**
 * The reference flow for one message: gate, classify, count, and an answer or the six actions. Returns
 * what the contact gets to read. Where a node fails, its item is left, as both platforms do.
 */
export async function carryOut(
	services: TestServices,
	message: ContactMessage,
): Promise<string | null> {
	const { messageId, text, fails } = message;
	const received = await receiveMessage(services, { ...ref, messageId, text });
	const { output, handover } = await awaitTurn(services, received);
	if (output !== 'bot') return handover.recordedReplies.at(-1)?.text ?? null;
	services.classifier.next = fails
		? { label: 'failedAttempt', attempt: 'failed' }
		: { label: 'continue', attempt: 'unclear' };
	let carried: HandoverData = handover;
	const step = async <Done extends { handover: HandoverData }>(doing: Promise<Done>) => {
		const done = await doing;
		carried = done.handover;
		return done;
	};
	try {
		const judge = 'contactMessage' as const;
		await step(classifyTurn(services, { ...ref, carried, judge }));
		const counted = await step(countAttempt(services, { ...ref, carried }));
		if (counted.output === 'failedToResolve') {
			for (const kind of ORDER) await step(act(services, kind, carried));
		} else {
			await step(beforeReply(services, { ...ref, carried, text: `About ${messageId}.` }));
		}
		return carried.reply;
	} catch (error) {
		services.leftTurns.leave(services, carried);
		throw error;
	}
}

async function act(services: TestServices, kind: ActionKind, carried: HandoverData) {
	// Whoever gets it keeps it, however long a case takes.
	const input = { ...ref, carried, fields: { acceptWithin: 0 } };
	if (kind === 'notifyStaff') return await notifyStaff(services, input, WEBHOOK);
	return await performAction(services, kind, input);
}

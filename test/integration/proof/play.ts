import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import { classifyTurn } from '../../../handover/operations/classify-turn';
import { countAttempt } from '../../../handover/operations/count-attempt';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import type { Services } from '../../../handover/operations/services';
import { answer, type PlannedMessage } from './plan';

/**
 * The reference flow, as far as planned messages go through it; what it responds with. Where a node
 * fails, its item is left, as both platforms do.
 */
export async function play(
	services: Services,
	conversationId: string,
	{ messageId, text }: Pick<PlannedMessage, 'messageId' | 'text'>,
): Promise<string | null> {
	const ref = { botId: 'default', conversationId };
	const received = await receiveMessage(services, { ...ref, messageId, text });
	const { output, handover } = await awaitTurn(services, received);
	if (output !== 'bot') return handover.recordedReplies.at(-1)?.text ?? null;
	let carried: HandoverData = handover;
	const step = async <Done extends { handover: HandoverData }>(doing: Promise<Done>) => {
		const done = await doing;
		carried = done.handover;
		return done;
	};
	const handOver = async () => {
		for (const kind of ACTION_KINDS) await step(performAction(services, kind, { ...ref, carried }));
		return carried.reply;
	};
	try {
		// Called already: what is left of it is to be done.
		if (carried.trigger) return await handOver();
		const judge = 'contactMessage' as const;
		const classified = await step(classifyTurn(services, { ...ref, carried, judge }));
		if (classified.output === 'contactRequest') return await handOver();
		const counted = await step(countAttempt(services, { ...ref, carried }));
		if (counted.output === 'failedToResolve') return await handOver();
		const { failedAttempts, classification } = counted.handover;
		const failedNow = classification?.attempt === 'failed';
		const reply = answer(text, { failedAttempts, failedNow });
		return (await step(beforeReply(services, { ...ref, carried, text: reply }))).handover.reply;
	} catch (error) {
		services.leftTurns.leave(services, carried);
		throw error;
	}
}

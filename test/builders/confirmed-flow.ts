import type { ActionKind } from '../../handover/conversation/handover';
import { awaitTurn } from '../../handover/operations/await-turn';
import { beforeReply } from '../../handover/operations/before-reply';
import { confirmTurn } from '../../handover/operations/confirm-turn';
import type { HandoverData } from '../../handover/operations/handover-data';
import { performAction } from '../../handover/operations/perform-action';
import type { Received } from '../../handover/operations/received';
import type { Services } from '../../handover/operations/services';
import { TRIGGER } from './repeat-stage';

/** What its Gate asks for. */
export const UNTIL_CONFIRMED = { answerWithin: 60, untilConfirmed: true, orderPatience: 0 };

export interface ConfirmedFlow {
	/** The actions that it has, where it hands over; empty: it answers. */
	actions: readonly ActionKind[];
	/** Sends it to the contact. */
	push: (reply: HandoverData) => Promise<void> | void;
	/** After each step; true: it is cut off there, as by a kill. */
	isCutOff?: (after: 'answered' | 'said' | ActionKind) => boolean;
}

/**
 * A flow that pushes what it has to say, from behind the Gate to its end, where it confirms. A node of ours
 * that fails leaves its item, as on both platforms.
 */
export async function flowToItsEnd(
	services: Services,
	received: Received,
	{ actions, push, isCutOff = () => false }: ConfirmedFlow,
): Promise<void> {
	let carried = received.handover;
	const step = async <Done>(work: () => Promise<Done>): Promise<Done> => {
		try {
			return await work();
		} catch (error) {
			services.leftTurns.leave(services, carried);
			throw error;
		}
	};
	const { output, handover } = await awaitTurn(services, received);
	if (output === 'human') return;
	const { recordedReplies, botId, conversationId } = handover;
	const ref = { botId, conversationId };
	carried = handover;
	let ends: HandoverData[] = recordedReplies.map(({ text, seq }) => ({
		...handover,
		reply: text,
		replySeq: seq,
	}));
	if (output === 'bot' && (actions.length || handover.trigger)) {
		carried = { ...handover, trigger: handover.trigger ?? TRIGGER };
		for (const kind of actions) {
			// Whoever gets it keeps it, however long a case takes.
			const input = { ...ref, carried, fields: { acceptWithin: 0 } };
			carried = (await step(async () => await performAction(services, kind, input))).handover;
			if (isCutOff(kind)) return;
		}
		ends = [carried];
	} else if (output === 'bot') {
		const input = { ...ref, carried, text: 'an answer' };
		ends = [(await step(async () => await beforeReply(services, input))).handover];
		if (isCutOff('answered')) return;
	}
	for (const end of ends) if (end.reply !== null) await push(end);
	if (isCutOff('said')) return;
	for (const end of ends.length ? ends : [handover]) {
		await step(async () => await confirmTurn(services, end));
	}
}

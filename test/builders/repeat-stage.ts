import type { ActionKind } from '../../handover/conversation/handover';
import type { HandoverData } from '../../handover/operations/handover-data';
import { performAction } from '../../handover/operations/perform-action';
import { turnStage } from './turn-stage';

/** What calls for each handover. */
export const TRIGGER = {
	scenario: 'contactRequest',
	probability: 1,
	evidence: [],
	classifier: null,
};

/** A stage on which messages come again, and handovers are left half done. */
export function repeatStage() {
	const stage = turnStage();
	const { ref, send, answer } = stage;

	/** Through the Gate, until it has left it. */
	async function deliver(messageId: string, text = messageId) {
		return await (
			await send(messageId, text)
		).turn;
	}

	/** What a message that comes again, as a duplicate, brings along. */
	async function again(messageId: string) {
		const { output, handover } = await deliver(messageId);
		expect([output, handover.duplicate, handover.reply]).toEqual(['duplicate', true, null]);
		return handover.recordedReplies;
	}

	async function handOver(handover: HandoverData, ...kinds: ActionKind[]) {
		let carried: HandoverData = { ...handover, trigger: TRIGGER };
		for (const kind of kinds) {
			carried = (await performAction(stage.services, kind, { ...ref, carried })).handover;
		}
		return carried;
	}

	/** The process that had it is gone, or one of its nodes has failed. */
	async function leave(carried: HandoverData) {
		const { services } = stage;
		services.leftTurns.leave(services, carried);
		await services.leftTurns.write(services);
	}

	return { stage, ref, send, answer, deliver, again, handOver, leave };
}

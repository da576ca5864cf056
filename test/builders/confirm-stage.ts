import type { ActionKind } from '../../handover/conversation/handover';
import { awaitTurn } from '../../handover/operations/await-turn';
import { confirmTurn, type FlowEnd } from '../../handover/operations/confirm-turn';
import type { HandoverData } from '../../handover/operations/handover-data';
import { performAction } from '../../handover/operations/perform-action';
import { receiveMessage } from '../../handover/operations/receive-message';
import type { Services } from '../../handover/operations/services';
import { leftTurnStage, ref, SECOND, SETTINGS } from './left-turn-stage';
import { TRIGGER } from './repeat-stage';

export const CONFIRM = { ...SETTINGS, untilConfirmed: true };

/** One conversation whose Gate asks for a confirmation of each turn, after an answer within a minute. */
export function confirmStage() {
	const stage = leftTurnStage();

	async function write(messageId: string | null = 'm', by: Services = stage.services) {
		return await stage.write(messageId, CONFIRM, by as typeof stage.services);
	}
	async function confirm(carried: object, end: FlowEnd = {}, by: Services = stage.services) {
		return (await confirmTurn(by, carried, end)).confirmed;
	}
	/** As a flow that has heard of `turn.left` hands it to the Gate. */
	async function again(messageId = 'm', by: Services = stage.services) {
		const begunAt = (await by.store.snapshot(ref, {})).conversation?.createdAt;
		const carried = { ...ref, handoverId: null, begunAt };
		const message = { ...ref, messageId, text: `text of ${messageId}`, carried };
		return await awaitTurn(by, await receiveMessage(by, message, CONFIRM));
	}
	async function act(carried: HandoverData, kinds: readonly ActionKind[], by = stage.services) {
		let now: HandoverData = { ...carried, trigger: carried.trigger ?? TRIGGER };
		for (const kind of kinds) {
			// Nobody is asked to accept it, so that it is not passed on meanwhile.
			const fields = kind === 'assignConversation' ? { acceptWithin: 0 } : {};
			now = (await performAction(by, kind, { ...ref, carried: now, fields })).handover;
		}
		return now;
	}
	const watched = async () => (await stage.services.store.findWatchedTurns(10)).length;
	const attempts = async () =>
		(await stage.services.store.read(ref))?.handover?.actions.map((one) => [
			one.kind,
			one.status,
			one.attempts,
		]);
	const eventsOf = async (type: string) =>
		(await stage.services.store.readEvents(0, 1_000)).filter((event) => event.type === type);
	/** The turn is nobody's any more, and comes back. */
	async function comesBack(): Promise<void> {
		const before = (await stage.raisedOf()).length;
		for (let second = 0; (await stage.raisedOf()).length === before; second++) {
			if (second > 1_000) throw new Error('It does not come back');
			await stage.pass(1);
		}
	}

	return { stage, ref, SECOND, write, confirm, again, act, watched, attempts, eventsOf, comesBack };
}

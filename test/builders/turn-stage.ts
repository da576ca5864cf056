import { awaitTurn, type TurnOptions } from '../../handover/operations/await-turn';
import { beforeReply } from '../../handover/operations/before-reply';
import type { HandoverData } from '../../handover/operations/handover-data';
import { receiveMessage, type ReceiveSettings } from '../../handover/operations/receive-message';
import { openTestServices, type TestServices } from './services';

export const BURST: ReceiveSettings = { burstWindow: 3, orderPatience: 10 };

interface Watched {
	done: boolean;
	turn: ReturnType<typeof awaitTurn>;
}

/** One conversation, whose messages go through the Gate and wait for their turns. */
export function turnStage() {
	let services: TestServices;
	const ref = { botId: 'default', conversationId: 'c' };
	beforeEach(async () => {
		services = await openTestServices();
	});
	afterEach(async () => await services.close());
	return {
		ref,
		get services() {
			return services;
		},
		/** Sends a message through the Gate; `done` says whether it has left. */
		async send(
			messageId: string,
			text: string,
			settings: ReceiveSettings = {},
			options: TurnOptions = {},
		): Promise<Watched> {
			const message = { conversationId: 'c', messageId, text };
			const received = await receiveMessage(services, message, settings);
			const turn = awaitTurn(services, received, options);
			const watched = { done: false, turn };
			void turn.then(
				() => (watched.done = true),
				() => (watched.done = true),
			);
			return watched;
		},
		/** Lets everybody look around a few times. */
		async settle(): Promise<void> {
			for (let turn = 0; turn < 20; turn++) await services.clock.wait();
		},
		answer: async (handover: HandoverData, text = 'an answer') =>
			await beforeReply(services, { ...ref, carried: handover, text }),
	};
}

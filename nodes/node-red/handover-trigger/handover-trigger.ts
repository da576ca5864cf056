import type { Node, NodeAPI, NodeDef } from 'node-red';
import { toHandoverError } from '../../../handover/errors';
import type { EventView, LeftTurnView } from '../../../handover/operations/follow-events';
import type { EventType } from '../../../handover/stores/records';
import { botOf, storeOf, type BotNode, type StoreNode } from '../config-nodes';
import { followStore } from '../follow-store';
import { showError } from '../report-error';

interface TriggerDef extends NodeDef {
	store: string;
	/** Whose events; empty, or saved by a version without it: all bots'. */
	bot?: string;
	/** Empty: every type. */
	events: EventType[];
}

export default (RED: NodeAPI) => {
	function HandoverTrigger(this: Node, def: TriggerDef) {
		RED.nodes.createNode(this, def);
		let store: StoreNode | undefined;
		let bot: BotNode | undefined;
		const following = followStore({
			async use(work) {
				// Kept, for while Node-RED stops it does not find its nodes any more.
				store ??= storeOf(RED, def.store);
				if (def.bot) bot ??= botOf(RED, def.bot);
				return await store.use(work);
			},
			reader: `node-red:${def.id}`,
			types: def.events ?? [],
			deliver: (event) => {
				if (!bot || bot.botId === event.botId) this.send(messageOf(event));
			},
			onConnected: () =>
				this.status({ fill: 'green', shape: 'ring', text: 'handover-trigger.status.listening' }),
			onError: (thrown) => {
				const error = toHandoverError(thrown);
				showError(this, error.code);
				this.error(`${error.code}: ${error.message}`);
			},
		});
		this.on('close', (_removed: boolean, done: () => void) => {
			void following.stop().then(done, done);
		});
	}
	RED.nodes.registerType('handover-trigger', HandoverTrigger);
};

function messageOf(event: EventView | LeftTurnView) {
	const { botId, conversationId, handoverId, type } = event;
	const handover = { botId, conversationId, handoverId };
	if (!('begunAt' in event)) return { payload: event, topic: type, handover };
	const { begunAt, ...payload } = event;
	return { payload, topic: type, handover: { ...handover, begunAt } };
}

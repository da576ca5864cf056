import type { Node, NodeAPI, NodeStatus } from 'node-red';
import type { ConversationRef } from '../../../handover/conversation/conversation';
import { parseRef } from '../../../handover/conversation/inbound-message';
import { acceptHandover } from '../../../handover/operations/accept-handover';
import { completeTasks } from '../../../handover/operations/complete-tasks';
import { confirmTurn } from '../../../handover/operations/confirm-turn';
import {
	eraseConversation,
	exportConversation,
	readConversation,
} from '../../../handover/operations/conversation-view';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { replayDeliveries } from '../../../handover/operations/replay-deliveries';
import type { Services } from '../../../handover/operations/services';
import { setAvailability } from '../../../handover/operations/set-availability';
import { handleInput, type InputNodeDef, type Turn } from '../handle-input';

const FIELDS = ['text', 'messageId', 'staffId', 'which', 'taskId', 'available'] as const;

interface Request {
	services: Services;
	ref: ConversationRef;
	carried: unknown;
	fields: Turn<(typeof FIELDS)[number]>['fields'];
}

/** Each returns the new `msg.handover`. */
const OPERATIONS = {
	async get({ services, ref, carried }: Request) {
		const { handover, view } = await readConversation(services, ref, carried);
		return { ...handover, view };
	},
	async recordHumanReply({ services, ref, carried, fields }: Request) {
		return await recordHumanReply(services, ref, { ...fields, carried });
	},
	async accept({ services, ref, carried, fields }: Request) {
		return await acceptHandover(services, ref, { staffId: fields.staffId, carried });
	},
	async completeTasks({ services, ref, carried, fields }: Request) {
		const { which, taskId, staffId } = fields;
		return await completeTasks(services, ref, { which, taskId, staffId, carried });
	},
	async handBack({ services, ref, carried }: Request) {
		return await returnToBot(services, ref, 'handedBack', carried);
	},
	async close({ services, ref, carried }: Request) {
		return await closeConversation(services, ref, carried);
	},
	async export({ services, ref, carried }: Request) {
		const exported = await exportConversation(services, ref);
		const { handover } = await readConversation(services, ref, carried);
		return { ...handover, export: exported };
	},
	async erase({ services, ref }: Request) {
		await eraseConversation(services, ref);
		// Nothing of what the message carried is kept either: it was the contact's.
		return { ...ref, erased: true };
	},
	async replayDeliveries({ services, ref, carried }: Request) {
		return await replayDeliveries(services, ref, carried);
	},
};
/** These name no conversation: one is about the message's own turn, one about a staff member. */
type Operation = keyof typeof OPERATIONS | 'confirmTurn' | 'setAvailability';

function isOperation(name: string): name is Operation {
	return name === 'confirmTurn' || name === 'setAvailability' || name in OPERATIONS;
}

interface ConversationDef extends InputNodeDef {
	operation: Operation;
}

export default (RED: NodeAPI) => {
	function HandoverConversation(this: Node, def: ConversationDef) {
		RED.nodes.createNode(this, def);
		const operation = isOperation(def.operation) ? def.operation : 'get';
		const status: NodeStatus = {
			fill: 'green',
			shape: 'dot',
			text: `handover-conversation.status.${operation}`,
		};
		handleInput(RED, this, def, FIELDS, async ({ services, request, fields }) => {
			const { carried } = request;
			if (operation === 'setAvailability') {
				const staff = await setAvailability(services, fields);
				return { output: 0, handover: { ...(carried as object), staff }, status };
			}
			if (operation === 'confirmTurn') {
				return { output: 0, handover: await confirmTurn(services, carried), status };
			}
			const ref = parseRef(request);
			const handover = await OPERATIONS[operation]({ services, ref, carried, fields });
			return { output: 0, handover, status };
		});
	}
	RED.nodes.registerType('handover-conversation', HandoverConversation);
};

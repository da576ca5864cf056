import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { parseRef } from '../../../handover/conversation/inbound-message';
import { readTurn } from '../carried-handover';
import { testHandoverStore } from '../open-services';
import { routeItems } from '../route-items';
import { conversationNodeProperties } from './conversation-node.properties';
import { accept } from './operations/accept.operation';
import { close } from './operations/close.operation';
import { complete } from './operations/complete-tasks.operation';
import { confirm } from './operations/confirm-turn.operation';
import { erase } from './operations/erase.operation';
import { exportAll } from './operations/export.operation';
import { get } from './operations/get.operation';
import { handBack } from './operations/hand-back.operation';
import { replay } from './operations/replay-deliveries.operation';
import { recordReply } from './operations/record-human-reply.operation';
import { setStaffAvailability } from './operations/set-availability.operation';

const operations = {
	get,
	recordHumanReply: recordReply,
	accept,
	completeTasks: complete,
	handBack,
	close,
	export: exportAll,
	erase,
	replayDeliveries: replay,
};
/** The last two name no conversation: one is about the item's own turn, one about a staff member. */
type Operation = keyof typeof operations | 'confirmTurn' | 'setAvailability';

export class Conversation implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Conversation',
		name: 'conversation',
		icon: { light: 'file:conversation.svg', dark: 'file:conversation.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { get: "Get", recordHumanReply: "Record Human Reply", accept: "Accept", completeTasks: "Complete Tasks", confirmTurn: "Confirm Turn", handBack: "Hand Back", close: "Close", export: "Export", erase: "Erase", replayDeliveries: "Replay Deliveries", setAvailability: "Set Staff Availability" }[$parameter["operation"]] }}',
		description: 'Reads a conversation, or says what a human did with it',
		defaults: { name: 'Conversation' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		outputNames: ['Done'],
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		properties: conversationNodeProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		return await routeItems(this, { count: 1, onError: 0 }, async (services, itemIndex) => {
			const turn = readTurn(this, itemIndex);
			if (operation === 'setAvailability') {
				return { output: 0, handover: await setStaffAvailability(this, services, itemIndex, turn) };
			}
			if (operation === 'confirmTurn') {
				return { output: 0, handover: await confirm(this, services, itemIndex, turn) };
			}
			const ref = parseRef(turn);
			const request = { context: this, services, itemIndex, ref, turn };
			return { output: 0, handover: await operations[operation](request) };
		});
	}
}

import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { notifyStaff } from '../../../handover/operations/notify-staff';
import { readTurn } from '../carried-handover';
import { testHandoverStore } from '../open-services';
import { ACTION_OUTPUT_NAMES, ACTION_OUTPUTS } from '../perform-action-on-items';
import { readFields } from '../read-fields';
import { routeItems } from '../route-items';
import { notifyStaffProperties } from './notify-staff.properties';
import { readWebhook, testHandoverWebhook } from './webhook-credential';

export class NotifyStaff implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Notify Staff',
		name: 'notifyStaff',
		icon: { light: 'file:notify-staff.svg', dark: 'file:notify-staff.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ [$parameter["onConversationAssigned"] && "conversation", $parameter["onTaskAssigned"] && "task"].filter(Boolean).join(", ") }}',
		description: 'Tells the assignee of the conversation and of the task',
		defaults: { name: 'Notify Staff' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ACTION_OUTPUT_NAMES,
		credentials: [
			{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' },
			{
				name: 'handoverWebhookApi',
				required: true,
				testedBy: 'testHandoverWebhook',
				displayOptions: { show: { sendWebhook: [true] } },
			},
		],
		properties: notifyStaffProperties,
	};

	methods = { credentialTest: { testHandoverStore, testHandoverWebhook } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await routeItems(this, ACTION_OUTPUTS, async (services, itemIndex) => {
			const turn = readTurn(this, itemIndex);
			const chosen = await readWebhook(this, itemIndex);
			const fields = {
				...readFields(this, itemIndex, [
					'onConversationAssigned',
					'onTaskAssigned',
					'conversationLink',
				]),
				...chosen.fields,
			};
			const { output, handover } = await notifyStaff(services, { ...turn, fields }, chosen.webhook);
			return { output: output === 'done' ? 0 : 1, handover };
		});
	}
}

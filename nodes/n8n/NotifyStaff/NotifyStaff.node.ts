import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testHandoverStore } from '../open-services';
import { ACTION_OUTPUT_NAMES, performActionOnItems } from '../perform-action-on-items';
import { readFields } from '../read-fields';
import { notifyStaffProperties } from './notify-staff.properties';

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
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		properties: notifyStaffProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await performActionOnItems(this, 'notifyStaff', (context, itemIndex) =>
			readFields(context, itemIndex, ['onConversationAssigned', 'onTaskAssigned']),
		);
	}
}

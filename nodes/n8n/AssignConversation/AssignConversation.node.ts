import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testHandoverStore } from '../open-services';
import { ACTION_OUTPUT_NAMES, performActionOnItems } from '../perform-action-on-items';
import { assignmentReader } from './assignment-reader';
import { assignConversationProperties } from './assign-conversation.properties';

export class AssignConversation implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Assign Conversation',
		name: 'assignConversation',
		icon: { light: 'file:assign-conversation.svg', dark: 'file:assign-conversation.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["assignTo"] === "staffMember" ? "to " + $parameter["staffId"] : "auto-assign" }}',
		description: 'Gives the conversation to a staff member',
		defaults: { name: 'Assign Conversation' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ACTION_OUTPUT_NAMES,
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		hints: [
			{
				message:
					'Nobody is listed here, so everybody whom another node has put on the roster takes part.',
				type: 'info',
				location: 'ndv',
				whenToDisplay: 'beforeExecution',
				displayCondition:
					'={{ $parameter["assignTo"] === "auto" && !$parameter["staff"]?.member?.length }}',
			},
		],
		properties: assignConversationProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await performActionOnItems(this, 'assignConversation', assignmentReader());
	}
}

import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testHandoverStore } from '../open-services';
import { ACTION_OUTPUT_NAMES, performActionOnItems } from '../perform-action-on-items';
import { readFields, readRows, textsByLanguage } from '../read-fields';
import { sendClosingMessageProperties } from './send-closing-message.properties';

export class SendClosingMessage implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Send Closing Message',
		name: 'sendClosingMessage',
		icon: { light: 'file:send-closing-message.svg', dark: 'file:send-closing-message.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["message"] }}',
		description:
			'Tells the contact, once, that a human will answer; the text to send is in handover.reply',
		defaults: { name: 'Send Closing Message' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ACTION_OUTPUT_NAMES,
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		properties: sendClosingMessageProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await performActionOnItems(this, 'sendClosingMessage', (context, itemIndex) => ({
			...readFields(context, itemIndex, ['message']),
			messages: textsByLanguage(readRows(context, itemIndex, 'messages', 'message')) ?? {},
		}));
	}
}

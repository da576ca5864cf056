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
import { addTagsProperties } from './add-tags.properties';

export class AddTags implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Add Tags',
		name: 'addTags',
		icon: { light: 'file:add-tags.svg', dark: 'file:add-tags.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["tags"] }}',
		description: 'Adds tags to a conversation that goes to a human, and keeps those it has',
		defaults: { name: 'Add Tags' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ACTION_OUTPUT_NAMES,
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		properties: addTagsProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await performActionOnItems(this, 'addTags', (context, itemIndex) =>
			readFields(context, itemIndex, ['tags']),
		);
	}
}

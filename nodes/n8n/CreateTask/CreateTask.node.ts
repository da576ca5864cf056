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
import { createTaskProperties } from './create-task.properties';

export class CreateTask implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Create Task',
		name: 'createTask',
		icon: { light: 'file:create-task.svg', dark: 'file:create-task.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ "due in " + $parameter["dueIn"] + " " + $parameter["dueUnit"] }}',
		description: 'Creates a task for whoever takes the conversation over',
		defaults: { name: 'Create Task' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ACTION_OUTPUT_NAMES,
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		properties: createTaskProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await performActionOnItems(this, 'createTask', (context, itemIndex) =>
			readFields(context, itemIndex, ['description', 'dueIn', 'dueUnit']),
		);
	}
}

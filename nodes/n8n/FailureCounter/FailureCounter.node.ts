import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { countAttempt } from '../../../handover/operations/count-attempt';
import { readTurn } from '../carried-handover';
import { testHandoverStore } from '../open-services';
import { routeItems } from '../route-items';
import { counterProperties } from './failure-counter.properties';

const ORDER = ['tryAgain', 'failedToResolve'] as const;

// eslint-disable-next-line @n8n/community-nodes/node-usable-as-tool -- an agent cannot take one of its outputs
export class FailureCounter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Failure Counter',
		name: 'failureCounter',
		icon: { light: 'file:failure-counter.svg', dark: 'file:failure-counter.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "after " + $parameter["threshold"] + " failed attempts" }}',
		description: 'Counts how often the bot has failed to help, and says when it is too often',
		defaults: { name: 'Failure Counter' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Try Again', 'Failed to Resolve'],
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		hints: [
			{
				message:
					'Connect both "Continue" and "Failed Attempt" of the Handover Classifier: what helped sets the count back.',
				type: 'info',
				location: 'inputPane',
				whenToDisplay: 'beforeExecution',
			},
		],
		properties: counterProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await routeItems(this, { count: 2, onError: 0 }, async (services, itemIndex) => {
			const { output, handover } = await countAttempt(services, {
				...readTurn(this, itemIndex),
				threshold: this.getNodeParameter('threshold', itemIndex),
			});
			return { output: ORDER.indexOf(output), handover };
		});
	}
}

import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testHandoverStore } from '../open-services';
import { ACTION_OUTPUT_NAMES, ACTION_OUTPUTS } from '../perform-action-on-items';
import { routeItems } from '../route-items';
import { pause } from './operations/pause.operation';
import { resume } from './operations/resume.operation';
import { pauseBotProperties } from './pause-bot.properties';

const operations = { pause, resume };

export class PauseBot implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pause Bot',
		name: 'pauseBot',
		icon: { light: 'file:pause-bot.svg', dark: 'file:pause-bot.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "resume" ? "Resume" : $parameter["untilResumed"] ? "until resumed" : "for " + $parameter["pauseFor"] + " " + $parameter["pauseUnit"] }}',
		description: 'Keeps the bot silent for a time, or lets it answer again',
		defaults: { name: 'Pause Bot' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ACTION_OUTPUT_NAMES,
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		properties: pauseBotProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const run = operations[this.getNodeParameter('operation', 0) as keyof typeof operations];
		return await routeItems(
			this,
			ACTION_OUTPUTS,
			async (services, itemIndex) => await run(this, services, itemIndex),
		);
	}
}

import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testHandoverStore } from '../open-services';
import { routeItems } from '../route-items';
import { gateOutputs, gateProperties } from './handover-gate.properties';
import { hintAtEcho } from './hint-at-echo';
import * as beforeReply from './operations/before-reply.operation';
import * as receiveMessage from './operations/receive-message.operation';

const operations = { receiveMessage, beforeReply };

// eslint-disable-next-line @n8n/community-nodes/node-usable-as-tool -- an agent cannot take one of its outputs
export class HandoverGate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Handover Gate',
		name: 'handoverGate',
		icon: { light: 'file:handover-gate.svg', dark: 'file:handover-gate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "beforeReply" ? "Before Reply" : "Receive Message" }}',
		description: 'Says who answers a message, and lets a bot answer out only while the bot may',
		defaults: { name: 'Handover Gate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ (${gateOutputs.toString()})($parameter) }}`,
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		properties: gateProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as keyof typeof operations;
		const { outputs, run } = operations[operation];
		if (operation === 'beforeReply') hintAtEcho(this);
		const companions = new Set<string>();
		return await routeItems(
			this,
			outputs,
			async (services, itemIndex) => await run(this, services, itemIndex, companions),
		);
	}
}

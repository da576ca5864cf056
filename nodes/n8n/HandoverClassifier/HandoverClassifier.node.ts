import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testHandoverStore } from '../open-services';
import { routeItems } from '../route-items';
import { classifyItem } from './classify-item';
import { MODEL_CREDENTIAL } from './choose-classifier';
import { classifierOutputs, classifierProperties } from './handover-classifier.properties';
import { hintAtOutage } from './hint-at-outage';
import { classifierInputs } from './language-model.properties';
import { saveListedScenarios } from './listed-scenarios';
import { shareTexts } from './share-texts';

// eslint-disable-next-line @n8n/community-nodes/node-usable-as-tool -- an agent cannot take one of its outputs
export class HandoverClassifier implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Handover Classifier',
		name: 'handoverClassifier',
		icon: { light: 'file:handover-classifier.svg', dark: 'file:handover-classifier.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { contactMessage: "Contact\'s message", botDraft: "Bot\'s draft", both: "Message and draft" }[$parameter["judge"]] }}',
		description: 'Tells whether a message, or the answer to it, calls for a human',
		defaults: { name: 'Handover Classifier' },
		inputs: `={{ (${classifierInputs.toString()})($parameter) }}`,
		outputs: `={{ (${classifierOutputs.toString()})($parameter) }}`,
		credentials: [
			{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' },
			{
				name: MODEL_CREDENTIAL,
				required: true,
				displayOptions: { show: { languageModel: ['openAi'] } },
			},
		],
		hints: [
			{
				message:
					'Two custom scenarios have an example or a condition in common, so they answer to the same messages.',
				type: 'warning',
				location: 'ndv',
				whenToDisplay: 'always',
				displayCondition: `={{ (${shareTexts.toString()})($parameter) }}`,
			},
		],
		properties: classifierProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// As n8n has them for the outputs: what is an expression is read, and may fail, for each item.
		const { parameters } = this.getNode();
		const execution = {
			parameters,
			saveScenarios: saveListedScenarios(this),
			onUnavailable: hintAtOutage(this),
		};
		return await routeItems(
			this,
			{ count: classifierOutputs(parameters).length, onError: 0 },
			async (services, itemIndex) => await classifyItem(this, services, itemIndex, execution),
		);
	}
}

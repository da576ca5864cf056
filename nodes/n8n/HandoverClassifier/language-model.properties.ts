import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_BAND } from '../../../handover/classifier/language-model/parse-model-settings';

/** Read by the editor, which has nothing but this function's text and the node's fields. */
export function classifierInputs(parameters: { languageModel?: unknown }) {
	const main = { type: 'main' };
	const model = { type: 'ai_languageModel', displayName: 'Chat Model', maxConnections: 1 };
	return parameters.languageModel === 'chatModel' ? [main, { ...model, required: false }] : [main];
}

const withModel = { show: { languageModel: ['chatModel', 'openAi'] } };

const limits: INodeProperties[] = [
	{
		displayName: 'Calls a Day',
		name: 'dailyBudget',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'Of this node, from midnight to midnight UTC, in all processes on the store together. Each retry counts. 0 is no limit.',
	},
	{
		displayName: 'Calls at Once',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 4,
		description:
			'Of this node, in each process by itself. Further ones wait for their turn, within the time-out.',
	},
	{
		displayName: 'Time-Out',
		name: 'timeOut',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 1 },
		default: 8,
		description: 'Seconds for one decision, with all retries',
	},
	{
		displayName: 'Unsure From',
		name: 'unsureFrom',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
		default: 0.15,
		description:
			'The built-in probability from which the model is asked, 0 to 1. About custom scenarios it is asked wherever nobody is called.',
	},
	{
		displayName: 'Unsure Up To',
		name: 'unsureTo',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
		default: 0.85,
		description:
			'The built-in probability from which the built-in classifier is sure, 0 to 1. A request for a human from here on is never overruled.',
	},
];

export const languageModelProperties: INodeProperties[] = [
	{
		displayName: 'Language Model',
		name: 'languageModel',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'None', value: 'none', description: 'The built-in classifier decides' },
			{
				name: 'Attached Chat Model',
				value: 'chatModel',
				description: 'A sub-node of any provider',
			},
			{
				name: 'OpenAI-Compatible Server',
				value: 'openAi',
				description: 'By its base URL, in the cloud or on your own machine',
			},
		],
		default: 'none',
		description: 'Who may be asked where words alone do not tell',
	},
	{
		displayName: 'Model',
		name: 'modelName',
		type: 'string',
		default: 'gpt-4.1-mini',
		required: true,
		description: 'Its name, as the server calls it',
		displayOptions: { show: { languageModel: ['openAi'] } },
	},
	{
		displayName: 'Who Decides',
		name: 'mode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Built-In',
				value: 'builtIn',
				description: 'The built-in classifier; the model is not asked',
			},
			{
				name: 'Cascade',
				value: 'cascade',
				description: `The model, where the built-in classifier is unsure: its probability is ${DEFAULT_BAND.from} to ${DEFAULT_BAND.to}, unless Model Options say otherwise. About custom scenarios, wherever nobody is called.`,
			},
			{
				name: 'Model',
				value: 'model',
				description: 'The model, but for what it may not overrule',
			},
		],
		default: 'cascade',
		description:
			'Whoever decides, a request for a human that the built-in classifier is sure of stands. So does the built-in decision when the model cannot be asked.',
		displayOptions: withModel,
	},
	{
		displayName: 'Model Options',
		name: 'modelOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: withModel,
		options: limits,
	},
];

import type { INodeProperties } from 'n8n-workflow';
import { conversationProperties, DRAFT } from '../conversation.properties';
import { languageModelProperties } from './language-model.properties';
import { builtInScenarioProperties, customScenarioProperties } from './scenario.properties';

/** Where a custom scenario stands in the node, and so which of the custom outputs is its own. */
export const CUSTOM_PLACES = ['first', 'second', 'third'] as const;

/** As they were saved; the editor fills in defaults, an API may not. */
export type CustomScenarios = Partial<
	Record<
		(typeof CUSTOM_PLACES)[number],
		{ name?: string; enabled?: boolean; triggerCondition?: string; examples?: string }
	>
>;

/** What of the node's fields decides on its outputs. */
export interface OutputParameters {
	scenarioSource?: unknown;
	customScenarios?: unknown;
}

/**
 * Read by the editor, which has nothing but this function's text and the node's fields. It does not
 * know what a bot has saved, so then all custom scenarios share an output. One that stands in the node
 * has the output of its place, whether or not there is one before it: n8n leaves the wires of an output
 * where they are, so whatever moved up would take over the wires of what was deleted. A name may be a number:
 * an API saves what it is given.
 */
export function classifierOutputs(parameters: OutputParameters) {
	const scenarios = (parameters.customScenarios ?? {}) as CustomScenarios;
	const places = [scenarios.first, scenarios.second, scenarios.third];
	const used = places.findLastIndex((scenario) => scenario !== undefined) + 1;
	const custom = places
		.slice(0, used)
		.map((scenario) => (scenario ? String(scenario.name ?? '').trim() || '(No Name)' : '(Unused)'));
	const names = ['Continue', 'Contact Request', 'Lack of Information', 'Failed Attempt'].concat(
		parameters.scenarioSource === 'here' ? custom : ['Custom Scenario'],
	);
	return names.map((displayName) => ({ type: 'main', displayName }));
}

const onDraft = { show: { judge: ['botDraft', 'both'] } };
const onList = { show: { scenarioSource: ['here'] } };

export const classifierProperties: INodeProperties[] = [
	{
		displayName: 'Judge',
		name: 'judge',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: "Bot's Draft",
				value: 'botDraft',
				description: 'The answer that has not gone out yet: does the bot know what it says?',
			},
			{
				name: 'Both',
				value: 'both',
				description: "The contact's message together with the bot's answer to it",
			},
			{
				name: "Contact's Message",
				value: 'contactMessage',
				description: 'What the contact wrote, as the Handover Gate admitted it',
			},
		],
		default: 'contactMessage',
		description: 'What to look at',
	},
	{
		displayName: 'Draft',
		name: 'draft',
		type: 'string',
		typeOptions: { rows: 2 },
		default: DRAFT,
		required: true,
		description: "The bot's answer; an AI Agent has it in <code>output</code>",
		displayOptions: onDraft,
	},
	{
		displayName: 'Bot Failed',
		name: 'botFailed',
		type: 'boolean',
		default: false,
		description:
			'Whether the flow knows that the bot failed: a tool call ended in an error, a search found nothing',
		displayOptions: onDraft,
	},
	{
		displayName: 'Retrieval Score',
		name: 'retrievalScore',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.score }}',
		description:
			'How well what the draft was made from fits the question, 0 to 1. Leave it empty when nothing was searched.',
		displayOptions: onDraft,
	},
	{
		displayName: 'Scenarios',
		name: 'scenarioSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'As Saved for the Bot',
				value: 'saved',
				description: 'Those that a node has saved for the bot, or the built-in three',
			},
			{
				name: 'List Here',
				value: 'here',
				description: 'Saved for the bot when the node runs, for all its nodes and flows',
			},
		],
		default: 'saved',
		description: 'Which reasons to call a human the bot has',
	},
	{
		displayName:
			'To see what it makes of example messages, import the workflow <a href="https://github.com/human-handover/n8n-nodes-human-handover/blob/main/flows/n8n/try-classifier.json" target="_blank">Try the Handover Classifier</a> and execute it: nothing has to be published.',
		name: 'tryNotice',
		type: 'notice',
		default: '',
	},
	...builtInScenarioProperties.map((field) => ({ ...field, displayOptions: onList })),
	{
		displayName: 'Custom Scenarios',
		name: 'customScenarios',
		type: 'fixedCollection',
		placeholder: 'Add Scenario',
		default: {},
		description:
			'Up to three. Each has an output of its own, and keeps it and its wires when another one is deleted. What is set here wins over the fields of the action nodes.',
		displayOptions: onList,
		options: CUSTOM_PLACES.map((place) => ({
			displayName: `${place[0]!.toUpperCase()}${place.slice(1)} Custom Scenario`,
			name: place,
			values: customScenarioProperties,
		})),
	},
	{
		// As nodes had them before ADR 40. One that has them says so when it is run.
		displayName: 'Scenario List',
		name: 'scenarios',
		type: 'hidden',
		default: {},
		displayOptions: onList,
	},
	{
		displayName: 'Replace Settings',
		name: 'replaceSettings',
		type: 'boolean',
		default: false,
		description:
			'Whether to put this list in the place of a different one that another node or flow has saved for the bot. Otherwise that is an error.',
		displayOptions: onList,
	},
	...languageModelProperties,
	...conversationProperties,
];

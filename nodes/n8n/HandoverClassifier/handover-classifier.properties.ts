import type { INodeProperties } from 'n8n-workflow';
import { conversationProperties } from '../conversation.properties';
import { languageModelProperties } from './language-model.properties';
import { scenarioProperties } from './scenario.properties';

/**
 * Read by the editor, which has nothing but this function's text and the node's fields. It does not
 * know what a bot has saved, so then all custom scenarios share an output.
 */
export function classifierOutputs(parameters: { scenarioSource?: unknown; scenarios?: unknown }) {
	const listed =
		(parameters.scenarios as { scenario?: Array<{ name: string; handoverType: string }> })
			?.scenario ?? [];
	const custom = listed
		.filter((scenario) => scenario.handoverType === 'custom')
		.map((scenario) => scenario.name);
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
		default: '={{ $json.output ?? $json.text }}',
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
		displayName: 'Scenario List',
		name: 'scenarios',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Scenario',
		default: {},
		description:
			'At most six: the built-in three, which are on even if they are not listed, and three custom ones. What is set here wins over the fields of the action nodes.',
		displayOptions: onList,
		options: [{ displayName: 'Scenario', name: 'scenario', values: scenarioProperties }],
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

import type { INodeProperties } from 'n8n-workflow';
import { MAX_SCENARIOS } from '../../../handover/scenarios/parse-scenarios';
import { HANDOVER_TYPES } from '../../../handover/scenarios/scenario';
import { conversationProperties } from '../conversation.properties';
import { languageModelProperties } from './language-model.properties';
import { scenarioProperties } from './scenario.properties';

/** As it was saved; the editor fills in defaults, an API may not. */
export interface ScenarioRow {
	name?: string;
	handoverType: string;
	/** Of a custom scenario: 1 to 3. */
	output?: number;
}

/** What of the node's fields decides on its outputs. */
export interface OutputParameters {
	scenarioSource?: unknown;
	scenarios?: unknown;
}

/**
 * Read by the editor, which has nothing but this function's text and the node's fields. It does not
 * know what a bot has saved, so then all custom scenarios share an output. A listed one has the output
 * that its row names, and not one by its place: n8n leaves the wires of an output where they are, so
 * whatever moved up would take over the wires of what was deleted.
 */
export function classifierOutputs(parameters: OutputParameters) {
	const listed = (parameters.scenarios as { scenario?: ScenarioRow[] })?.scenario ?? [];
	const custom: string[] = [];
	for (const { name, handoverType, output } of listed) {
		if (handoverType !== 'custom') continue;
		const at = (output || 1) - 1;
		const own = name?.trim() || '(No Name)';
		custom[at] = custom[at] === undefined ? own : `${custom[at]} or ${own}`;
	}
	for (let at = 0; at < custom.length; at += 1) custom[at] = custom[at] ?? '(Unused)';
	const names = ['Continue', 'Contact Request', 'Lack of Information', 'Failed Attempt'].concat(
		parameters.scenarioSource === 'here' ? custom : ['Custom Scenario'],
	);
	return names.map((displayName) => ({ type: 'main', displayName }));
}

const builtIn = HANDOVER_TYPES.filter((type) => type !== 'custom');
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
			'The built-in three (Contact Request, Lack of Information, Failed to Resolve Issue) are always there, listed or not: they cannot be deleted. To be rid of one, switch it off. A bot has at most six scenarios, so three custom ones. Each custom one keeps the output that you give it, wherever it stands in the list; those that share an output leave by the same wire, and its label names them all.',
		name: 'scenarioNotice',
		type: 'notice',
		default: '',
		displayOptions: onList,
	},
	{
		displayName: 'Scenario List',
		name: 'scenarios',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, maxAllowedFields: MAX_SCENARIOS },
		placeholder: 'Add Scenario',
		// So that one of the built-in is switched off where it stands. What is deleted stays on.
		default: { scenario: builtIn.map((handoverType) => ({ handoverType, enabled: true })) },
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

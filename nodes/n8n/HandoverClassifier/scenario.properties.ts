import type { INodeProperties } from 'n8n-workflow';
import type { BuiltInScenarioName } from '../../../handover/scenarios/scenario';
import { TIME_UNIT_OPTIONS } from '../conversation.properties';

/** What a scenario may say of the six actions. What is not added is left to the action node. */
const actionSettings: INodeProperties[] = [
	unit('Accept Unit', 'acceptUnit', 'Accept Within', 'minutes'),
	{
		displayName: 'Accept Within',
		name: 'acceptWithin',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'How long somebody has to accept before the next one is asked; 0 is no limit',
	},
	setting('Assign to Staff ID', 'assignToUserId', 'Who gets the conversation'),
	{
		displayName: 'Closing Message',
		name: 'finalMessage',
		type: 'string',
		default: '',
		description: 'What the contact reads when the conversation goes to a human',
	},
	toggle('Create Task', 'createTask', true, 'Whether to create a task'),
	{
		displayName: 'Pause For',
		name: 'sleepTime',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description: 'How long the bot stays silent',
	},
	unit('Pause Unit', 'sleepTimeUnit', 'Pause For'),
	toggle(
		'Resume by Itself',
		'reactivateEnabled',
		true,
		'Whether the bot answers again after the pause; otherwise somebody has to resume it',
	),
	toggle(
		'Skip Assignment',
		'skipAssignToUser',
		false,
		'Whether to assign the conversation to nobody',
	),
	toggle('Skip Closing Message', 'skipFinalMessage', false, 'Whether to send no closing message'),
	toggle('Skip Notification', 'skipNotify', false, 'Whether to notify nobody'),
	toggle('Skip Pause', 'skipPause', false, 'Whether to leave the bot unpaused'),
	toggle('Skip Tags', 'skipTags', false, 'Whether to add no tags'),
	setting('Tags', 'tags', 'Separated by commas'),
	setting('Task Description', 'taskDescription', 'What the task says'),
	{
		displayName: 'Task Due In',
		name: 'taskDueIn',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description: 'How long after the handover the task is due',
	},
	unit('Task Due Unit', 'taskDueUnit', 'Task Due In'),
];

const threshold: INodeProperties = {
	displayName: 'Threshold',
	name: 'threshold',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
	default: 0.5,
	description: 'From which probability the scenario is taken, 0 to 1',
};

const finalMessages: INodeProperties = {
	displayName: 'Closing Messages by Language',
	name: 'finalMessages',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Language',
	default: {},
	options: [
		{
			displayName: 'Message',
			name: 'message',
			values: [
				setting('Language', 'language', 'A language tag', 'e.g. de'),
				setting('Text', 'text'),
			],
		},
	],
};

const BUILT_IN: Array<[BuiltInScenarioName, string, string]> = [
	['contactRequest', 'Contact Request', 'Whether a human is called when the contact asks for one'],
	[
		'lackOfInformation',
		'Lack of Information',
		'Whether a human is called when the bot does not know the answer',
	],
	[
		'failedToResolveIssue',
		'Failed to Resolve Issue',
		'Whether a human is called when the bot has failed as often as the Failure Counter allows',
	],
];

/**
 * Fields of the node itself, for what cannot be deleted. The options stay in sight while the switch is
 * off: what n8n hides it also forgets.
 */
export const builtInScenarioProperties = BUILT_IN.flatMap(([name, displayName, description]) => [
	toggle(displayName, name, true, description),
	{
		displayName: `${displayName} Options`,
		name: `${name}Options`,
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		description: 'When it is taken, and what it does differently from the action nodes',
		options: [...actionSettings, threshold, finalMessages].toSorted((a, b) =>
			a.displayName.localeCompare(b.displayName),
		),
	} satisfies INodeProperties,
]);

export const customScenarioProperties: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		noDataExpression: true,
		default: '',
		required: true,
		placeholder: 'e.g. Refund',
		description:
			'Names the output, and what is reported. It does not change when it is translated.',
	},
	toggle('Enabled', 'enabled', true, 'Whether this scenario calls a human'),
	{
		displayName: 'Condition',
		name: 'triggerCondition',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. The contact wants their money back.',
		description: 'In plain language, what makes the scenario true',
	},
	{
		displayName: 'Examples',
		name: 'examples',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. I want a refund',
		description: 'What contacts write, one example on each line',
	},
	threshold,
	{
		displayName: 'Action Settings',
		name: 'actions',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		description: 'What this scenario does differently from the action nodes',
		options: actionSettings,
	},
	finalMessages,
];

function setting(
	displayName: string,
	name: string,
	description?: string,
	placeholder?: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		...(description && { description }),
		...(placeholder && { placeholder }),
	};
}

function toggle(
	displayName: string,
	name: string,
	byDefault: boolean,
	description: string,
): INodeProperties {
	// n8n's linter wants to see the default as it is.
	const field: INodeProperties = { displayName, name, type: 'boolean', default: true, description };
	return { ...field, default: byDefault };
}

/** @param time the display name of the field that it counts for */
function unit(
	displayName: string,
	name: string,
	time: string,
	byDefault = 'hours',
): INodeProperties {
	const description = `What this scenario's ${time} counts; alone it does nothing`;
	const options = TIME_UNIT_OPTIONS;
	return { displayName, name, type: 'options', options, default: byDefault, description };
}

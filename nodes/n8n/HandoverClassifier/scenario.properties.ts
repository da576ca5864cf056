import type { INodeProperties } from 'n8n-workflow';
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

const onCustom = { show: { handoverType: ['custom'] } };

export const scenarioProperties: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'handoverType',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Contact Request', value: 'contactRequest' },
			{ name: 'Custom', value: 'custom' },
			{ name: 'Failed to Resolve Issue', value: 'failedToResolveIssue' },
			{ name: 'Lack of Information', value: 'lackOfInformation' },
		],
		default: 'custom',
	},
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
		displayOptions: onCustom,
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'First Custom Output', value: 1 },
			{ name: 'Second Custom Output', value: 2 },
			{ name: 'Third Custom Output', value: 3 },
		],
		default: 1,
		description:
			'The scenario keeps it, and its wires, when the list is reordered or shortened. Scenarios with the same output leave by the same wire.',
		displayOptions: onCustom,
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
		displayOptions: onCustom,
	},
	{
		displayName: 'Examples',
		name: 'examples',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. I want a refund',
		description: 'What contacts write, one example on each line',
		displayOptions: onCustom,
	},
	{
		displayName: 'Threshold',
		name: 'threshold',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
		default: 0.5,
		description: 'From which probability the scenario is taken, 0 to 1',
	},
	{
		displayName: 'Action Settings',
		name: 'actions',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		description: 'What this scenario does differently from the action nodes',
		options: actionSettings,
	},
	{
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
	},
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

import type { INodeProperties } from 'n8n-workflow';
import { firstOf, orEmpty, requestedConversationProperties } from '../conversation.properties';

const onReply = { show: { operation: ['recordHumanReply'] } };
const onTasks = { show: { operation: ['completeTasks'] } };
const onAvailability = { show: { operation: ['setAvailability'] } };
/** Of the others, one is about a staff member, and one about the item's own turn. */
const onConversation = { hide: { operation: ['setAvailability', 'confirmTurn'] } };
/** Not from `handover`: that is the contact's message. */
const FROM_REQUEST = ['$json.body?.', '$json.'];

export const conversationNodeProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Accept',
				value: 'accept',
				action: 'Accept a conversation',
				description: 'A staff member takes it, so that it is not passed on to the next one',
			},
			{
				name: 'Close',
				value: 'close',
				action: 'Close a conversation',
				description:
					'Nobody answers until the contact writes again; then the bot does. Its open tasks are done.',
			},
			{
				name: 'Complete Tasks',
				value: 'completeTasks',
				action: 'Complete the tasks of a conversation',
				description: 'Its open tasks, or one of them, are done, and not due any more',
			},
			{
				name: 'Confirm Turn',
				value: 'confirmTurn',
				action: 'Confirm a turn',
				description:
					"All is done of the item's message, and what was said has been taken, so it does not come back. Where the Gate asks for it (Until Confirmed).",
			},
			{
				name: 'Erase',
				value: 'erase',
				action: 'Erase a conversation',
				description: 'Removes all that the store has of it',
			},
			{
				name: 'Export',
				value: 'export',
				action: 'Export a conversation',
				description: 'Gets all that the store has of it, for the contact to see',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get a conversation',
				description: 'Gets its state, its handover, its tasks and its transcript',
			},
			{
				name: 'Hand Back',
				value: 'handBack',
				action: 'Hand a conversation back',
				description: 'The bot answers again',
			},
			{
				name: 'Record Human Reply',
				value: 'recordHumanReply',
				action: 'Record a human reply',
				description: 'A human has written to the contact, and so has taken over',
			},
			{
				name: 'Replay Deliveries',
				value: 'replayDeliveries',
				action: 'Replay the deliveries of a conversation',
				description: 'Tries once more what was given up, such as a webhook whose receiver was down',
			},
			{
				name: 'Set Staff Availability',
				value: 'setAvailability',
				action: 'Set the availability of a staff member',
				description: 'Whether somebody is there to take conversations over',
			},
		],
		default: 'get',
	},
	...requestedConversationProperties.map((field) => ({
		...field,
		displayOptions: onConversation,
	})),
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 2 },
		default: firstOf('text', FROM_REQUEST),
		required: true,
		description: 'What the human wrote',
		displayOptions: onReply,
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: orEmpty(firstOf('messageId', FROM_REQUEST)),
		description:
			"The channel's own ID of the message. With it, a reply that is reported twice is recorded once.",
		displayOptions: onReply,
	},
	{
		displayName: 'Staff ID',
		name: 'staffId',
		type: 'string',
		default: orEmpty(firstOf('staffId', FROM_REQUEST)),
		description: 'Which staff member it is. Optional, unless availability is set.',
		displayOptions: {
			show: { operation: ['recordHumanReply', 'accept', 'completeTasks', 'setAvailability'] },
		},
	},
	{
		displayName: 'Which',
		name: 'which',
		type: 'options',
		options: [
			{ name: 'All Open', value: 'allOpen' },
			{ name: 'One', value: 'one' },
		],
		default: 'allOpen',
		description: 'Whether all open tasks are done, or one',
		displayOptions: onTasks,
	},
	{
		displayName: 'Task ID',
		name: 'taskId',
		type: 'string',
		default: orEmpty(firstOf('taskId', FROM_REQUEST)),
		description: 'Of the one task, as Get shows it',
		displayOptions: { ...onTasks, hide: { which: ['allOpen'] } },
	},
	{
		displayName: 'Available',
		name: 'available',
		type: 'boolean',
		default: true,
		description: 'Whether they are there. It holds until it is said otherwise.',
		displayOptions: onAvailability,
	},
];

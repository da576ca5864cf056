import type { INodeProperties } from 'n8n-workflow';
import { conversationProperties } from '../conversation.properties';

const staffMember: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
	},
	{
		displayName: 'ID',
		name: 'id',
		type: 'string',
		default: '',
		description: 'What the store and other systems call them. Empty: the name.',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'name@email.com',
		default: '',
	},
	{
		displayName: 'Notify of Conversations',
		name: 'notifyConversationAssigned',
		type: 'boolean',
		default: true,
		description: 'Whether they want to hear when a conversation is assigned to them',
	},
	{
		displayName: 'Notify of Tasks',
		name: 'notifyTaskAssigned',
		type: 'boolean',
		default: true,
		description: 'Whether they want to hear when a task is assigned to them',
	},
];

export const assignConversationProperties: INodeProperties[] = [
	{
		displayName: 'Assign To',
		name: 'assignTo',
		type: 'options',
		options: [
			{
				name: 'Auto-Assign',
				value: 'auto',
				description: 'Whoever has waited longest for a conversation',
			},
			{ name: 'Staff Member', value: 'staffMember', description: 'Always the same one' },
		],
		default: 'auto',
	},
	{
		displayName: 'Staff ID',
		name: 'staffId',
		type: 'string',
		default: '',
		required: true,
		description: 'The ID of a staff member, or the name of one who has no other ID',
		displayOptions: { show: { assignTo: ['staffMember'] } },
	},
	{
		displayName: 'Keep Current Assignee',
		name: 'keepCurrentAssignee',
		type: 'boolean',
		default: true,
		description: 'Whether the staff member whom the contact knows from before gets it again',
		displayOptions: { show: { assignTo: ['auto'] } },
	},
	{
		displayName: 'Staff',
		name: 'staff',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Staff Member',
		default: {},
		description:
			'Who can take conversations over. Added to the roster, which all flows share; nobody is taken from it.',
		options: [{ displayName: 'Staff Member', name: 'member', values: staffMember }],
	},
	...conversationProperties,
];

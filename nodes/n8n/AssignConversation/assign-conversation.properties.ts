import type { INodeProperties } from 'n8n-workflow';
import { MAX_CAPACITY, MAX_WEIGHT } from '../../../handover/staff/staff-member';
import { conversationProperties, TIME_UNIT_OPTIONS } from '../conversation.properties';

const staffMember: INodeProperties[] = [
	{
		displayName: 'Capacity',
		name: 'capacity',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MAX_CAPACITY },
		default: 0,
		description: 'The most conversations that they have at a time; 0 is no limit',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'name@email.com',
		default: '',
	},
	{
		displayName: 'Enabled',
		name: 'enabled',
		type: 'boolean',
		default: true,
		description:
			'Whether they get conversations at all. Whether they are there just now is said at run time, by the Conversation node.',
	},
	{
		displayName: 'Fallback Contact',
		name: 'fallbackContact',
		type: 'boolean',
		default: false,
		description: 'Whether they are told when nobody can take a conversation',
	},
	{
		displayName: 'ID',
		name: 'id',
		type: 'string',
		default: '',
		description: 'What the store and other systems call them. Empty: the name.',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
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
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'Europe/Berlin',
		description: 'Of the working hours: an IANA name. Empty: UTC.',
	},
	{
		displayName: 'Weight',
		name: 'weight',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_WEIGHT },
		default: 1,
		description: 'For the rule Weighted: twice the weight gets twice the conversations',
	},
	{
		displayName: 'Working Hours',
		name: 'workingHours',
		type: 'string',
		default: '',
		placeholder: 'Mon-Fri 09:00-17:00; Sat 10:00-14:00',
		description: 'When they take conversations. Empty: always.',
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
				description: 'The first in the order of the rule who can take it',
			},
			{
				name: 'Staff Member',
				value: 'staffMember',
				description: 'Always the same one; whoever is next when they cannot take it',
			},
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
		displayName: 'Rule',
		name: 'rule',
		type: 'options',
		options: [
			{
				name: 'Least Busy',
				value: 'leastBusy',
				description: 'Whoever has the fewest conversations',
			},
			{
				name: 'Round Robin',
				value: 'roundRobin',
				description: 'Whoever has waited longest for a conversation',
			},
			{
				name: 'Weighted',
				value: 'weighted',
				description: 'By lot, with the weights of the staff as chances',
			},
		],
		default: 'roundRobin',
		description: 'In which order staff are asked',
	},
	{
		displayName: 'Accept Within',
		name: 'acceptWithin',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description:
			'Who does not reply or accept within this time loses the conversation to the next one; 0: they keep it',
	},
	{
		displayName: 'Accept Unit',
		name: 'acceptUnit',
		type: 'options',
		options: TIME_UNIT_OPTIONS,
		default: 'minutes',
		description: 'What Accept Within counts',
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

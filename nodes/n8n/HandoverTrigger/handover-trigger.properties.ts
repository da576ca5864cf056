import type { INodeProperties } from 'n8n-workflow';
import { EVENT_TYPES, type EventType } from '../../../handover/stores/records';

const NAMES: Record<EventType, string> = {
	'handover.requested': 'Handover Requested',
	'handover.ended': 'Handover Ended',
	'action.done': 'Action Done',
	'action.failed': 'Action Failed',
	'action.skipped': 'Action Skipped',
	'conversation.assigned': 'Conversation Assigned',
	'conversation.unassigned': 'Conversation Unassigned',
	'conversation.closed': 'Conversation Closed',
	'conversation.reopened': 'Conversation Reopened',
	'human.replied': 'Human Replied',
	'bot.paused': 'Bot Paused',
	'bot.resumed': 'Bot Resumed',
	'answer.dropped': 'Answer Dropped',
	'attempt.failed': 'Attempt Failed',
	'staff.skipped': 'Staff Skipped',
	'handover.accepted': 'Handover Accepted',
	'handover.unowned': 'Handover Unowned',
	'task.completed': 'Task Completed',
	'task.due': 'Task Due',
	'delivery.done': 'Delivery Done',
	'delivery.failed': 'Delivery Failed',
	'delivery.dead': 'Delivery Given Up',
	'delivery.replayed': 'Delivery Replayed',
	'delivery.dropped': 'Delivery Dropped',
	'turn.left': 'Turn Left',
};

export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Bot ID',
		name: 'botId',
		type: 'string',
		default: '',
		placeholder: 'Every bot',
		description: 'Whose events start the workflow. Empty: those of all bots in the store.',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: EVENT_TYPES.map((value) => ({ name: NAMES[value], value })).sort((one, other) =>
			one.name.localeCompare(other.name),
		),
		default: [],
		placeholder: 'Every event',
		description:
			'What starts the workflow; nothing chosen is every event. An event comes at least once: after a crash it may come again, with the same <code>seq</code>.',
	},
];

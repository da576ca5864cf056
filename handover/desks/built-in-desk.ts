import type { Desk, DeskCapability } from './desk';

/** The desk that is always there: everything it knows lives in the store. */
export const builtInDesk: Desk = {
	name: 'builtIn',
	can: new Set<DeskCapability>(['assign', 'task', 'message', 'tags']),
	assign: ({ handover }, staffId) => [
		{ type: 'assigned', staffId },
		{ type: 'taskAssignee', handoverId: handover.id, staffId },
	],
	createTask: ({ handover, now }, task) => [
		{
			type: 'task',
			task: { ...task, handoverId: handover.id, createdAt: now },
		},
	],
	sendMessage: ({ now }, text, answersSeq) => [
		{
			type: 'message',
			message: { author: 'bot', text, at: now, messageId: null, staffId: null, answersSeq },
		},
	],
	// The tags are a field of the conversation itself, which the action writes.
	addTags: () => [],
};

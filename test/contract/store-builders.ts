import { newConversation, type Conversation } from '../../handover/conversation/conversation';
import { ACTION_KINDS, newStaffing, type Handover } from '../../handover/conversation/handover';
import type { EventType, Task, TaskToCreate } from '../../handover/stores/records';
import type { Write } from '../../handover/stores/store';

export const NOON = Date.parse('2026-11-22T12:00:00Z');
export const ref = { botId: 'b', conversationId: 'c' };
export const conversation: Conversation = { ...newConversation(ref, NOON), tags: ['vip'] };

export function message(text: string, at = NOON): Write {
	return {
		type: 'message',
		message: { author: 'contact', text, at, messageId: null, staffId: null, answersSeq: null },
	};
}

export function reply(text: string, answersSeq: number): Write {
	return {
		type: 'message',
		message: { author: 'bot', text, at: NOON, messageId: null, staffId: null, answersSeq },
	};
}

export function event(type: EventType): Write {
	return { type: 'event', event: { type, handoverId: null, at: NOON, data: { reason: 'test' } } };
}

export function aTask(given: Partial<TaskToCreate> = {}): TaskToCreate {
	return {
		id: 't1',
		handoverId: 'h1',
		description: 'Call back',
		dueAt: NOON,
		assignee: null,
		createdAt: NOON,
		...given,
	};
}

/** As the store shows it until it is done. */
export function anOpen(task: TaskToCreate): Task {
	return { ...task, status: 'open', completedAt: null, completedBy: null };
}

export function aHandover(given: Partial<Handover> = {}): Handover {
	return {
		id: 'h1',
		messageSeq: 1,
		scenario: 'contactRequest',
		probability: 0.9,
		evidence: [{ source: 'contactMessage', rule: 'asksForHuman', text: 'a human' }],
		classifier: 'builtIn/1',
		startedAt: NOON,
		endedAt: null,
		runner: 'here/1/a',
		staffing: newStaffing(),
		actions: ACTION_KINDS.map((kind) => ({
			kind,
			status: 'pending',
			attempts: 0,
			error: null,
			result: null,
			at: NOON,
		})),
		...given,
	};
}

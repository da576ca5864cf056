import type { Conversation, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import type { Write } from '../stores/store';

export type DeskCapability = 'assign' | 'task' | 'message' | 'tags';

/**
 * Where staff work. A desk turns what an action decided into the writes that belong into the same
 * transaction; one that lives elsewhere adds what is to be sent there. What a desk cannot do, the
 * built-in one does. Each call must be free of side effects.
 */
export interface Desk {
	name: string;
	can: ReadonlySet<DeskCapability>;
	assign(episode: Episode, staffId: string): Write[];
	createTask(episode: Episode, task: NewTask): Write[];
	sendMessage(episode: Episode, text: string): Write[];
	/** `tags` is the whole list after the action, `added` what is new in it. */
	addTags(episode: Episode, tags: string[], added: string[]): Write[];
}

export interface Episode {
	conversation: Conversation;
	handover: Handover;
	now: Instant;
}

export interface NewTask {
	id: string;
	description: string;
	dueAt: Instant;
	assignee: string | null;
}

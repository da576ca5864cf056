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
	/** A refusal passes the person over (`deskRefused`), and the next one is asked. */
	assign(episode: Episode, staffId: string): Write[] | Refusal;
	createTask(episode: Episode, task: NewTask): Write[];
	/** `answersSeq`: the contact's turn that it answers. */
	sendMessage(episode: Episode, text: string, answersSeq: number | null): Write[];
	/** `tags` is the whole list after the action, `added` what is new in it. */
	addTags(episode: Episode, tags: string[], added: string[]): Write[];
}

/** The desk does not give a conversation to this person. */
export interface Refusal {
	/** Why, as a code such as `loggedOut`; events, records and flows show it. */
	refused: string;
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

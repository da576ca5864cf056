import type { Instant, Message, Missed } from '../conversation/conversation';
import type { ConversationFile, Task } from '../stores/records';
import { describeCatchUp } from './describe-catch-up';
import { promisesIn } from './promises-in';
import type { Routed } from './handover-data';
import type { ReceiveOutput } from './received';
import type { Services } from './services';

/**
 * What happened while a human had the conversation, for the bot that has it back (requirement R18).
 * All times are ISO 8601 in UTC. It quotes the contact and the staff: it is for the bot's prompt, not
 * for a log.
 */
export interface CatchUp {
	/** What humans wrote, oldest first. */
	said: Array<{ text: string; at: string; staffId: string | null }>;
	/** Sentences of theirs that commit the team to something. */
	promised: string[];
	openTasks: Array<{ description: string; dueAt: string; assignee: string | null }>;
	/** Of those that were open, or came up, in the human's time. `completedBy` null: nobody says who. */
	doneTasks: Array<{ description: string; completedAt: string; completedBy: string | null }>;
	/** What the contact has written since the last human's line: nobody has answered it. */
	unanswered: Array<{ text: string; at: string }>;
	/** The contact's last message that a human has dealt with. The bot must not answer it again. */
	doNotAnswer: { text: string; at: string } | null;
	/** All of it in plain English, to be put into a prompt as it is. */
	text: string;
}

/** The newest of what was missed: a prompt has an end. */
const MOST_LINES = 50;

/** Adds what the bot has missed to a turn that it is about to answer. */
export async function withCatchUp(
	services: Services,
	{ output, handover }: Routed<ReceiveOutput>,
): Promise<Routed<ReceiveOutput>> {
	// An answer without the catch-up is better than none.
	const file = await services.store.read(handover).catch(() => undefined);
	const missed = file?.conversation.missed;
	if (!missed) return { output, handover };
	const before = handover.turnFromSeq ?? handover.messageSeq ?? Infinity;
	return { output, handover: { ...handover, catchUp: catchUpOf(file, missed, before) } };
}

/** @param before the first line of the turn that the bot answers now */
export function catchUpOf(file: ConversationFile, missed: Missed, before: number): CatchUp {
	const end = Math.min(before - 1, missed.toSeq ?? Infinity);
	const kept = file.transcript.filter(({ seq }) => seq >= missed.fromSeq && seq <= end);
	const lines = kept.slice(-MOST_LINES);
	const human = lines.filter(({ author }) => author === 'human');
	const lastHuman = human.at(-1)?.seq;
	const ofContact = lines.filter(({ author }) => author === 'contact');
	const isAnswered = ({ seq }: Message) => lastHuman !== undefined && seq < lastHuman;
	const answered = ofContact.filter(isAnswered).at(-1);
	const caughtUp = {
		said: human.map(({ text, at, staffId }) => ({ text, at: iso(at), staffId })),
		promised: human.flatMap(({ text }) => promisesIn(text)),
		openTasks: file.tasks.filter(({ status }) => status === 'open').map(viewTask),
		doneTasks: doneSince(file.tasks, beganAt(missed, kept[0])),
		unanswered: ofContact.filter((one) => !isAnswered(one)).map(viewLine),
		doNotAnswer: answered ? viewLine(answered) : null,
	};
	return { ...caughtUp, text: describeCatchUp(caughtUp) };
}

/** With its first line; without that, for few lines may be kept, when the human took over. */
function beganAt({ fromAt = Infinity }: Missed, first: Message | undefined): Instant {
	return Math.min(fromAt, first?.at ?? Infinity);
}

function viewLine({ text, at }: Message) {
	return { text, at: iso(at) };
}

function viewTask({ description, dueAt, assignee }: Task) {
	return { description, dueAt: iso(dueAt), assignee };
}

function doneSince(tasks: readonly Task[], since: Instant): CatchUp['doneTasks'] {
	return tasks.flatMap(({ description, completedAt, completedBy }) =>
		completedAt !== null && completedAt >= since
			? [{ description, completedAt: iso(completedAt), completedBy }]
			: [],
	);
}

function iso(at: Instant): string {
	return new Date(at).toISOString();
}

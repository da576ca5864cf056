import type { CatchUp } from './catch-up';

/** The catch-up as a builder puts it into a bot's prompt. Quoted lines are data, and marked as such. */
export function describeCatchUp(missed: Omit<CatchUp, 'text'>): string {
	const { said, promised, openTasks, doneTasks, unanswered, doNotAnswer } = missed;
	// Closing completes what is open, whether it was done or not: only a name says that somebody did it.
	const done = doneTasks.filter(({ completedBy }) => completedBy !== null);
	const gone = doneTasks.filter(({ completedBy }) => completedBy === null);
	return [
		said.length
			? `A human of the team has answered meanwhile:\n${bullets(said)}`
			: 'The conversation was with the team meanwhile; nobody has written to the contact.',
		promised.length && `They promised:\n${list(promised)}`,
		openTasks.length && `Open tasks of the team:\n${list(openTasks.map(describeTask))}`,
		done.length && `Tasks that the team has done:\n${list(done.map(describeDone))}`,
		gone.length &&
			`Tasks that are no longer open:\n${list(gone.map(({ description }) => description))}`,
		doNotAnswer &&
			`Everything up to this message is dealt with. Do not answer it again: ${quoted(doNotAnswer.text)}`,
		unanswered.length && `Nobody has answered this yet:\n${bullets(unanswered)}`,
	]
		.filter(Boolean)
		.join('\n');
}

function bullets(lines: ReadonlyArray<{ text: string }>): string {
	return list(lines.map(({ text }) => text));
}

function list(texts: readonly string[]): string {
	return texts.map((text) => `- ${quoted(text)}`).join('\n');
}

function describeTask({ description, dueAt, assignee }: CatchUp['openTasks'][number]): string {
	return `${description} (due ${dueAt}${assignee ? `, ${assignee}` : ''})`;
}

function describeDone({ description, completedBy }: CatchUp['doneTasks'][number]): string {
	return `${description} (${completedBy})`;
}

/** On one line, and with its own quotes escaped. */
function quoted(text: string): string {
	return JSON.stringify(text.replace(/\s+/g, ' ').trim());
}

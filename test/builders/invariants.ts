import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { newConversation, type Conversation } from '../../handover/conversation/conversation';
import { transition, type ConversationEvent } from '../../handover/conversation/transition';
import type { ConversationFile, HandoverEvent } from '../../handover/stores/records';

/** How the tests' bots and contacts write, so that every line says what it belongs to. */
export const textOf = (message: string): string => `text of ${message}`;
export const answerTo = (message: string, epoch: number): string =>
	`answer to ${message} of epoch ${epoch}`;

/** Which message a bot's line answers, and the conversation's epoch when that message was admitted. */
export function answered(text: string): { message: string; epoch: number } | undefined {
	const [, message, epoch] = /^answer to (\S+) of epoch (\d+)$/.exec(text) ?? [];
	return message === undefined ? undefined : { message, epoch: Number(epoch) };
}

/** A bot's line, and the conversation as the store had it just before the line was written. */
export function brokenByLine(
	text: string,
	before: Pick<Conversation, 'owner' | 'epoch'> | undefined,
): string[] {
	const answer = answered(text);
	if (!answer) return [];
	const broken: string[] = [];
	if (before?.owner !== 'bot') broken.push('the bot spoke while it was not its turn');
	if (before?.epoch !== answer.epoch) broken.push('a stale answer went out');
	return broken;
}

/** What is broken of that which must hold of a conversation at any moment. */
export function brokenNow(file: ConversationFile): string[] {
	const { handovers, transcript, tasks, notifications } = file;
	const broken = new Set<string>();
	if (handovers.filter(({ endedAt }) => endedAt === null).length > 1) {
		broken.add('two open handovers');
	}
	const lines = transcript.map(({ text }) => answered(text)?.message ?? text);
	if (hasTwins(lines.filter((line) => line !== DEFAULT_CLOSING_MESSAGE))) {
		broken.add('something was written twice');
	}
	// One that was handed back may be handed over again, and each handover closes with its own.
	const closed = handovers.filter(({ actions }) =>
		actions.some(({ kind, status }) => kind === 'sendClosingMessage' && status === 'done'),
	);
	if (lines.filter((line) => line === DEFAULT_CLOSING_MESSAGE).length !== closed.length) {
		broken.add('a closing message was sent twice, or got lost');
	}
	for (const { id, actions } of handovers) {
		const own = <T extends { handoverId: string }>(rows: T[]) =>
			rows.filter(({ handoverId }) => handoverId === id);
		if (own(tasks).length > 1) broken.add('two tasks');
		if (hasTwins(own(notifications).map(({ reason }) => reason))) broken.add('told twice');
		if (actions.some(({ attempts }) => attempts > 1)) broken.add('an action was done twice');
	}
	for (const [index, { text }] of transcript.entries()) {
		const answer = answered(text);
		if (!answer) continue;
		const asked = transcript.findIndex((line) => line.text === textOf(answer.message));
		if (transcript.slice(asked + 1, index).some(({ author }) => author === 'human')) {
			broken.add('the bot answered after a human had');
		}
	}
	if (!isWhatHappened(file)) broken.add('the events tell another story');
	return [...broken];
}

/** What is broken when everybody has come to an end. `messages` were admitted. */
export function brokenAtTheEnd(file: ConversationFile, messages: Iterable<string>): string[] {
	const texts = new Set(file.transcript.map(({ text }) => text));
	const lost = [...messages].filter((message) => !texts.has(textOf(message)));
	const broken = lost.map((message) => `${message} was lost`);
	if (file.conversation.openTurns.length > 0) broken.push('a turn stayed open');
	if (file.conversation.burst) broken.push('a burst stayed open');
	return broken;
}

function hasTwins(values: string[]): boolean {
	return new Set(values).size !== values.length;
}

/** Played through the state machine, the events must lead to the state that the store has. */
function isWhatHappened({ conversation, events }: ConversationFile): boolean {
	const told = events.flatMap((event) => changeOf(event) ?? []);
	const { owner, epoch, openHandoverId, assignee, pause, lastHumanReplyAt } = told.reduce(
		transition,
		newConversation(conversation, 0),
	);
	return (
		owner === conversation.owner &&
		epoch === conversation.epoch &&
		openHandoverId === conversation.openHandoverId &&
		assignee === conversation.assignee &&
		pause?.until === conversation.pause?.until &&
		lastHumanReplyAt === conversation.lastHumanReplyAt
	);
}

function changeOf({ type, at, handoverId, data }: HandoverEvent): ConversationEvent | undefined {
	switch (type) {
		case 'handover.requested':
			return { type, at, handoverId: handoverId! };
		case 'conversation.assigned':
			return { type, at, staffId: String(data['staffId']) };
		case 'human.replied':
			return { type, at, staffId: data['staffId'] as string | null };
		case 'bot.paused':
			return { type, at, until: data['until'] as number | null };
		case 'bot.resumed':
			return data['reason'] === 'pauseEnded'
				? { type: 'pause.ended', at }
				: { type: 'conversation.handedBack', at };
		case 'conversation.closed':
			return { type, at };
		case 'conversation.reopened':
			return { type: 'contact.wrote', at };
		default:
			return undefined;
	}
}

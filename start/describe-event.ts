import type { SkipReason } from '../handover/conversation/handover';
import type { ConversationFile, HandoverEvent } from '../handover/stores/records';
import { printable } from './printable';

/** What an event's line draws on beside the event, as far as it is known. */
export interface EventContext {
	/** The conversation as it is now. */
	file: ConversationFile | undefined;
	/** By staff member's id. */
	staffNames: Record<string, string>;
}

type Describe = (event: HandoverEvent, context: EventContext) => string | null;

/**
 * One line for a person at the terminal: `14:02:11  demo-1  assigned to Ana`. Null for what another
 * event says better. It never holds what a contact wrote.
 */
export function describeEvent(event: HandoverEvent, context: EventContext): string | null {
	const what = DESCRIPTIONS[event.type](event, context);
	if (what === null) return null;
	return `${timeOfDay(event.at)}  ${printable(event.conversationId)}  ${printable(what)}`;
}

const DESCRIPTIONS: Record<HandoverEvent['type'], Describe> = {
	'handover.requested': ({ data }) => `handover requested: ${data.scenario}`,
	'handover.ended': () => 'handover ended',
	'action.done': (event, context) => DONE[String(event.data.action)]?.(event, context) ?? null,
	'action.failed': ({ data }) => `${words(data.action)} failed: ${data.code}`,
	'action.skipped': ({ data }) => `${words(data.action)} skipped`,
	'conversation.assigned': ({ data }, { staffNames }) =>
		`assigned to ${name(data.staffId, staffNames)}`,
	'conversation.unassigned': ({ data }, { staffNames }) =>
		`${name(data.staffId, staffNames)} has it no more`,
	'conversation.closed': () => 'conversation closed',
	'conversation.reopened': () => 'the contact wrote again: conversation reopened',
	'human.replied': ({ data }, { staffNames }) => `${name(data.staffId, staffNames)} replied`,
	'bot.paused': ({ data }) =>
		data.until === null
			? 'bot paused until it is resumed'
			: `bot paused until ${dateAndTime(Number(data.until))}`,
	'bot.resumed': ({ data }) => RESUMED[String(data.reason)] ?? 'the bot answers again',
	'answer.dropped': ({ data }) =>
		`the bot's answer was held back: ${data.takenUp === true ? 'a later run answers' : 'a human has the conversation'}`,
	'staff.skipped': ({ data }, { staffNames }) =>
		`${name(data.staffId, staffNames)} passed over: ${SKIPPED[data.reason as SkipReason]}`,
	'handover.accepted': ({ data }, { staffNames }) =>
		`${name(data.staffId, staffNames)} has accepted`,
	'handover.unowned': ({ data }) => `nobody has the conversation: ${people(data.alerted)} told`,
	'attempt.failed': ({ data }) => `failed attempt ${data.failedAttempts} of ${data.threshold}`,
	'task.completed': ({ data }, { staffNames }) =>
		typeof data.staffId === 'string'
			? `${name(data.staffId, staffNames)} has done the task`
			: data.reason === 'closed'
				? 'task done, for the conversation was closed'
				: 'task done',
	'task.due': ({ data }, { staffNames }) =>
		data.assignee === null
			? 'task due, and nobody has it'
			: `${name(data.assignee, staffNames)}'s task is due`,
	'delivery.done': ({ data }) => `${words(data.kind)} delivered`,
	'delivery.failed': ({ data }) =>
		`${words(data.kind)} not delivered: ${data.code}, try ${data.attempts}`,
	'delivery.dead': ({ data }) => `${words(data.kind)} given up: ${data.code}`,
	'delivery.replayed': ({ data }) => `${words(data.kind)} to be delivered once more`,
	'delivery.dropped': ({ data }) => `${words(data.kind)} dropped: nobody needs it any more`,
	'turn.left': ({ data, handoverId }) =>
		handoverId === null
			? `not answered or not confirmed: the message comes back (${data.raised})`
			: `not answered or not confirmed, though the message came back ${data.raised} times: a human is called`,
	'turn.unconfirmed': ({ data }) =>
		`handed over, and the flow has not confirmed it: ${people(data.alerted)} told`,
};

/** The actions that have no event of their own. */
const DONE: Record<string, Describe> = {
	createTask({ handoverId }, { file, staffNames }) {
		const task = file?.tasks.find((one) => one.handoverId === handoverId);
		if (!task) return 'task created';
		const owner = task.assignee ? ` for ${name(task.assignee, staffNames)}` : '';
		return `task created${owner}, due ${dateAndTime(task.dueAt)}`;
	},
	sendClosingMessage: () => 'closing message sent',
	addTags(event, { file }) {
		const added = file?.handovers
			.find(({ id }) => id === event.handoverId)
			?.actions.find(({ kind }) => kind === 'addTags')?.result?.added;
		return Array.isArray(added) && added.length ? `tags added: ${added.join(', ')}` : 'tags added';
	},
	notifyStaff({ handoverId }, { file, staffNames }) {
		const sent = file?.notifications.filter((one) => one.handoverId === handoverId) ?? [];
		const names = new Set(sent.map(({ staffId }) => name(staffId, staffNames)));
		return `notified: ${[...names].join(', ') || 'staff'}`;
	},
};

const SKIPPED: Record<SkipReason, string> = {
	unknown: 'not in the roster',
	disabled: 'disabled',
	offline: 'offline',
	outsideHours: 'outside working hours',
	atCapacity: 'has enough conversations',
	deskRefused: 'refused by the desk',
	notAccepted: 'did not accept in time',
};

const RESUMED: Record<string, string> = {
	pauseEnded: 'the pause is over: the bot answers again',
	resumed: 'bot resumed',
	handedBack: 'handed back to the bot',
};

function name(staffId: unknown, staffNames: Record<string, string>): string {
	if (typeof staffId !== 'string') return 'a staff member';
	return staffNames[staffId] ?? staffId;
}

function people(count: unknown): string {
	return `${count || 'no'} ${count === 1 ? 'person' : 'people'}`;
}

/** `createTask` becomes `create task`. */
function words(action: unknown): string {
	return String(action).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function timeOfDay(at: number): string {
	return new Date(at).toTimeString().slice(0, 8);
}

function dateAndTime(at: number): string {
	const date = new Date(at);
	const day = `${date.getDate()}`.padStart(2, '0');
	const month = date.toLocaleString('en', { month: 'short' });
	return `${day} ${month} ${date.toTimeString().slice(0, 5)}`;
}

import { el, written } from './el.js';

const OWNERS = {
	bot: ['The bot', 'good'],
	waiting: ['Nobody yet: waiting for the team', 'warn'],
	human: ['A human', 'warn'],
	closed: ['Nobody: closed', undefined],
};
const MOODS = { done: 'good', failed: 'bad', skipped: 'warn', pending: 'warn' };
const SOURCES = {
	contactMessage: "In the contact's message",
	botDraft: "In the bot's draft answer",
	earlierTurn: 'In an earlier turn',
	counter: 'By the Failure Counter',
	flow: 'By the flow',
};
const REASONS = {
	conversationAssigned: 'conversation assigned',
	taskAssigned: 'task assigned',
	nobodyAvailable: 'nobody can take it',
	turnUnconfirmed: 'not confirmed by the flow',
};
const SKIPPED = {
	unknown: 'not in the roster',
	disabled: 'disabled',
	offline: 'offline',
	outsideHours: 'outside working hours',
	atCapacity: 'has enough conversations',
	deskRefused: 'refused by the desk',
	notAccepted: 'did not accept in time',
};
/** Where the editor has the flow by which staff act. */
const OPERATIONS = {
	'Node-RED': 'Import > Examples in the editor',
	n8n: 'flows/n8n/conversation-operations.json',
};
const NO_HANDOVER = 'No handover yet. Ask for a human, or let the bot fail twice.';

/** Shows the conversation as a staff member would want it; `view` is undefined before it exists. */
export function showPanel(panel, { conversationId, view, platform, staffName }) {
	panel.replaceChildren(
		...(view?.conversation
			? [facts(view, staffName), ...handover(view, staffName), ...staffsPart(view, platform)]
			: [el('p', { class: 'quiet' }, `Nothing yet. This conversation will be ${conversationId}.`)]),
	);
}

export function formatTime(iso) {
	return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
		new Date(iso),
	);
}

/** `failedToResolveIssue` becomes `Failed to resolve issue`; a builder's own name stays as it is. */
export function spellOut(name) {
	if (!/^[a-z]+([A-Z][a-z]+)*$/.test(name)) return name;
	const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
	return words[0].toUpperCase() + words.slice(1);
}

function facts({ conversation, handover: found }, staffName) {
	const [answers, mood] = OWNERS[conversation.owner] ?? [conversation.owner];
	const paused = conversation.pausedUntil
		? formatTime(conversation.pausedUntil)
		: conversation.owner === 'human'
			? 'until resumed'
			: 'no';
	const rows = [
		['Conversation', conversation.conversationId],
		['Who answers', el('span', { class: 'badge', 'data-mood': mood }, answers)],
		['Assignee', conversation.assignee ? staffName(conversation.assignee) : 'nobody'],
		['Bot paused', paused],
		['Failed attempts', String(conversation.failedAttempts)],
		['Tags', tags(conversation.tags)],
		['Scenario', found ? spellOut(found.scenario) : 'none'],
	];
	return el(
		'dl',
		{ class: 'facts' },
		...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', { dir: 'auto' }, value)]),
	);
}

function tags(names) {
	if (!names.length) return 'none';
	return el('span', {}, ...names.map((name) => written(name, { class: 'tag' })));
}

function handover({ handover: found, tasks, notifications }, staffName) {
	if (!found) return [el('p', { class: 'quiet' }, NO_HANDOVER)];
	return [
		part('Why', found.evidence.map(evidence)),
		part('Actions', found.actions.map(action), 'list actions'),
		...passedOver(found.staffing.tried, staffName),
		part(
			'Tasks',
			tasks.map(({ description, dueAt, assignee, status }) =>
				el(
					'li',
					{},
					written(description, { class: 'text' }),
					el(
						'span',
						{ class: 'quiet' },
						assignee ? written(staffName(assignee)) : 'nobody',
						`, due ${formatTime(dueAt)}, ${status}`,
					),
				),
			),
		),
		part(
			'Notifications',
			notifications.map(({ staffId, reason, at }) =>
				el(
					'li',
					{},
					written(staffName(staffId)),
					`: ${REASONS[reason] ?? reason}, ${formatTime(at)}`,
				),
			),
		),
	];
}

/** This page plays the contact. */
function staffsPart({ conversation: { owner } }, platform) {
	if (owner !== 'waiting' && owner !== 'human') return [];
	const where = OPERATIONS[platform];
	const text = `Staff accept, reply, hand back and close by the flow conversation-operations${where ? ` (${where})` : ''}, beside this one. Its description says how.`;
	return [el('div', {}, el('h3', {}, "The human's part"), el('p', { class: 'quiet' }, text))];
}

function passedOver(tried, staffName) {
	if (!tried.length) return [];
	const line = ({ staffId, reason }) =>
		el('li', {}, written(staffName(staffId)), `: ${SKIPPED[reason] ?? reason}`);
	return [part('Passed over', tried.map(line))];
}

function evidence({ source, rule, text }) {
	return el(
		'li',
		{},
		`${SOURCES[source] ?? source}: `,
		text ? written(`“${text}”`) : rule,
		text ? el('span', { class: 'quiet' }, rule) : null,
	);
}

function action({ kind, status, error }) {
	return el(
		'li',
		{},
		spellOut(kind),
		el('span', { 'data-mood': MOODS[status] }, status),
		error ? el('span', { class: 'quiet' }, error.message) : null,
	);
}

function part(title, items, list = 'list') {
	return el(
		'div',
		{},
		el('h3', {}, title),
		items.length ? el('ul', { class: list }, ...items) : el('p', { class: 'quiet' }, 'none'),
	);
}

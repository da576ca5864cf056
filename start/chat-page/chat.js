import { readAbout, readConversation, sendMessage } from './api.js';
import { el } from './el.js';
import { showLines } from './lines.js';
import { formatTime, showPanel } from './panel.js';
import { tooLong } from './too-long.js';

const SUGGESTIONS = [
	'Can I talk to a human?',
	'How long does shipping take?',
	"That didn't help, I asked something else",
];
const ID = 'human-handover.conversation';
const DRAFT = 'human-handover.draft';

const byId = (id) => document.getElementById(id);
const page = Object.fromEntries(
	[
		'about',
		'again',
		'empty',
		'form',
		'length-status',
		'lines',
		'note',
		'panel',
		'panel-error',
		'scroll',
		'suggestions',
		'text',
		'too-long',
	].map((id) => [id, byId(id)]),
);

const known = localStorage.getItem(ID);
const state = {
	conversationId: known ?? newId(),
	view: undefined,
	/** Messages without an answer so far, in the order they were written. */
	outbox: [],
	sending: false,
	staff: {},
	/** Undefined until the server has said so. */
	platform: undefined,
	longestText: undefined,
};
let changes;

function newId() {
	const id = `demo-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
	localStorage.setItem(ID, id);
	return id;
}

const staffName = (id) => state.staff[id] ?? id;

function show() {
	const atEnd = page.scroll.scrollHeight - page.scroll.scrollTop - page.scroll.clientHeight < 80;
	const lines = [...(state.view?.transcript ?? []), ...state.outbox];
	if (state.sending) lines.push({ author: 'typing', text: '…' });
	showLines(page.lines, lines, staffName);
	showPanel(page.panel, { ...state, staffName });
	page.empty.hidden = lines.length > 0;
	page.note.textContent = state.sending ? '' : silence(state.view?.conversation);
	page.again.hidden = page.note.textContent === '';
	if (atEnd) page.scroll.scrollTop = page.scroll.scrollHeight;
}

/** Why the bot says nothing; empty while it answers. */
function silence(conversation) {
	if (!conversation || conversation.owner === 'bot') return '';
	if (conversation.owner === 'closed')
		return 'This conversation is closed. Writing again opens it.';
	const who =
		conversation.owner === 'human' && conversation.assignee
			? `${staffName(conversation.assignee)} has this conversation now.`
			: 'Someone from the team will take this conversation.';
	const until = conversation.pausedUntil ? ` until ${formatTime(conversation.pausedUntil)}` : '';
	return `${who} The bot stays silent${until}.`;
}

function failPanel(error) {
	page['panel-error'].hidden = !error;
	page['panel-error'].textContent = error ? `This cannot be read: ${error.message}` : '';
}

async function refresh() {
	const id = state.conversationId;
	try {
		const view = await readConversation(id);
		if (id !== state.conversationId) return;
		state.view = view;
		if (view?.conversation.assignee && !state.staff[view.conversation.assignee]) await readNames();
		failPanel(undefined);
	} catch (error) {
		failPanel(error);
	}
	show();
}

async function readNames() {
	const { platform, editorUrl, staff, longestText } = await readAbout();
	Object.assign(state, { platform, staff, longestText });
	showLength();
	page.about.replaceChildren(`on ${platform} · `, el('a', { href: editorUrl }, 'open the editor'));
}

function write(text) {
	state.outbox.push({ author: 'contact', text, messageId: crypto.randomUUID(), state: 'sending' });
	page.scroll.scrollTop = page.scroll.scrollHeight;
	void empty();
}

/** Sends what waits, one by one: a bot answers in the order of the messages. */
async function empty() {
	if (state.sending) return show();
	state.sending = true;
	for (let next = nextToSend(); next; next = nextToSend()) {
		show();
		await send(next);
	}
	state.sending = false;
	show();
}

const nextToSend = () => state.outbox.find((line) => line.state === 'sending');

async function send(line) {
	const { conversationId } = state;
	const { text, messageId } = line;
	const contact = { language: navigator.language };
	try {
		const answer = await sendMessage({ conversationId, messageId, text, contact });
		if (conversationId !== state.conversationId) return;
		const said = [{ author: 'contact', text }];
		if (answer.reply) said.push({ author: 'bot', text: answer.reply });
		state.view = { ...state.view, transcript: [...(state.view?.transcript ?? []), ...said] };
		state.outbox.splice(state.outbox.indexOf(line), 1);
		await refresh();
	} catch (error) {
		// The same messageId goes out again: if it did arrive, it is not handled twice.
		line.state = 'failed';
		line.failure = error.message;
		line.retry = () => {
			line.state = 'sending';
			line.failure = undefined;
			page.text.focus();
			void empty();
		};
	}
}

function watch() {
	changes?.close();
	changes = new EventSource(`/api/changes?${new URLSearchParams({ id: state.conversationId })}`);
	let timer;
	changes.onmessage = () => {
		clearTimeout(timer);
		timer = setTimeout(() => state.sending || refresh(), 200);
	};
}

/** The flow would refuse it: said while it is written, so that nothing is lost by sending it. */
function showLength() {
	const problem = tooLong(page.text.value.trim(), state.longestText);
	page['too-long'].textContent = problem;
	const status = problem && 'This message is too long.';
	// Said once: the figure changes with each key, and describes the field.
	if (page['length-status'].textContent !== status) page['length-status'].textContent = status;
	page.text.setAttribute('aria-invalid', String(problem !== ''));
}

function keepDraft() {
	try {
		localStorage.setItem(DRAFT, page.text.value);
	} catch {
		// More than the browser keeps: then nothing is there after a reload, and no older draft either.
		localStorage.removeItem(DRAFT);
	}
}

function submit() {
	const text = page.text.value.trim();
	if (tooLong(text, state.longestText)) return page.text.focus();
	page.text.value = '';
	localStorage.removeItem(DRAFT);
	page.text.focus();
	if (text) write(text);
}

page.form.addEventListener('submit', (event) => {
	event.preventDefault();
	submit();
});
page.text.addEventListener('keydown', (event) => {
	if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
	event.preventDefault();
	submit();
});
page.text.addEventListener('input', () => {
	showLength();
	keepDraft();
});
function begin() {
	Object.assign(state, { conversationId: newId(), view: undefined, outbox: [] });
	failPanel(undefined);
	watch();
	show();
	page.text.focus();
}
for (const button of document.querySelectorAll('.new-conversation')) {
	button.addEventListener('click', begin);
}
for (const text of SUGGESTIONS) {
	const choose = () => {
		write(text);
		page.text.focus();
	};
	page.suggestions.append(el('li', {}, el('button', { type: 'button', onclick: choose }, text)));
}

page.text.value = localStorage.getItem(DRAFT) ?? '';
watch();
show();
readNames().catch(failPanel);
if (known) void refresh();

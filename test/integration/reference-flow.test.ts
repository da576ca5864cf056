import { MAX_TEXT_LENGTH } from '../../handover/conversation/inbound-message';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import type { ConversationView } from '../../handover/operations/conversation-view';
import {
	getConversation,
	postMessage,
	readConversation,
	sendMessage,
	type MessageAnswer,
} from '../../start/reference-flow-client';
import { CONVERSATIONS, type ConversationCase, type Outcome, type Said } from './conversations';
import { BOOT_PATIENCE, PLATFORMS, startTestPlatform, type TestPlatform } from './with-platform';

// A turn is several executions of n8n on a busy machine.
jest.setTimeout(60_000);

const HANDOVERS: Outcome[] = ['contactRequest', 'lackOfInformation', 'failedToResolveIssue'];
const STAFF = ['Ana', 'Ben', 'Chloe'];

interface Played {
	answers: MessageAnswer[];
	view: ConversationView;
}

/** What each platform made of the table, to be compared at the end. */
const played = new Map<string, Map<string, Played>>();

describe.each(PLATFORMS)('the reference flow on %s', (name) => {
	let platform: TestPlatform;
	const api = () => platform.running.apiUrl;
	const results = new Map<string, Played>();

	beforeAll(async () => {
		platform = await startTestPlatform(name);
		played.set(name, results);
		await playTable();
	}, BOOT_PATIENCE);
	afterAll(async () => await platform?.dispose(), 60_000);

	/** All conversations at once, turn by turn, with a restart after the second round. */
	async function playTable(): Promise<void> {
		const answers = new Map<string, MessageAnswer[]>(CONVERSATIONS.map((one) => [one.name, []]));
		const rounds = Math.max(...CONVERSATIONS.map(({ turns }) => turns.length));
		for (let round = 0; round < rounds; round++) {
			if (round === 2) await platform.restart('stop');
			for (const one of CONVERSATIONS) {
				const turn = one.turns[round];
				if (turn) answers.get(one.name)!.push(await say(one, turn));
			}
		}
		for (const one of CONVERSATIONS) {
			const view = await readConversation(api(), idOf(one));
			results.set(one.name, { answers: answers.get(one.name)!, view });
		}
	}

	function say(one: ConversationCase, { text, messageId }: Said): Promise<MessageAnswer> {
		return sendMessage(api(), {
			conversationId: idOf(one),
			text,
			...(messageId ? { messageId } : {}),
			...(one.contact ? { contact: one.contact } : {}),
		});
	}

	test.each(CONVERSATIONS.map((one) => [one.name, one] as const))('%s', (_name, one) => {
		const { answers, view } = results.get(one.name)!;
		one.turns.forEach((turn, index) => {
			const first = one.turns.findIndex(({ messageId }) => messageId === turn.messageId);
			expectOutcome(answers[index]!, turn, answers[first]?.reply ?? null);
		});
		const called = one.turns.some(({ outcome }) => HANDOVERS.includes(outcome));
		if (called) expectWholeHandover(view);
		else expect(view).toMatchObject({ handover: null, tasks: [], notifications: [] });
	});

	test('assigns in turn, over the restart', () => {
		const assignees = [...results.values()]
			.filter(({ view }) => view.handover)
			.sort((a, b) => (a.view.handover!.startedAt < b.view.handover!.startedAt ? -1 : 1))
			.map(({ view }) => view.conversation.assignee);
		const counts = STAFF.map((id) => assignees.filter((one) => one === id).length);
		expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
	});

	test('a burst in one conversation: every message is kept and answered, none twice', async () => {
		const conversationId = `burst-${name}`;
		const texts = [
			'Hello',
			'When are you open?',
			'What is your return policy?',
			'Where is my order?',
		];
		const answers = await Promise.all(
			texts.map((text, index) =>
				sendMessage(api(), { conversationId, text, messageId: `b${index}` }),
			),
		);
		expect(answers.map(({ duplicate, owner }) => [duplicate, owner])).toEqual(
			texts.map(() => [false, 'bot']),
		);
		const { transcript } = await readConversation(api(), conversationId);
		const said = transcript.filter(({ author }) => author === 'contact').map(({ text }) => text);
		expect(said.sort()).toEqual([...texts].sort());
		expect(transcript.filter(({ author }) => author === 'bot')).toHaveLength(texts.length);
	});

	test('a burst of complaints about one answer counts once', async () => {
		const conversationId = `complaints-${name}`;
		await sendMessage(api(), { conversationId, text: 'How long does shipping take?' });
		await Promise.all(
			["That didn't help", 'this is not what I asked', 'no, wrong answer'].map((text) =>
				sendMessage(api(), { conversationId, text }),
			),
		);
		const { conversation } = await readConversation(api(), conversationId);
		expect(conversation.failedAttempts).toBeLessThanOrEqual(2);
		expect(conversation.failedAttempts).toBeGreaterThanOrEqual(1);
	});

	test('the same message five times at once runs once', async () => {
		const message = {
			conversationId: `same-${name}`,
			messageId: 'm',
			text: 'Can I talk to a human?',
		};
		const answers = await Promise.all(Array.from({ length: 5 }, () => sendMessage(api(), message)));
		expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
		// Those that came while it ran have nothing to say, and those that came later say the same.
		const replies = new Set(answers.map(({ reply }) => reply).filter((reply) => reply !== null));
		expect([...replies]).toEqual([DEFAULT_CLOSING_MESSAGE]);
		expectWholeHandover(await readConversation(api(), message.conversationId));
	});

	test('a message that comes again gets the same answer again, until a human has the conversation', async () => {
		const conversationId = `again-${name}`;
		const ask = (messageId: string, text: string) =>
			sendMessage(api(), { conversationId, messageId, text });
		const asked = ['m1', 'How long does shipping take?'] as const;
		const next = ['m2', 'When are you open?'] as const;
		const first = await ask(...asked);
		const second = await ask(...next);
		for (const _time of [1, 2]) {
			expect(await ask(...asked)).toEqual({ ...first, duplicate: true });
			expect(await ask(...next)).toEqual({ ...second, duplicate: true });
		}
		const call = ['m3', 'Can I talk to a human?'] as const;
		const closing = await ask(...call);
		expect(closing.reply).toBe(DEFAULT_CLOSING_MESSAGE);
		expect(await ask(...call)).toEqual({ ...closing, duplicate: true });
		expect(await ask(...asked)).toMatchObject({ reply: null, duplicate: true, owner: 'human' });
		const { transcript } = await readConversation(api(), conversationId);
		expect(transcript).toHaveLength(6);
	});

	test('two requests for a human at once are one handover', async () => {
		const conversationId = `double-${name}`;
		const texts = ['Can I talk to a human?', 'I want a real person'];
		const answers = await Promise.all(
			texts.map((text) => sendMessage(api(), { conversationId, text })),
		);
		expect(new Set(answers.map(({ handoverId }) => handoverId)).size).toBe(1);
		expect(answers.filter(({ reply }) => reply === DEFAULT_CLOSING_MESSAGE)).toHaveLength(1);
		expectWholeHandover(await readConversation(api(), conversationId));
	});

	test('two bots keep conversations of the same id apart', async () => {
		const conversationId = `bots-${name}`;
		await sendMessage(api(), { botId: 'one', conversationId, text: 'Can I talk to a human?' });
		const other = await sendMessage(api(), { botId: 'two', conversationId, text: 'Hello' });
		expect(other.owner).toBe('bot');
		expect((await readConversation(api(), conversationId, 'one')).conversation.owner).toBe('human');
	});

	test.each<[string, unknown, string]>([
		['no conversationId', { text: 'secret' }, 'CONVERSATION_ID_MISSING'],
		['a blank conversationId', { conversationId: '  ', text: 'secret' }, 'CONVERSATION_ID_MISSING'],
		['no text', { conversationId: 'bad' }, 'TEXT_MISSING'],
		['an empty text', { conversationId: 'bad', text: '' }, 'TEXT_MISSING'],
		['a number for a text', { conversationId: 'bad', text: 42 }, 'TEXT_NOT_A_STRING'],
		['a list for a text', { conversationId: 'bad', text: ['secret'] }, 'TEXT_NOT_A_STRING'],
		[
			'a text that is too long',
			{ conversationId: 'bad', text: 'secret'.repeat(MAX_TEXT_LENGTH) },
			'TEXT_TOO_LONG',
		],
		['a megabyte', { conversationId: 'bad', text: 'x'.repeat(1_000_000) }, 'TEXT_TOO_LONG'],
		['a NUL', { conversationId: 'bad', text: 'secret\0' }, 'TEXT_INVALID'],
		['half a surrogate pair', { conversationId: 'bad', text: 'secret\ud800' }, 'TEXT_INVALID'],
		[
			'an object for a name',
			{ conversationId: 'bad', text: 'hi', contact: { name: { secret: 1 } } },
			'CONTACT_INVALID',
		],
		[
			'an object for a messageId',
			{ conversationId: 'bad', text: 'hi', messageId: {} },
			'MESSAGE_ID_INVALID',
		],
	])('%s is answered 400, and nothing is written', async (_case, message, code) => {
		const { status, body } = await postMessage(api(), message);
		expect({ status, code: (body as { code: string }).code }).toEqual({ status: 400, code });
		expect(JSON.stringify(body)).not.toContain('secret');
		expect(Object.keys(body).sort()).toEqual(['code', 'message']);
		expect((await getConversation(api(), 'bad')).status).toBe(404);
	});

	test('an unknown conversation is answered 404, one without an id 400', async () => {
		const unknown = await getConversation(api(), 'nobody');
		expect(unknown).toMatchObject({ status: 404, body: { code: 'CONVERSATION_UNKNOWN' } });
		const blank = await getConversation(api(), ' ');
		expect(blank).toMatchObject({ status: 400, body: { code: 'CONVERSATION_ID_MISSING' } });
	});
});

test('both platforms come to the same', () => {
	const [first, second] = PLATFORMS.map((name) =>
		[...played.get(name)!].map(([one, { answers, view }]) => ({
			one,
			answers: answers.map(({ handoverId, ...answer }) => ({
				...answer,
				called: handoverId !== null,
			})),
			tags: view.conversation.tags,
			scenario: view.handover?.scenario,
			evidence: view.handover?.evidence,
			actions: view.handover?.actions.map(({ kind, status, attempts }) => [kind, status, attempts]),
			tasks: view.tasks.map(({ description, status }) => [description, status]),
			transcript: view.transcript.map(({ author, text }) => [author, text]),
		})),
	);
	expect(second).toEqual(first);
});

function idOf(one: ConversationCase): string {
	return one.name.replace(/\W+/g, '-');
}

/** @param before what the message was answered with when it was here before */
function expectOutcome(answer: MessageAnswer, turn: Said, before: string | null): void {
	const { text, outcome } = turn;
	const called = HANDOVERS.includes(outcome);
	expect({ text, duplicate: answer.duplicate }).toEqual({
		text,
		duplicate: outcome === 'duplicate',
	});
	if (outcome === 'answer') {
		expect({ text, scenario: answer.scenario, owner: answer.owner }).toEqual({
			text,
			scenario: null,
			owner: 'bot',
		});
		expect(answer.reply).toMatch(turn.says ?? /\w/);
	} else if (called) {
		expect({ text, scenario: answer.scenario }).toEqual({ text, scenario: outcome });
		expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' });
		expect(answer.handoverId).toEqual(expect.any(String));
	} else if (outcome === 'duplicate') {
		expect(answer.reply).toBe(before);
		expect(answer.reply).not.toBeNull();
	} else {
		expect(answer).toMatchObject({ reply: null, owner: 'human' });
	}
	if (turn.failedAttempts !== undefined) {
		expect({ text, failed: answer.failedAttempts }).toEqual({ text, failed: turn.failedAttempts });
	}
}

/** All six actions, each exactly once. */
function expectWholeHandover(view: ConversationView): void {
	const { conversation, handover, tasks, notifications, transcript } = view;
	expect(handover?.actions.map(({ status, attempts }) => [status, attempts])).toEqual(
		Array.from({ length: 6 }, () => ['done', 1]),
	);
	expect(STAFF).toContain(conversation.assignee);
	expect(conversation).toMatchObject({ owner: 'human', tags: ['human_handover'] });
	const day = 24 * 3_600_000;
	const startedAt = Date.parse(handover!.startedAt);
	expect(tasks).toMatchObject([
		{
			assignee: conversation.assignee,
			status: 'open',
			dueAt: new Date(startedAt + day).toISOString(),
		},
	]);
	expect(Math.abs(Date.parse(conversation.pausedUntil!) - startedAt - day)).toBeLessThan(30_000);
	expect(notifications.map(({ staffId, reason }) => [staffId, reason])).toEqual([
		[conversation.assignee, 'conversationAssigned'],
		[conversation.assignee, 'taskAssigned'],
	]);
	const closing = transcript.filter(({ text }) => text === DEFAULT_CLOSING_MESSAGE);
	expect(closing).toHaveLength(1);
}

import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { getConversation, readConversation, sendMessage } from '../../start/reference-flow-client';
import { listenForEvents, type EventListener } from './event-listener';
import { postTo, startStaffFlows } from './flows/staff-flows';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(90_000);

const ASKS = 'Can I talk to a human?';
const KEY = 'of the staff';
/** Six seconds, in minutes. */
const SOON = 0.1;

interface Call {
	operation: string;
	body?: object;
	status?: number;
	answer: object;
}

const unknown = { code: 'CONVERSATION_UNKNOWN', message: expect.any(String) };
const refused = (code: string) => ({ code, message: expect.any(String) });

/** Of a conversation that Ana, Ben or Chloe has, who is called Ana here. */
const CALLS: Call[] = [
	{ operation: 'accept', body: { staffId: 'Zoe' }, status: 400, answer: refused('STAFF_UNKNOWN') },
	{ operation: 'accept', answer: { owner: 'human', assignee: 'Ana' } },
	{ operation: 'accept', body: { staffId: 'Ben' }, status: 409, answer: refused('HANDOVER_TAKEN') },
	{
		operation: 'recordHumanReply',
		body: { text: 'Hi, this is Ana.', messageId: 'r-1', staffId: 'Ana' },
		answer: { owner: 'human', assignee: 'Ana' },
	},
	{
		operation: 'recordHumanReply',
		body: { text: 'Hi, this is Ana.', messageId: 'r-1', staffId: 'Ana' },
		answer: { owner: 'human', assignee: 'Ana' },
	},
	{ operation: 'recordHumanReply', status: 400, answer: refused('TEXT_MISSING') },
	{
		operation: 'completeTasks',
		body: { which: 'one', taskId: 'x' },
		status: 404,
		answer: refused('TASK_UNKNOWN'),
	},
	{
		operation: 'completeTasks',
		body: { which: 'one', task_id: 'x' },
		status: 404,
		answer: refused('TASK_UNKNOWN'),
	},
	{ operation: 'completeTasks', status: 400, answer: refused('SETTINGS_INVALID') },
	{
		operation: 'completeTasks',
		body: { which: 'allOpen', staffId: 'Ana' },
		answer: { owner: 'human', completed: [expect.any(String)] },
	},
	{
		operation: 'completeTasks',
		body: { which: 'allOpen', staffId: 'Ana' },
		answer: { completed: [] },
	},
	{
		operation: 'get',
		answer: {
			view: {
				conversation: { owner: 'human', assignee: 'Ana' },
				handover: { staffing: { acceptedAt: expect.any(String) } },
				tasks: [{ status: 'done', completedBy: 'Ana', completedAt: expect.any(String) }],
			},
		},
	},
	{ operation: 'replayDeliveries', answer: { replayed: 0 } },
	{ operation: 'handBack', answer: { owner: 'bot', pausedUntil: null } },
	{
		operation: 'accept',
		body: { staffId: 'Ana' },
		status: 409,
		answer: refused('TRANSITION_INVALID'),
	},
	{ operation: 'resume', answer: { owner: 'bot' } },
	{ operation: 'close', answer: { owner: 'closed' } },
	{
		operation: 'setAvailability',
		body: { staffId: 'Ana', available: false },
		answer: { staff: { staffId: 'Ana', available: false } },
	},
	{
		operation: 'setAvailability',
		body: { staffId: 'Ana', available: true },
		answer: { staff: { staffId: 'Ana', available: true } },
	},
	{
		operation: 'setAvailability',
		body: { staffId: 'Ana' },
		status: 400,
		answer: refused('SETTINGS_INVALID'),
	},
	{
		operation: 'setAvailability',
		body: { staffId: 'Zoe', available: true },
		status: 400,
		answer: refused('STAFF_UNKNOWN'),
	},
	{ operation: 'delete', status: 400, answer: refused('SETTINGS_INVALID') },
	{ operation: '', status: 400, answer: refused('SETTINGS_INVALID') },
	{
		operation: 'export',
		answer: {
			export: {
				conversation: { owner: 'closed' },
				handovers: [{ scenario: 'contactRequest' }],
				tasks: [{ status: 'done' }],
			},
		},
	},
	{ operation: 'erase', answer: { erased: true } },
	...['get', 'accept', 'handBack', 'resume', 'close', 'export', 'erase'].map((operation): Call => ({
		operation,
		status: 404,
		answer: unknown,
	})),
	{ operation: 'completeTasks', body: { which: 'allOpen' }, status: 404, answer: unknown },
	{ operation: 'replayDeliveries', status: 404, answer: unknown },
	{ operation: 'recordHumanReply', body: { text: 'Hi' }, status: 404, answer: unknown },
];

describe.each(PLATFORMS)('what staff do on %s', (name) => {
	let platform: TestPlatform;
	let listener: EventListener;
	const api = () => platform.running.apiUrl;
	const operate = async (operation: string, body: object) =>
		await postTo(api(), 'operation', { operation, ...body }, KEY);
	const ask = async (conversationId: string) =>
		await postTo(api(), 'callback', { conversationId, text: 'Please call me back' }, null);
	const accept = async (conversationId: string, staffId: string, key: string | null = KEY) =>
		await postTo(api(), 'accept', { conversationId, staffId }, key);
	const assigneeOf = async (id: string) =>
		(await readConversation(api(), id)).conversation.assignee!;
	const toldOf = (conversationId: string, types: string[]) =>
		listener
			.of(conversationId)
			.filter(({ type }) => types.includes(type))
			.sort((one, other) => one.seq - other.seq);

	beforeAll(async () => {
		listener = await listenForEvents();
		const settings = { key: KEY, acceptWithin: SOON, listener: listener.url };
		platform = await startStaffFlows(name, settings);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await listener?.close();
	}, 60_000);

	test.each([null, '', 'another key'])('nothing is done with the key %j', async (key) => {
		await sendMessage(api(), { conversationId: 'kept', text: 'Hello' });
		const erase = { operation: 'erase', conversationId: 'kept' };
		expect((await postTo(api(), 'operation', erase, key)).status).toBe(403);
		expect((await accept('kept', 'Ana', key)).status).toBe(403);
		expect((await getConversation(api(), 'kept')).status).toBe(200);
	});

	// n8n answers by itself what is not JSON.
	if (name === 'node-red') {
		test.each([
			['operation', KEY, 400, 'SETTINGS_INVALID'],
			['accept', KEY, 400, 'CONVERSATION_ID_MISSING'],
			['callback', null, 400, 'CONVERSATION_ID_MISSING'],
			['operation', 'another key', 403, 'KEY_REFUSED'],
			['accept', null, 403, 'KEY_REFUSED'],
		])(
			'a broken body to %s, with the key %j, is answered %i %s',
			async (path, key, status, code) => {
				const said = await postTo(api(), path, 'SECRETWORD{', key);
				expect(said).toEqual({ status, body: refused(code) });
				expect(JSON.stringify(said)).not.toContain('SECRETWORD');
			},
		);
	}

	test('every operation answers as the table says', async () => {
		await sendMessage(api(), { conversationId: 'life', text: ASKS });
		const first = await assigneeOf('life');
		const named = (text: string) =>
			text
				.replaceAll('"Ben"', first === 'Ben' ? '"Chloe"' : '"Ben"')
				.replaceAll('"Ana"', `"${first}"`);
		const renamed = <T>(body: T): T =>
			body ? (JSON.parse(named(JSON.stringify(body))) as T) : body;
		for (const { operation, body, status = 200, answer } of CALLS) {
			const said = await operate(operation, { conversationId: 'life', ...renamed(body) });
			const shown = JSON.parse(JSON.stringify(said).replaceAll(`"${first}"`, '"Ana"')) as object;
			expect({ operation, ...shown }).toMatchObject({ operation, status, body: answer });
		}
		const types = ['handover.requested', 'handover.ended'];
		await until('begin and end are told', () => toldOf('life', types).length === 2);
		expect(toldOf('life', types).map(({ type }) => type)).toEqual(types);
	});

	test('a task that is done with the conversation is told, and who is away gets no other one', async () => {
		await sendMessage(api(), { conversationId: 'closes', text: ASKS });
		await operate('close', { conversationId: 'closes' });
		const { tasks } = await readConversation(api(), 'closes');
		expect(tasks).toMatchObject([{ status: 'done', completedBy: null }]);
		for (const staffId of ['Ana', 'Ben'])
			await operate('setAvailability', { staffId, available: false });
		await sendMessage(api(), { conversationId: 'away', text: ASKS });
		expect(await assigneeOf('away')).toBe('Chloe');
		for (const staffId of ['Ana', 'Ben'])
			await operate('setAvailability', { staffId, available: true });
	});

	test('who does not accept loses it to the next one, who does: the whole way', async () => {
		const asked = await ask('late');
		// A contact is not told who it is: anybody can ask.
		expect(asked).toEqual({
			status: 200,
			body: { conversationId: 'late', reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' },
		});
		const first = await assigneeOf('late');
		await until('the next one is asked', async () => (await assigneeOf('late')) !== first);
		const second = await assigneeOf('late');

		expect(await accept('late', second)).toMatchObject({
			status: 200,
			body: { conversationId: 'late', owner: 'human' },
		});
		expect(await assigneeOf('late')).toBe(second);
		expect(await accept('late', first)).toMatchObject({
			status: 409,
			body: { code: 'HANDOVER_TAKEN' },
		});
		await new Promise((resolve) => setTimeout(resolve, SOON * 60_000 + 2_000));
		const { conversation, handover, tasks, notifications } = await readConversation(api(), 'late');
		expect(conversation).toMatchObject({ owner: 'human', assignee: second });
		expect(handover?.staffing).toMatchObject({
			tried: [{ staffId: first, reason: 'notAccepted' }],
			acceptedAt: expect.any(String),
			unownedAt: null,
		});
		expect(tasks).toMatchObject([{ status: 'open', assignee: second }]);
		const toldOnes = new Set(notifications.map(({ staffId }) => staffId));
		expect([...toldOnes]).toEqual([first, second]);
		expect(await ask('late')).toEqual({
			status: 200,
			body: { conversationId: 'late', reply: null, owner: 'human' },
		});

		const story = ['conversation.assigned', 'staff.skipped', 'handover.accepted'];
		await until('it is told', () => toldOf('late', story).length >= 4);
		expect(toldOf('late', story).map(({ type, data }) => [type, data['staffId']])).toEqual([
			['conversation.assigned', first],
			['staff.skipped', first],
			['conversation.assigned', second],
			['handover.accepted', second],
		]);

		const reply = { conversationId: 'late', text: 'I will call you.', staffId: second };
		expect(await operate('recordHumanReply', reply)).toMatchObject({ status: 200 });
		expect(
			await operate('completeTasks', {
				conversationId: 'late',
				which: 'allOpen',
				staffId: second,
			}),
		).toMatchObject({ status: 200, body: { completed: [expect.any(String)] } });
		expect((await readConversation(api(), 'late')).tasks).toMatchObject([
			{ status: 'done', completedBy: second },
		]);
	});
});

test(
	'without a key of its own, an imported flow of Node-RED refuses whatever it is sent',
	async () => {
		const settings = { key: null, acceptWithin: SOON, listener: 'http://127.0.0.1:9' };
		const platform = await startStaffFlows('node-red', settings);
		try {
			const { apiUrl } = platform.running;
			await sendMessage(apiUrl, { conversationId: 'kept', text: ASKS });
			const no = { status: 403, body: refused('KEY_REFUSED') };
			for (const key of [null, '', ' ', 'undefined', 'STAFF_KEY', KEY]) {
				const erase = { operation: 'erase', conversationId: 'kept' };
				const accept = { conversationId: 'kept', staffId: 'Ana' };
				const said = [
					await postTo(apiUrl, 'operation', erase, key),
					await postTo(apiUrl, 'accept', accept, key),
				];
				expect({ key, said }).toEqual({ key, said: [no, no] });
			}
			expect((await getConversation(apiUrl, 'kept')).status).toBe(200);
		} finally {
			await platform.dispose();
		}
	},
	BOOT_PATIENCE,
);

import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import type { ConversationView } from '../../handover/operations/conversation-view';
import { DEFAULT_SCENARIOS } from '../../handover/scenarios/default-scenarios';
import type { Scenario } from '../../handover/scenarios/scenario';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import { postMessage, readConversation, sendMessage } from '../../start/reference-flow-client';
import { referenceFlowWith, type Bend } from './flows/bent-flow';
import { startWithFlow } from './flows/with-flow';
import {
	BOOT_PATIENCE,
	PLATFORMS,
	type PlatformUnderTest,
	type TestPlatform,
} from './with-platform';

jest.setTimeout(60_000);

const ASKS = 'Can I talk to a human?';

const contactRequest: Scenario = {
	name: 'contactRequest',
	handoverType: 'contactRequest',
	enabled: true,
	finalMessage: 'Somebody calls you within two hours.',
	tags: ['vip', 'call back'],
	sleepTime: 2,
	sleepTimeUnit: 'hours',
	taskDescription: 'Call the contact.',
};
const custom = (name: string, ...examples: string[]): Scenario => ({
	name,
	handoverType: 'custom',
	enabled: true,
	examples,
});
const refund: Scenario = {
	...custom('Refund', 'I want my money back', 'Please refund my order'),
	finalMessage: 'We look at your refund.',
	tags: ['refund'],
};
/** The built-in three, none of which is ever that likely. */
const unreachable: Scenario[] = DEFAULT_SCENARIOS.map(({ name, handoverType }) => ({
	name,
	handoverType,
	enabled: true,
	threshold: 1,
}));

/** n8n's dialog has no place for a seventh scenario. */
const REFUSED: Record<PlatformUnderTest, { names: string[]; code: string }> = {
	'node-red': { names: ['Refund', 'Complaint', 'Press', 'Legal'], code: 'SCENARIOS_TOO_MANY' },
	n8n: { names: ['Refund', 'refund'], code: 'SCENARIO_INVALID' },
};

const bendsOn = (platform: PlatformUnderTest): Bend[] => [
	{
		name: 'impossible',
		staffId: 'Zoe',
		tags: Array.from({ length: 10_000 }, (_, index) => `tag${index}`).join(','),
		pauseDaysFromContactId: true,
	},
	{ name: 'own', botId: 'shared', scenarios: [contactRequest, refund], tags: 'of the node' },
	{ name: 'other', botId: 'shared', scenarios: [{ ...contactRequest, finalMessage: 'Other.' }] },
	{ name: 'strict', botId: 'strict', scenarios: unreachable },
	{
		name: 'refused',
		botId: 'refused',
		scenarios: REFUSED[platform].names.map((name) => custom(name, `It is ${name}`)),
	},
];

describe.each(PLATFORMS)('settings that cannot be on %s', (name) => {
	let platform: TestPlatform;
	const api = (flow: string) => `${platform.running.apiUrl}/${flow}`;

	beforeAll(async () => {
		platform = await startWithFlow(name, referenceFlowWith(name, bendsOn(name)));
	}, BOOT_PATIENCE);
	afterAll(async () => await platform?.dispose(), 60_000);

	test.each([
		['31 days', '31'],
		['-1 days', '-1'],
		['no time', '0'],
		['no number', 'long'],
	])(
		'a pause of %s, 10,000 tags and an unknown assignee fail alone, and somebody else takes over',
		async (_title, days) => {
			const conversationId = `impossible-${days}`;
			const message = { conversationId, text: ASKS, messageId: 'm', contact: { id: days } };
			const answer = await sendMessage(api('impossible'), message);
			expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' });

			const view = await readConversation(api('impossible'), conversationId);
			expect(outcomes(view)).toEqual({
				assignConversation: ['failed', 'STAFF_UNKNOWN'],
				createTask: ['done', undefined],
				pauseBot: ['failed', 'PAUSE_OUT_OF_RANGE'],
				addTags: ['failed', 'TAGS_TOO_MANY'],
				notifyStaff: ['done', undefined],
				sendClosingMessage: ['done', undefined],
			});
			const { assignee } = view.conversation;
			expect(['Ana', 'Ben', 'Chloe']).toContain(assignee);
			expect(view.conversation).toMatchObject({ owner: 'human', pausedUntil: null, tags: [] });
			expect(view.handover?.staffing.tried).toMatchObject([{ staffId: 'Zoe', reason: 'unknown' }]);
			expect(view.tasks).toMatchObject([{ assignee, status: 'open' }]);
			expect(view.notifications.map(({ staffId, reason }) => [staffId, reason])).toEqual([
				[assignee, 'conversationAssigned'],
				[assignee, 'taskAssigned'],
			]);

			const next = await sendMessage(api('impossible'), { conversationId, text: 'Hello?' });
			expect(next).toMatchObject({ reply: null, owner: 'human' });
		},
	);

	test('a seventh scenario, or a name twice, is refused whole, and other bots do not notice', async () => {
		const ref = { botId: 'refused', conversationId: 'refused' };
		const message = { ...ref, messageId: 'm', text: `${ASKS} It is secret.` };
		for (const _again of [1, 2]) {
			const { status, body } = await postMessage(api('refused'), message);
			expect({ status, body }).toMatchObject({ status: 400, body: { code: REFUSED[name].code } });
			expect(Object.keys(body).sort()).toEqual(['code', 'message']);
			expect(JSON.stringify(body)).not.toContain('secret');
		}
		const store = await openSqliteStore({ path: platform.running.storePath });
		expect(await store.readBotSettings('refused')).toBeUndefined();
		expect((await store.read(ref))?.handovers ?? []).toEqual([]);
		await store.close();

		const other = { conversationId: 'beside-refused', text: ASKS };
		expect(await sendMessage(platform.running.apiUrl, other)).toMatchObject({ owner: 'human' });
	});

	test("a scenario's settings win over the fields of the nodes", async () => {
		const message = { botId: 'shared', conversationId: 'own', text: ASKS };
		const answer = await sendMessage(api('own'), message);
		expect(answer).toMatchObject({ reply: contactRequest.finalMessage, owner: 'human' });
		const view = await readConversation(api('own'), 'own', 'shared');
		expect(view.conversation.tags).toEqual(contactRequest.tags);
		expect(view.tasks).toMatchObject([{ description: contactRequest.taskDescription }]);
		const paused =
			Date.parse(view.conversation.pausedUntil!) - Date.parse(view.handover!.startedAt);
		expect(Math.abs(paused - 2 * 3_600_000)).toBeLessThan(30_000);
	});

	test.each([
		['contactRequest', [ASKS], { owner: 'human', scenario: 'contactRequest' }],
		[
			'lackOfInformation',
			['Do you sell gift cards for astronauts?'],
			{ owner: 'human', scenario: 'lackOfInformation' },
		],
		[
			'failedToResolveIssue',
			['How long does shipping take?', "That didn't help, I asked something else"],
			{ owner: 'bot', failedAttempts: 1 },
		],
	])(
		'%s: the same message is left to the bot where the threshold is higher',
		async (name, texts, byDefault) => {
			const lastAnswer = async (url: string, ref: { botId?: string; conversationId: string }) => {
				const answers = [];
				for (const text of texts) answers.push(await sendMessage(url, { ...ref, text }));
				return answers.at(-1)!;
			};
			const ref = { conversationId: `threshold-${name}` };
			expect(await lastAnswer(platform.running.apiUrl, ref)).toMatchObject(byDefault);
			expect(await lastAnswer(api('strict'), { ...ref, botId: 'strict' })).toMatchObject({
				reply: expect.stringMatching(/\w/),
				owner: 'bot',
				scenario: null,
				failedAttempts: 0,
			});
		},
	);

	test('a custom scenario calls a human, and leaves what it does not set to the nodes', async () => {
		const message = { botId: 'shared', conversationId: 'refund', text: 'I want my money back' };
		const answer = await sendMessage(api('own'), message);
		expect(answer).toMatchObject({
			reply: refund.finalMessage,
			owner: 'human',
			scenario: 'Refund',
		});
		const view = await readConversation(api('own'), 'refund', 'shared');
		expect(view.conversation.tags).toEqual(refund.tags);
		const paused =
			Date.parse(view.conversation.pausedUntil!) - Date.parse(view.handover!.startedAt);
		expect(Math.abs(paused - 24 * 3_600_000)).toBeLessThan(30_000);
	});

	test('a second flow with other scenarios for the bot is refused; the first goes on with its own', async () => {
		const first = { botId: 'shared', conversationId: 'first', text: ASKS };
		expect(await sendMessage(api('own'), first)).toMatchObject({
			reply: contactRequest.finalMessage,
		});
		const second = { botId: 'shared', conversationId: 'second', text: `${ASKS} It is secret.` };
		const { status, body } = await postMessage(api('other'), second);
		expect({ status, body }).toMatchObject({ status: 409, body: { code: 'SETTINGS_CONFLICT' } });
		expect(JSON.stringify(body)).not.toContain('secret');
		const third = { botId: 'shared', conversationId: 'third', text: ASKS };
		expect(await sendMessage(api('own'), third)).toMatchObject({
			reply: contactRequest.finalMessage,
		});
	});
});

function outcomes({ handover }: ConversationView) {
	return Object.fromEntries(
		handover!.actions.map(({ kind, status, error }) => [kind, [status, error?.code]]),
	);
}

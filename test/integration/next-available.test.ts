import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import type { ConversationView } from '../../handover/operations/conversation-view';
import { readConversation, sendMessage } from '../../start/reference-flow-client';
import { referenceFlowWith, type Bend } from './flows/bent-flow';
import { startWithFlow } from './flows/with-flow';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

const ASKS = 'Can I talk to a human?';
/** Three seconds, in minutes. */
const SOON = 0.05;

const BENDS: Bend[] = [
	{ name: 'disabled', staffId: 'Dana', staff: [{ name: 'Dana', enabled: false }, { name: 'Eve' }] },
	{ name: 'nobody', staff: [{ name: 'Finn', enabled: false, fallbackContact: true }] },
	{ name: 'slow', acceptWithin: SOON, staff: [{ name: 'Gus' }, { name: 'Hal' }] },
];

describe.each(PLATFORMS)('who takes over when somebody cannot, on %s', (name) => {
	let platform: TestPlatform;
	const api = (flow: string) => `${platform.running.apiUrl}/${flow}`;
	const read = (flow: string) => readConversation(api(flow), flow);
	const ask = (flow: string, text = ASKS) => sendMessage(api(flow), { conversationId: flow, text });

	beforeAll(async () => {
		platform = await startWithFlow(name, referenceFlowWith(name, BENDS));
	}, BOOT_PATIENCE);
	afterAll(async () => await platform?.dispose(), 60_000);

	test('the next one gets conversation and task of a person who is disabled', async () => {
		const answer = await ask('disabled');
		expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' });
		const view = await read('disabled');
		expect(view).toMatchObject({
			conversation: { owner: 'human', assignee: 'Eve' },
			handover: { staffing: { tried: [{ staffId: 'Dana', reason: 'disabled' }] } },
			tasks: [{ assignee: 'Eve' }],
		});
		expect(actionOf(view, 'assignConversation')).toMatchObject({
			status: 'failed',
			error: { code: 'STAFF_UNAVAILABLE' },
			result: { assignee: 'Eve', tried: [{ staffId: 'Dana', reason: 'disabled' }] },
		});
		expect(told(view)).toContainEqual(['Eve', 'conversationAssigned']);
	});

	test('with nobody left it waits unassigned, somebody is told, and the bot is silent', async () => {
		const answer = await ask('nobody');
		expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'waiting' });
		const view = await read('nobody');
		expect(view).toMatchObject({
			conversation: { owner: 'waiting', assignee: null, pausedUntil: expect.any(String) },
			handover: {
				staffing: {
					tried: [{ staffId: 'Finn', reason: 'disabled' }],
					unownedAt: expect.any(String),
				},
			},
			tasks: [{ assignee: null, status: 'open' }],
		});
		expect(told(view)).toEqual([['Finn', 'nobodyAvailable']]);
		const next = await ask('nobody', 'When are you open?');
		expect(next).toMatchObject({ reply: null, owner: 'waiting' });
	});

	test('who does not accept in time loses it to the next one, until nobody is left', async () => {
		await ask('slow');
		const first = (await read('slow')).conversation.assignee;
		const second = first === 'Gus' ? 'Hal' : 'Gus';
		expect(['Gus', 'Hal']).toContain(first);
		await until('the next one has it', async () => {
			return (await read('slow')).conversation.assignee === second;
		});
		const view = await read('slow');
		expect(view.handover?.staffing.tried).toMatchObject([
			{ staffId: first, reason: 'notAccepted' },
		]);
		expect(view.tasks).toMatchObject([{ assignee: second }]);
		expect(told(view)).toContainEqual([second, 'conversationAssigned']);
		await until('nobody has it', async () => {
			return (await read('slow')).conversation.owner === 'waiting';
		});
		const after = await read('slow');
		expect(after.conversation.assignee).toBeNull();
		expect(after.tasks).toMatchObject([{ assignee: null }]);
		expect(told(after).filter(([, reason]) => reason === 'nobodyAvailable')).not.toEqual([]);
		expect(await ask('slow', 'Hello?')).toMatchObject({ reply: null, owner: 'waiting' });
	});

	test('the demo staff take over as ever, whenever it is', async () => {
		const answer = await sendMessage(platform.running.apiUrl, {
			conversationId: 'demo',
			text: ASKS,
		});
		expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' });
	});
});

function actionOf({ handover }: ConversationView, wanted: string) {
	return handover?.actions.find(({ kind }) => kind === wanted);
}

function told({ notifications }: ConversationView): Array<[string, string]> {
	return notifications.map(({ staffId, reason }) => [staffId, reason]);
}

import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { readConversation, sendMessage } from '../../start/reference-flow-client';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { BOOT_PATIENCE, PLATFORMS, startTestPlatform, type TestPlatform } from './with-platform';

/** The packed package in the real platforms, with its conversations in a real Postgres. */
describeWithPostgres('the reference flow on Postgres', () => {
	let server: PostgresServer;
	beforeAll(async () => {
		server = await startPostgres();
	});
	afterAll(async () => await server?.dispose());

	describe.each(PLATFORMS)('on %s', (name) => {
		let url: string;
		let platform: TestPlatform;
		const api = () => platform.running.apiUrl;
		const rows = (table: string) => server.query(url, `SELECT * FROM human_handover.${table}`);

		beforeAll(async () => {
			url = await server.newDatabase();
			platform = await startTestPlatform(name, undefined, { store: url });
		}, BOOT_PATIENCE);
		afterAll(async () => await platform?.dispose(), 60_000);

		test('a request for a human ends with all six actions', async () => {
			const conversationId = 'asks';
			const answer = await sendMessage(api(), { conversationId, text: 'Can I talk to a human?' });
			expect(answer).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' });
			const view = await readConversation(api(), conversationId);
			const actions = [
				'assignConversation',
				'createTask',
				'sendClosingMessage',
				'pauseBot',
				'addTags',
				'notifyStaff',
			];
			expect(view.handover!.actions.map(({ kind, status }) => [kind, status])).toEqual(
				actions.map((kind) => [kind, 'done']),
			);
			const [kept] = await rows('conversations');
			expect(kept).toMatchObject({
				conversation_id: conversationId,
				owner: 'human',
				assignee: view.conversation.assignee,
				paused: true,
				tags: ['human_handover'],
			});
			expect((await rows('actions')).map(({ kind, status }) => [kind, status]).sort()).toEqual(
				actions.map((kind) => [kind, 'done']).sort(),
			);
			expect(await rows('tasks')).toMatchObject([{ assignee: view.conversation.assignee }]);
			expect(await rows('notifications')).toHaveLength(2);
		});

		test(
			'the server may be restarted between two turns, and the platform',
			async () => {
				const conversationId = 'restarted';
				await sendMessage(api(), { conversationId, text: 'How long does shipping take?' });
				await server.stop();
				await server.start();
				const second = await sendMessage(api(), { conversationId, text: "That didn't help" });
				expect(second.failedAttempts).toBe(1);
				await platform.restart('stop');
				const third = await sendMessage(api(), { conversationId, text: 'no, still not it' });
				expect(third).toMatchObject({ scenario: 'failedToResolveIssue', owner: 'human' });
			},
			BOOT_PATIENCE,
		);
	});

	test(
		'two copies of Node-RED share the conversations, and each message is answered once',
		async () => {
			const url = await server.newDatabase();
			const copies = await Promise.all(
				[1, 2].map(() => startTestPlatform('node-red', undefined, { store: url })),
			);
			try {
				const [one, other] = copies.map(({ running }) => running.apiUrl) as [string, string];
				const message = { conversationId: 'c', messageId: 'm', text: 'Can I talk to a human?' };
				const answers = await Promise.all(
					[one, other, one, other].map((api) => sendMessage(api, message)),
				);
				expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
				const view = await readConversation(other, 'c');
				expect(view.handover!.actions.every(({ status }) => status === 'done')).toBe(true);
				expect(view).toEqual(await readConversation(one, 'c'));
				const later = { conversationId: 'c', text: 'Hello?' };
				expect(await sendMessage(other, later)).toMatchObject({ owner: 'human', reply: null });
			} finally {
				await Promise.all(copies.map((copy) => copy.dispose()));
			}
		},
		BOOT_PATIENCE,
	);
});

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../handover/conversation/handover';
import {
	getConversation,
	postMessage,
	readConversation,
	sendMessage,
} from '../../start/reference-flow-client';
import { startWithFlow } from './flows/with-flow';
import { slowDown } from './slow-flow';
import { takeAway } from './take-away';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

const SECRET = 'my number is 4111';
const NO_DATABASE = 'Shopping list: bread, milk, no database at all.\n'.repeat(200);

describe.each(PLATFORMS)('a store that fails under %s', (name) => {
	let platform: TestPlatform;
	const api = () => platform.running.apiUrl;
	const store = () => platform.running.storePath;

	beforeAll(async () => {
		const reference = join(__dirname, `../../flows/${name}/reference.json`);
		platform = await startWithFlow(name, slowDown(name, readFileSync(reference, 'utf8')));
	}, BOOT_PATIENCE);
	afterAll(async () => await platform?.dispose(), 60_000);

	test('deleted while running: refused until it is back, and then the message is answered', async () => {
		await sendMessage(api(), { conversationId: 'deleted', text: 'Hello' });
		const message = {
			conversationId: 'deleted',
			messageId: 'm-1',
			text: `When do you open? ${SECRET}`,
		};
		const away = takeAway(store());
		for (const _again of [1, 2]) await expectRefused(message, 'STORE_DELETED');
		expect(await getConversation(api(), 'deleted')).toMatchObject({ status: 503 });
		// SQLite must not have made a new one in its place.
		expect(existsSync(store())).toBe(false);
		away.putBack();

		const answer = await sendMessage(api(), message);
		expect(answer).toMatchObject({ reply: expect.stringContaining('9 am'), duplicate: false });
		const { transcript } = await readConversation(api(), 'deleted');
		expect(transcript.map(({ author }) => author)).toEqual(['contact', 'bot', 'contact', 'bot']);
	});

	test('deleted in the middle of a handover: the message, sent again, finishes it', async () => {
		const message = {
			conversationId: 'middle',
			messageId: 'm-1',
			text: `Give me a human! ${SECRET}`,
		};
		const cutOff = postMessage(api(), message);
		await until('the first actions are done', async () => (await statuses()).includes('done'));
		const away = takeAway(store());
		const { status, body } = await cutOff;
		expect({ status, body }).toMatchObject({ status: 503, body: { code: 'STORE_DELETED' } });
		expect(JSON.stringify(body)).not.toContain(SECRET);
		away.putBack();
		expect(await statuses()).toContain('pending');

		const answer = await sendMessage(api(), message);
		expect(answer).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			owner: 'human',
			duplicate: false,
		});
		const view = await readConversation(api(), 'middle');
		expect(view.handover?.actions.map(({ status, attempts }) => [status, attempts])).toEqual(
			ACTION_KINDS.map(() => ['done', 1]),
		);
		expect(view.tasks).toHaveLength(1);
		expect(view.transcript.map(({ author }) => author)).toEqual(['contact', 'bot']);
	});

	test(
		'no database in its place: refused and left as it is, until the store is back',
		async () => {
			await platform.running.stop();
			const away = takeAway(store());
			writeFileSync(store(), NO_DATABASE);
			await platform.restart('stop');

			const message = { conversationId: 'deleted', messageId: 'm-2', text: `Hello? ${SECRET}` };
			for (const _again of [1, 2]) await expectRefused(message, 'STORE_NOT_A_DATABASE');
			expect(await getConversation(api(), 'deleted')).toMatchObject({
				status: 503,
				body: { code: 'STORE_NOT_A_DATABASE' },
			});
			expect(readFileSync(store(), 'utf8')).toBe(NO_DATABASE);
			rmSync(store());
			away.putBack();

			expect(await sendMessage(api(), message)).toMatchObject({ owner: 'bot', duplicate: false });
			const { transcript } = await readConversation(api(), 'deleted');
			expect(transcript.filter(({ author }) => author === 'contact')).toHaveLength(3);
		},
		BOOT_PATIENCE,
	);

	async function expectRefused(message: object, code: string): Promise<void> {
		const { status, body } = await postMessage(api(), message);
		expect({ status, body }).toMatchObject({ status: 503, body: { code } });
		expect(Object.keys(body).sort()).toEqual(['code', 'message']);
		expect(JSON.stringify(body)).not.toContain(SECRET);
		expect(process.kill(platform.running.pid, 0)).toBe(true);
	}

	async function statuses(): Promise<string[]> {
		const view = await readConversation(api(), 'middle').catch(() => undefined);
		return view?.handover?.actions.map(({ status }) => status) ?? [];
	}
});

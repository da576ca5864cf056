import { readFileSync } from 'node:fs';
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
import { SmallDisk } from './small-disk';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

const SECRET = 'kim@example.com';
const ASKS = `Give me a human! ${SECRET}`;
const onItsOwnDisk = SmallDisk.isPossible
	? describe.each(PLATFORMS)
	: describe.skip.each(PLATFORMS);

onItsOwnDisk('a disk that fails under %s', (name) => {
	let disk: SmallDisk;
	let platform: TestPlatform;
	const printed: string[] = [];
	const api = () => platform.running.apiUrl;

	beforeAll(async () => {
		const reference = join(__dirname, `../../flows/${name}/reference.json`);
		disk = new SmallDisk();
		platform = await startWithFlow(name, slowDown(name, readFileSync(reference, 'utf8')), {
			storeFolder: disk.path,
			log: (line) => printed.push(line),
		});
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		disk?.remove();
	}, 60_000);

	test('full: refused whole until there is room, and then the message is answered', async () => {
		await sendMessage(api(), { conversationId: 'full', text: 'Hello' });
		const message = {
			conversationId: 'full',
			messageId: 'm-1',
			text: `When do you open? ${SECRET}`,
		};
		disk.fill();
		for (const _again of [1, 2]) await expectRefused(message, 'STORE_FULL');
		expect(await authors('full')).toEqual(['contact', 'bot']);
		disk.makeRoom();

		const answer = await sendMessage(api(), message);
		expect(answer).toMatchObject({ reply: expect.stringContaining('9 am'), duplicate: false });
		expect(await authors('full')).toEqual(['contact', 'bot', 'contact', 'bot']);
	});

	test('full in the middle of a handover: the message, sent again, finishes it', async () => {
		const message = { conversationId: 'middle', messageId: 'm-1', text: ASKS };
		const cutOff = postMessage(api(), message);
		await until('the first actions are done', async () => (await statuses()).includes('done'));
		disk.fill();
		const { status, body } = await cutOff;
		expect({ status, body }).toMatchObject({ status: 503, body: { code: 'STORE_FULL' } });
		expectToHideAll(JSON.stringify(body));
		const before = await statuses();
		expect(before).toContain('pending');
		await expectRefused(message, 'STORE_FULL');
		expect(await statuses()).toEqual(before);
		disk.makeRoom();
		await expectHandedOver(message);
	});

	test.each(['stop', 'kill'] as const)(
		'read-only when it starts after a %s: refused until it may be written, without a restart',
		async (how) => {
			const message = { conversationId: `read-only-${how}`, messageId: 'm-1', text: ASKS };
			await platform.running[how]();
			disk.makeReadOnly();
			await platform.restart('stop');
			for (const _again of [1, 2]) await expectRefused(message, 'STORE_READ_ONLY');
			expect(await getConversation(api(), 'full')).toMatchObject({
				status: 503,
				body: { code: 'STORE_READ_ONLY' },
			});
			disk.makeWritable();
			await expectHandedOver(message);
		},
		BOOT_PATIENCE,
	);

	test('nothing of it is in the log: neither what the contact wrote, nor where the store is', () => {
		expect(printed.length).toBeGreaterThan(0);
		expectToHideAll(printed.join('\n'));
	});

	async function expectRefused(message: object, code: string): Promise<void> {
		const { status, body } = await postMessage(api(), message);
		expect({ status, body }).toMatchObject({ status: 503, body: { code } });
		expect(Object.keys(body).sort()).toEqual(['code', 'message']);
		expectToHideAll(JSON.stringify(body));
		expect(process.kill(platform.running.pid, 0)).toBe(true);
	}

	/** Each action was done once, however often the message had to be sent. */
	async function expectHandedOver(message: {
		conversationId: string;
		messageId: string;
		text: string;
	}) {
		const answer = await sendMessage(api(), message);
		expect(answer).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			owner: 'human',
			duplicate: false,
		});
		const again = await sendMessage(api(), message);
		expect(again).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, duplicate: true });
		const view = await readConversation(api(), message.conversationId);
		expect(view.handover?.actions.map(({ status, attempts }) => [status, attempts])).toEqual(
			ACTION_KINDS.map(() => ['done', 1]),
		);
		expect(view.tasks).toHaveLength(1);
		expect(view.transcript.map(({ author }) => author)).toEqual(['contact', 'bot']);
	}

	function expectToHideAll(text: string): void {
		for (const hidden of [SECRET, disk.path, platform.running.storePath]) {
			expect(text).not.toContain(hidden);
		}
	}

	async function authors(conversationId: string): Promise<string[]> {
		const { transcript } = await readConversation(api(), conversationId);
		return transcript.map(({ author }) => author);
	}

	async function statuses(): Promise<string[]> {
		const view = await readConversation(api(), 'middle').catch(() => undefined);
		return view?.handover?.actions.map(({ status }) => status) ?? [];
	}
});

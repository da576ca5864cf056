import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { readConversation, sendMessage } from '../../start/reference-flow-client';
import { slowDown } from './slow-flow';
import { BOOT_PATIENCE, PLATFORMS, startTestPlatform, type TestPlatform } from './with-platform';

// A turn is several executions of n8n on a busy machine.
jest.setTimeout(60_000);

const message = { conversationId: 'crash', messageId: 'm-1', text: 'Can I talk to a human?' };

describe.each(PLATFORMS)('%s killed in the middle of a handover', (name) => {
	let platform: TestPlatform;
	const folder = mkdtempSync(join(tmpdir(), 'handover-crash-'));
	const api = () => platform.running.apiUrl;

	beforeAll(async () => {
		const flow = join(folder, 'slow.json');
		const reference = readFileSync(join(__dirname, `../../flows/${name}/reference.json`), 'utf8');
		writeFileSync(flow, slowDown(name, reference));
		platform = await startTestPlatform(name, flow);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		rmSync(folder, { recursive: true, force: true });
	}, 60_000);

	test(
		'finishes it when the message comes again: each action exactly once',
		async () => {
			const cutOff = sendMessage(api(), message).catch(() => 'cut off');
			await until(async () => (await statuses()).includes('done'));
			expect(await statuses()).toContain('pending');
			await platform.restart('kill');
			expect(await cutOff).toBe('cut off');
			expect(await statuses()).toContain('pending');

			const answer = await sendMessage(api(), message);
			expect(answer).toMatchObject({
				reply: DEFAULT_CLOSING_MESSAGE,
				owner: 'human',
				scenario: 'contactRequest',
			});
			const again = await sendMessage(api(), message);
			expect(again).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, duplicate: true });

			const view = await readConversation(api(), message.conversationId);
			expect(view.handover?.actions.map(({ status, attempts }) => [status, attempts])).toEqual(
				Array.from({ length: 6 }, () => ['done', 1]),
			);
			expect(view.tasks).toHaveLength(1);
			expect(view.notifications).toHaveLength(2);
			expect(view.conversation.tags).toEqual(['human_handover']);
			expect(view.transcript.map(({ author, text }) => [author, text])).toEqual([
				['contact', message.text],
				['bot', DEFAULT_CLOSING_MESSAGE],
			]);
		},
		BOOT_PATIENCE,
	);

	async function statuses(): Promise<string[]> {
		const view = await readConversation(api(), message.conversationId).catch(() => undefined);
		return view?.handover?.actions.map(({ status }) => status) ?? [];
	}
});

async function until(holds: () => Promise<boolean>): Promise<void> {
	for (let waited = 0; !(await holds()); waited += 50) {
		if (waited > 30_000) throw new Error('It did not come true within 30 seconds');
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

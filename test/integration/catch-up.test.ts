import { DatabaseSync } from 'node:sqlite';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { HUMAN_IDLE_AFTER } from '../../handover/conversation/transition';
import { sendMessage, type MessageAnswer } from '../../start/reference-flow-client';
import { FakeModelServer } from '../builders/fake-model-server';
import { listenForEvents, type EventListener } from './event-listener';
import { BOT_PATHS, startCatchUpFlow } from './flows/catch-up-flow';
import type { OperationName } from './flows/operations';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(90_000);

const LATE = 'My order 4711 is late.';
const PROMISE = 'I will send you a new one tomorrow.';
/** Minutes. */
const SHORT = '0.15';
const LONG = '60';

describe.each(PLATFORMS)('a bot that has the conversation back on %s', (name) => {
	let platform: TestPlatform;
	let listener: EventListener;
	let server: FakeModelServer;
	const api = () => platform.running.apiUrl;

	beforeAll(async () => {
		listener = await listenForEvents();
		server = await new FakeModelServer().start();
		platform = await startCatchUpFlow(name, listener.url, server);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await server?.stop();
		await listener?.close();
	}, 60_000);

	test.each([
		['when the pause is over', SHORT, null],
		['when a human hands back', LONG, 'handBack'],
		['when it is resumed', LONG, 'resume'],
	] as const)(
		'%s it is told what it has missed, and answers nothing of it again',
		async (conversationId, pause, operation) => {
			const contact = { id: pause };
			const late = { conversationId, messageId: 'm-2', text: LATE, contact };
			const ask = { conversationId, messageId: 'm-1', text: 'Can I talk to a human?', contact };
			expect(await sendMessage(api(), ask)).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE });
			expect(await sendMessage(api(), late)).toMatchObject({ reply: null, owner: 'human' });
			await operate('recordHumanReply', { conversationId, text: PROMISE, staffId: 'Ana' });
			if (operation) await operate(operation, { conversationId });
			else letTheReplyAge(conversationId);
			const isBack = () => listener.of(conversationId).some(({ type }) => type === 'bot.resumed');
			await until('the bot has it back', isBack);

			expect(await askBot(late)).toMatchObject({ reply: null, duplicate: true });
			const { reply } = await askBot({ conversationId, text: 'When do you open?' });
			for (const part of [
				`A human of the team has answered meanwhile:\n- "${PROMISE}"`,
				`They promised:\n- "${PROMISE}"`,
				'Open tasks of the team:\n- ',
				`Do not answer it again: "${LATE}"`,
			]) {
				expect(reply).toContain(part);
			}
			expect(reply).not.toContain('Nobody has answered');
			const next = await askBot({ conversationId, text: 'And on Sunday?' });
			expect(next.reply).toEqual(expect.not.stringContaining(PROMISE));
		},
	);

	/** As if it had been written a while ago: from a human who writes, no conversation is taken. */
	function letTheReplyAge(conversationId: string): void {
		// The platform writes to it meanwhile.
		const database = new DatabaseSync(platform.running.storePath, { timeout: 10_000 });
		for (const statement of [
			'UPDATE conversations SET last_human_reply_at = last_human_reply_at - ? WHERE conversation_id = ?',
			`UPDATE jobs SET due_at = due_at - ? WHERE kind = 'endPause'
				AND conversation = (SELECT id FROM conversations WHERE conversation_id = ?)`,
		]) {
			database.prepare(statement).run(HUMAN_IDLE_AFTER, conversationId);
		}
		database.close();
	}

	async function post(path: string, body: object): Promise<unknown> {
		const response = await fetch(`${api()}/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		});
		const answer: unknown = await response.json();
		expect({ status: response.status, answer }).toMatchObject({ status: 200 });
		return answer;
	}

	async function askBot(message: object): Promise<MessageAnswer> {
		return (await post(BOT_PATHS[name], message)) as MessageAnswer;
	}

	async function operate(operation: OperationName, body: object): Promise<void> {
		await post(`operation/${operation}`, body);
	}
});

import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { takesPosts } from '../../start/wait-until-live';
import { listenForAnswers, type AnswerListener } from './answer-listener';
import { startMessengerFlow } from './flows/messenger-flow';
import { takeAway } from './take-away';
import { until } from './until';
import { BOOT_PATIENCE, PLATFORMS, type TestPlatform } from './with-platform';

jest.setTimeout(60_000);

describe.each(PLATFORMS)('the flow for messengers on %s', (name) => {
	let platform: TestPlatform;
	let messenger: AnswerListener;

	beforeAll(async () => {
		messenger = await listenForAnswers();
		platform = await startMessengerFlow(name, messenger.url);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await platform?.dispose();
		await messenger?.close();
	}, 60_000);

	async function postTo(path: string, sent: string) {
		const response = await fetch(`${platform.running.apiUrl}/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: sent,
			signal: AbortSignal.timeout(20_000),
		});
		return { status: response.status, body: await response.text() };
	}
	const post = async (conversationId: string, messageId: string, text: string) =>
		await postTo('handover/messenger', JSON.stringify({ conversationId, messageId, text }));
	async function write(conversationId: string, messageId: string, text: string): Promise<void> {
		const { status, body } = await post(conversationId, messageId, text);
		expect({ status, body }).toMatchObject({ status: 200 });
	}
	const answersTo = (conversationId: string) => messenger.textsOf(conversationId);
	/** Longer than a burst and what follows it. */
	const aWhile = () => new Promise((resolve) => setTimeout(resolve, 4_500));
	/** What these conversations have heard once, and must not hear a second time a while after. */
	const heardOnce = new Map<string, string>();

	test('a burst is answered once, and by all of it', async () => {
		const written = [];
		for (const [index, text] of ['hi', 'one thing', 'how long does shipping take?'].entries()) {
			written.push(write('burst', `b${index}`, text));
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
		// Sent again before it was answered, as by a messenger that does not wait for so long.
		await write('burst', 'b2', 'how long does shipping take?');
		expect(answersTo('burst')).toEqual([]);
		await Promise.all(written);
		await until('an answer', () => answersTo('burst').length > 0);
		expect(answersTo('burst')).toEqual([expect.stringContaining('2 to 4 working days')]);
		await write('burst', 'b1', 'one thing');
		heardOnce.set('burst', '2 to 4 working days');
	});

	test('a request for a human does not wait for more; then the bot is silent', async () => {
		const first = write('human', 'h1', 'my parcel is late');
		await new Promise((resolve) => setTimeout(resolve, 500));
		await write('human', 'h2', 'Can I talk to a human?');
		await first;
		await until('the closing message', () => answersTo('human').length > 0);
		await write('human', 'h3', 'hello?');
		heardOnce.set('human', DEFAULT_CLOSING_MESSAGE);
	});

	test('a message that the store cannot take is refused, and answered once when it comes again', async () => {
		const message = ['away', 'a1', 'how long does shipping take?'] as const;
		const away = takeAway(platform.running.storePath);
		const { status, body } = await post(...message);
		away.putBack();
		expect(status).toBe(503);
		expect(JSON.parse(body)).toEqual({ code: 'STORE_DELETED', message: expect.any(String) });
		for (const _again of [1, 2]) await write(...message);
		await until('an answer', () => answersTo('away').length > 0);
		heardOnce.set('away', '2 to 4 working days');
	});

	// n8n answers by itself what is not JSON, and has no messenger to try it with.
	if (name === 'node-red') {
		test.each(['handover/messenger', 'messenger/sent'])(
			'a broken body to %s is answered 400, and not quoted',
			async (path) => {
				const { status, body } = await postTo(path, 'SECRETWORD{');
				expect({ status, body: JSON.parse(body) as unknown }).toEqual({
					status: 400,
					body: { code: 'CONVERSATION_ID_MISSING', message: expect.any(String) },
				});
				expect(body).not.toContain('SECRETWORD');
			},
		);
	}

	const SAID = [
		['an answer', 'how long does shipping take?', '2 to 4 working days'],
		['a closing message', 'Can I talk to a human?', DEFAULT_CLOSING_MESSAGE],
	] as const;

	test.each(SAID)(
		'%s that the messenger refuses once is sent again, once',
		async (what, text, said) => {
			messenger.refuse(what, 1);
			await write(what, 'm1', text);
			await until('it arrives', () => answersTo(what).length > 0);
			heardOnce.set(what, said);
			const keys = messenger.keysOf(what);
			const ofConversation = `^default/${encodeURIComponent(what)}/\\d+/2$`;
			expect(keys).toEqual([expect.stringMatching(ofConversation), keys[0]]);
		},
	);

	test.each(SAID)(
		'%s goes out again with its message, under its key, so that it arrives once',
		async (what, text, said) => {
			const conversationId = `${what} again`;
			await write(conversationId, 'm1', text);
			await until('it arrives', () => answersTo(conversationId).length > 0);
			await write(conversationId, 'm1', text);
			await until('it is sent again', () => messenger.keysOf(conversationId).length > 1);
			expect(new Set(messenger.keysOf(conversationId)).size).toBe(1);
			expect(answersTo(conversationId)).toEqual([expect.stringContaining(said)]);
		},
	);

	test('nothing of it is said a second time', async () => {
		await aWhile();
		const heard = [...heardOnce.keys()].map((one) => [one, answersTo(one)]);
		const expected = [...heardOnce].map(([one, text]) => [one, [expect.stringContaining(text)]]);
		expect(heard).toEqual(expected);
		// A refused one is not tried a third time.
		for (const [what] of SAID) expect(messenger.keysOf(what)).toHaveLength(2);
	});

	test(
		'killed while a message waits: it is not acknowledged, and answered once when it comes again',
		async () => {
			const message = ['killed', 'k1', 'how long does shipping take?'] as const;
			const cutOff = post(...message).catch(() => 'cut off');
			await new Promise((resolve) => setTimeout(resolve, 1_000));
			await platform.restart('kill');
			expect(await cutOff).toBe('cut off');
			await until(
				'the flow for messengers',
				async () => await takesPosts(`${platform.running.apiUrl}/handover/messenger`),
			);
			for (const _again of [1, 2]) await write(...message);
			await until('an answer', () => answersTo('killed').length > 0);
			await aWhile();
			expect(answersTo('killed')).toEqual([expect.stringContaining('2 to 4 working days')]);
		},
		BOOT_PATIENCE,
	);
});

import { openAiModel } from '../../../../handover/classifier/language-model/openai-model';
import { toModelFailure } from '../../../../handover/classifier/language-model/model-failure';
import { FakeModelServer, KEY, SERVER_FAULTS } from '../../../builders/fake-model-server';

const request = {
	messages: [
		{ role: 'system' as const, content: 'Judge.' },
		{ role: 'user' as const, content: '{}' },
	],
	schema: { name: 'classification', schema: { type: 'object' } },
};

let server: FakeModelServer;
beforeAll(async () => {
	server = await new FakeModelServer().start();
	// The first call loads the library, which may take longer than a test waits for an answer.
	server.answer({ content: 'loaded' });
	await ask(modelOf(), new AbortController().signal);
});
afterAll(async () => await server.stop());

const modelOf = (given: object = {}) =>
	openAiModel({ baseUrl: server.baseUrl, apiKey: KEY, model: 'small', fetch, ...given });
const ask = async (model = modelOf(), signal = AbortSignal.timeout(500)) =>
	await model.complete(request, signal);

test('asks for a schema, coldly, and gives back what the model wrote', async () => {
	server.answer({ content: 'whatever' });
	expect(await ask()).toBe('whatever');
	expect(server.lastBody).toMatchObject({
		model: 'small',
		temperature: 0,
		messages: request.messages,
		response_format: {
			type: 'json_schema',
			json_schema: { name: 'classification', strict: true, schema: { type: 'object' } },
		},
	});
});

test('sends the key where there is one, and nothing of the environment', async () => {
	const before = { ...process.env };
	Object.assign(process.env, { OPENAI_API_KEY: 'theirs', OPENAI_ORG_ID: 'theirs' });
	server.answer({ content: 'x' });
	const seen: Headers[] = [];
	const listening = async (url: string | URL | Request, init?: RequestInit) => {
		seen.push(new Headers(init?.headers));
		return await fetch(url, init);
	};
	try {
		await ask(modelOf({ fetch: listening }));
		await expect(ask(modelOf({ fetch: listening, apiKey: '' }))).rejects.toThrow();
	} finally {
		process.env = before;
	}
	expect(seen.map((headers) => headers.get('authorization'))).toEqual([`Bearer ${KEY}`, null]);
	seen.forEach((headers) => headers.forEach((value) => expect(value).not.toContain('theirs')));
});

test.each([
	['response_format', "Unsupported parameter: 'response_format.type'"],
	['temperature', "Unsupported value: 'temperature' does not support 0 with this model."],
] as const)('does without %s where the server does not take it', async (option, message) => {
	server.answer({ content: 'x' }).failOnce(400, undefined, message);
	const model = modelOf();
	expect(await ask(model)).toBe('x');
	expect(server.lastBody).not.toHaveProperty(option);
	expect(await ask(model)).toBe('x');
	expect(server.calls).toHaveLength(3);
});

test.each(Object.entries(SERVER_FAULTS).filter(([reason]) => !/schema|timeout/.test(reason)))(
	'a fault of the server has a name: %s',
	async (reason, fault) => {
		fault(server);
		const failure = toModelFailure(await ask().catch((error: unknown) => error), Date.now());
		expect(failure.reason).toBe(reason);
	},
);

test('the server says in seconds when to come back', async () => {
	server.fail(429, 7);
	const failure = toModelFailure(await ask().catch((error: unknown) => error), Date.now());
	expect(failure.retryAfter).toBe(7_000);
});

test.each([
	['no JSON', '{malformed json'],
	['JSON of another kind', '{"ok":true}'],
	['a page', '<html></html>'],
	['an answer without text', '{"choices":[{"message":{"content":null,"refusal":"no"}}]}'],
])('%s with status 200 is off schema', async (_what, body) => {
	const type = body.startsWith('<') ? 'text/html' : 'application/json';
	const answer = async () => new Response(body, { headers: { 'content-type': type } });
	const error = await ask(modelOf({ fetch: answer })).catch((thrown: unknown) => thrown);
	expect(toModelFailure(error, 0).reason).toBe('off schema');
});

test('a server that is not there is unreachable', async () => {
	const error = await ask(modelOf({ baseUrl: 'http://127.0.0.1:9/v1' })).catch(
		(one: unknown) => one,
	);
	expect(toModelFailure(error, 0).reason).toBe('unreachable');
});

test('a call ends when the signal says so', async () => {
	server.hang();
	const start = performance.now();
	await expect(ask(modelOf(), AbortSignal.timeout(50))).rejects.toThrow();
	expect(performance.now() - start).toBeLessThan(2_000);
});

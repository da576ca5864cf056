import { createServer, request, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { MAX_TEXT_LENGTH } from '../../../handover/conversation/inbound-message';
import { startChatServer, type ChatServer } from '../../../start/chat-server';
import { freePort, HOST } from '../../../start/ports';

let flow: Server;
let chat: ChatServer;

beforeEach(async () => {
	const port = await freePort();
	flow = createServer((incoming, outgoing) => {
		void text(incoming).then((body) =>
			outgoing
				.writeHead(400, { 'content-type': 'application/json' })
				.end(JSON.stringify({ code: 'TEXT_MISSING', message: `${incoming.url} ${body}` })),
		);
	});
	await new Promise<void>((listening) => flow.listen(port, HOST, listening));
	chat = await startChatServer({
		port: await freePort(),
		apiUrl: `http://${HOST}:${port}`,
		staffNames: () => Promise.resolve({ ana: 'Ana' }),
		about: { platform: 'Node-RED', editorUrl: 'http://editor' },
	});
});
afterEach(async () => {
	await chat.close();
	flow.closeAllConnections();
	flow.close();
});

const statusFor = (host: string) =>
	new Promise((resolve) => {
		request(chat.url, { headers: { host } }, (response) => {
			response.resume();
			resolve(response.statusCode);
		}).end();
	});

describe('the chat server', () => {
	test("hands a message on to the flow, and the flow's answer back", async () => {
		const response = await fetch(`${chat.url}/api/message`, { method: 'POST', body: '{"a":1}' });
		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			code: 'TEXT_MISSING',
			message: '/handover/message {"a":1}',
		});
	});

	test('says so when the flow is gone', async () => {
		flow.closeAllConnections();
		await new Promise((closed) => flow.close(closed));
		const response = await fetch(`${chat.url}/api/conversation?id=1`);
		expect(response.status).toBe(502);
		expect(await response.json()).toMatchObject({ code: 'PLATFORM_UNREACHABLE' });
	});

	test('knows the staff by name, and how long a text may be', async () => {
		const response = await fetch(`${chat.url}/api/about`);
		expect(await response.json()).toMatchObject({
			staff: { ana: 'Ana' },
			longestText: MAX_TEXT_LENGTH,
		});
	});

	test.each([
		['localhost:8080', 200],
		['127.0.0.1', 200],
		['attacker.example', 403],
		['127.0.0.1.attacker.example', 403],
	])('asked for as %s answers %i', async (host, status) => {
		expect(await statusFor(host)).toBe(status);
	});

	test.each(['/../chat-server.ts', '/%2e%2e/cli.ts', '/nothing'])(
		'has nothing at %s',
		async (path) => {
			expect((await fetch(`${chat.url}${path}`)).status).toBe(404);
		},
	);

	test('tells a page about changes of its own conversation only', async () => {
		const response = await fetch(`${chat.url}/api/changes?id=mine`);
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		await reader.read();
		chat.announceChange('other');
		chat.announceChange('mine');
		expect((await reader.read()).value).toBe('data: \n\n');
		await reader.cancel();
	});
});

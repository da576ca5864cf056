import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MAX_TEXT_LENGTH } from '../handover/conversation/inbound-message';
import { HOST } from './ports';

export interface ChatServerOptions {
	port: number;
	/** Where the reference flow answers. */
	apiUrl: string;
	/** Names for the page, by staff member's id. */
	staffNames: () => Promise<Record<string, string>>;
	about: { platform: string; editorUrl: string };
}

export interface ChatServer {
	url: string;
	/** Tells the pages that show this conversation to read it again. */
	announceChange(conversationId: string): void;
	close(): Promise<void>;
}

type Handle = (
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
) => Promise<void> | void;

const PAGE = join(__dirname, 'chat-page');
const FILES: Record<string, string> = {
	'/': 'index.html',
	...Object.fromEntries(readdirSync(PAGE).map((file) => [`/${file}`, file])),
};
const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
};
const HEADERS = {
	'content-security-policy':
		"default-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store',
};
const PATIENCE = 60_000;

/**
 * Serves the page to try a bot with, and hands its requests on to the reference flow, so that the
 * platform needs to allow no other origin.
 */
export async function startChatServer(options: ChatServerOptions): Promise<ChatServer> {
	const watchers = new Map<ServerResponse, string>();
	const routes: Record<string, Handle> = {
		'GET /api/about': async (_request, response) =>
			sendJson(response, 200, {
				...options.about,
				longestText: MAX_TEXT_LENGTH,
				staff: await options.staffNames(),
			}),
		'POST /api/message': async (request, response) =>
			await forward(response, `${options.apiUrl}/handover/message`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: await text(request),
			}),
		'GET /api/conversation': (_request, response, { search }) =>
			forward(response, `${options.apiUrl}/handover/conversation${search}`),
		'GET /api/changes': (_request, response, { searchParams }) => {
			response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
			response.write(': here\n\n');
			watchers.set(response, searchParams.get('id') ?? '');
			response.once('close', () => watchers.delete(response));
		},
	};
	const server = createServer((request, response) => {
		answer(routes, request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port, HOST, resolve);
	});
	return {
		url: `http://${HOST}:${options.port}`,
		announceChange(conversationId) {
			for (const [response, id] of watchers)
				if (id === conversationId) response.write('data: \n\n');
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function answer(
	routes: Record<string, Handle>,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://localhost');
	if (!isLocal(request)) return sendError(response, 403, 'FORBIDDEN', 'Only for this machine.');
	const file = FILES[url.pathname];
	if (file && request.method === 'GET') return sendFile(response, file);
	const handle = routes[`${request.method} ${url.pathname}`];
	if (handle) return await handle(request, response, url);
	sendError(response, 404, 'NOT_FOUND', 'There is nothing at this address.');
}

/** A foreign page could have its own name resolve to this machine; its requests carry that name. */
function isLocal(request: IncomingMessage): boolean {
	return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
}

async function forward(
	response: ServerResponse,
	url: string,
	init: RequestInit = {},
): Promise<void> {
	try {
		const result = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
		const body = await result.text();
		const type = result.headers.get('content-type') ?? 'application/json';
		response.writeHead(result.status, { ...HEADERS, 'content-type': type }).end(body);
	} catch {
		sendError(
			response,
			502,
			'PLATFORM_UNREACHABLE',
			'The flow does not answer. Is it still running?',
		);
	}
}

/** Read anew each time, so that an edit shows after a reload. */
function sendFile(response: ServerResponse, file: string): void {
	const type = TYPES[extname(file)] ?? 'application/octet-stream';
	response.writeHead(200, { ...HEADERS, 'content-type': type }).end(readFileSync(join(PAGE, file)));
}

function sendError(response: ServerResponse, status: number, code: string, message: string): void {
	sendJson(response, status, { code, message });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
	response
		.writeHead(status, { ...HEADERS, 'content-type': 'application/json; charset=utf-8' })
		.end(JSON.stringify(body));
}

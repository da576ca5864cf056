import { Agent, request } from 'node:http';

/** Where a flow under test answers, and what it answers there. */
export interface Answer {
	reply: string | null;
	/** It says that the message was here before: what it replies is what was replied then. */
	isDuplicate: boolean;
	/** Of `performance.now()`. */
	answeredAt: number;
}

const PATIENCE = 60_000;
const agent = new Agent({ keepAlive: true });

/** @throws where the flow does not answer with 200 and an object */
export async function post(url: string, message: object): Promise<Answer> {
	const { reply, duplicate } = await send('POST', url, JSON.stringify(message));
	return {
		reply: typeof reply === 'string' ? reply : null,
		isDuplicate: duplicate === true,
		answeredAt: performance.now(),
	};
}

/** @throws as {@link post} */
export async function get(url: string): Promise<Record<string, unknown>> {
	return await send('GET', url, '');
}

function send(method: string, url: string, body: string): Promise<Record<string, unknown>> {
	return new Promise((resolve, reject) => {
		const headers = {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(body),
		};
		const sending = request(url, { method, agent, headers, timeout: PATIENCE }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (part: string) => (text += part));
			response.on('error', reject);
			response.on('end', () => {
				if (response.statusCode !== 200)
					reject(new Error(`${url}: ${response.statusCode} ${text}`));
				else resolve(JSON.parse(text) as Record<string, unknown>);
			});
		});
		sending.on('timeout', () => sending.destroy(new Error('no answer')));
		sending.on('error', (error: NodeJS.ErrnoException) => {
			// The server may close a connection that was idle just when it is used again: nothing was heard.
			if (sending.reusedSocket && error.code === 'ECONNRESET') resolve(send(method, url, body));
			else reject(new Error(`${url}: ${error.message}`));
		});
		sending.end(body);
	});
}

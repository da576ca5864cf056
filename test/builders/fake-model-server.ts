import {
	LLMock,
	type ChatCompletionRequest,
	type FixtureOpts,
	type FixtureResponse,
} from '@copilotkit/aimock';

type ResponseFactory = (request: ChatCompletionRequest) => FixtureResponse;

/** The server takes no other. */
export const KEY = 'a-key-for-tests';

/** What a server may do with a call, by what the classifier says of it. */
export const SERVER_FAULTS: Record<string, (server: FakeModelServer) => FakeModelServer> = {
	'off schema': (server) => server.answer({ content: '{"label":"contactRequest"}' }),
	'off schema, truncated': (server) =>
		server.answer({ content: '{"reason":"The contact asks for a hu', finishReason: 'length' }),
	unauthorized: (server) => server.fail(401),
	'rate limited': (server) => server.fail(429, 60),
	'server error': (server) => server.fail(500),
	timeout: (server) => server.hang(),
	unreachable: (server) => server.disconnect(),
};

/** Milliseconds; longer than any time-out of a test, and the longest that the server can. */
const FOREVER = 30_000;

/** A server that speaks OpenAI's API, in this process, and does as it is told. */
export class FakeModelServer {
	readonly #server = new LLMock({
		port: 0,
		logLevel: 'silent',
		auth: { apiKeys: [KEY] },
	});

	#running = 0;
	#mostAtOnce = 0;
	#held: Promise<void> | undefined;

	constructor() {
		this.#server.mount('/v1/chat/completions', {
			handleRequest: async (_, response) => {
				this.#running += 1;
				this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#running);
				response.once('close', () => (this.#running -= 1));
				await this.#held;
				return false;
			},
		});
	}

	async start(): Promise<this> {
		await this.#server.start();
		return this;
	}

	async stop(): Promise<void> {
		await this.#server.stop();
	}

	get baseUrl(): string {
		return `${this.#server.url}/v1`;
	}

	/** To every call from now on. Earlier calls are forgotten. */
	answer(response: FixtureResponse | ResponseFactory, options: FixtureOpts = {}): this {
		this.#server.clearFixtures();
		this.#server.resetMatchCounts();
		this.#server.clearRequests();
		this.#mostAtOnce = 0;
		this.#server.on({}, response as FixtureResponse, options);
		return this;
	}

	/** A proper answer to whatever is asked, with these probabilities, and next to none for the rest. */
	judge(probabilities: Record<string, number>, given: Partial<ModelAnswer> = {}): this {
		return this.answer((request) => ({
			content: modelAnswer(keysAskedFor(request), probabilities, given),
		}));
	}

	/** To every call from now on. @param retryAfter seconds */
	fail(status: number, retryAfter?: number): this {
		return this.answer(failure(status, retryAfter));
	}

	/** To the next call only, before what it answers otherwise. */
	failOnce(status: number, retryAfter?: number, message?: string): this {
		this.#server.prependFixture({
			match: { sequenceIndex: 0 },
			response: failure(status, retryAfter, message),
		});
		return this;
	}

	/** Accepts calls and does not answer. */
	hang(): this {
		return this.answer({ content: 'too late' }, { chaos: { latencyMs: FOREVER } });
	}

	/** Accepts calls, and answers them when what it returns is called. */
	hold(): () => void {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#held = promise;
		return () => {
			this.#held = undefined;
			resolve();
		};
	}

	/** Breaks the connection. */
	disconnect(): this {
		return this.answer({ content: 'cut' }, { chaos: { disconnectRate: 1 } });
	}

	/** Those that were answered. */
	get calls() {
		return this.#server.getRequests();
	}

	/** How many calls wait for their answer; one whose connection was closed no longer does. */
	get running(): number {
		return this.#running;
	}

	/** How many calls have waited for their answer at the same time. */
	get mostAtOnce(): number {
		return this.#mostAtOnce;
	}

	/** The body of the last call. */
	get lastBody(): ChatCompletionRequest {
		return this.#server.getLastRequest()!.body as ChatCompletionRequest;
	}

	/** What the last call gave to be judged. */
	get lastUserMessage(): string {
		return this.lastBody.messages.find(({ role }) => role === 'user')!.content as string;
	}

	/** What the last call said is to be judged, and how. */
	get lastSystemMessage(): string {
		return this.lastBody.messages.find(({ role }) => role === 'system')!.content as string;
	}
}

interface ModelAnswer {
	reason: string;
	quote: string;
	lastAnswer: string;
}

export function modelAnswer(
	keys: readonly string[],
	probabilities: Record<string, number>,
	given: Partial<ModelAnswer> = {},
): string {
	const all = Object.fromEntries(keys.map((key) => [key, probabilities[key] ?? 0.02]));
	const answer = { reason: 'Because.', quote: '', lastAnswer: 'unclear', ...given };
	return JSON.stringify({ ...answer, probabilities: all });
}

interface PromptSchema {
	properties: { probabilities: { required: string[] } };
}

/** The schema in the prompt, which is there whichever way a provider is asked for JSON. */
export function schemaInPrompt({ messages }: ChatCompletionRequest): PromptSchema {
	const system = messages
		.map(({ content }) => (typeof content === 'string' ? content : ''))
		.join('\n');
	const schema = /JSON schema: (\{.*\})/.exec(system)?.[1];
	return JSON.parse(schema ?? '') as PromptSchema;
}

function keysAskedFor(request: ChatCompletionRequest): string[] {
	return schemaInPrompt(request).properties.probabilities.required;
}

function failure(status: number, retryAfter?: number, message = 'on purpose'): FixtureResponse {
	return { error: { message }, status, ...(retryAfter !== undefined && { retryAfter }) };
}

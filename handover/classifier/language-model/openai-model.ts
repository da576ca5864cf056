import type { OpenAI as Client } from 'openai';
import type { LanguageModel, ModelRequest } from './language-model';
import { ModelFailure } from './model-failure';

export interface OpenAiSettings {
	/** Of any server that speaks OpenAI's Chat Completions, up to and with its version: `…/v1`. */
	baseUrl: string;
	/** Empty where the server wants none. */
	apiKey: string;
	model: string;
	fetch: typeof fetch;
}

/** What servers and models that are otherwise compatible may not take, by the name of the parameter. */
const OPTIONAL = ['response_format', 'temperature'] as const;
type Optional = (typeof OPTIONAL)[number];

/**
 * The SDK comes with the first call.
 * @param refused what this server was seen not to take; a caller may keep it for the next model
 */
export function openAiModel(
	settings: OpenAiSettings,
	refused: Set<string> = new Set(),
): LanguageModel {
	let connecting: Promise<Client> | undefined;
	return {
		name: settings.model,
		async complete(request, signal) {
			const client = await (connecting ??= connect(settings));
			for (;;) {
				try {
					const body = composeBody(settings.model, request, refused);
					return readContent(await client.chat.completions.create(body, { signal }));
				} catch (error) {
					const option = refusedOption(error);
					if (!option || refused.has(option)) throw error;
					refused.add(option);
				}
			}
		},
	};
}

/**
 * Keys, ids and address are given, also where there are none: the SDK would take them from the
 * environment. Only `OPENAI_CUSTOM_HEADERS` it reads in any case.
 */
async function connect({ baseUrl, apiKey, fetch }: OpenAiSettings): Promise<Client> {
	const { OpenAI } = await import('openai');
	return new OpenAI({
		baseURL: baseUrl,
		apiKey: apiKey || 'none',
		adminAPIKey: null,
		organization: null,
		project: null,
		webhookSecret: null,
		logLevel: 'off',
		maxRetries: 0,
		fetch,
		...(!apiKey && { defaultHeaders: { Authorization: null } }),
	});
}

function composeBody(
	model: string,
	{ messages, schema }: ModelRequest,
	refused: ReadonlySet<string>,
) {
	const format = { type: 'json_schema' as const, json_schema: { ...schema, strict: true } };
	return {
		model,
		messages,
		...(!refused.has('temperature') && { temperature: 0 }),
		...(!refused.has('response_format') && { response_format: format }),
	};
}

/** A server may answer with whatever it likes, also where it says 200. */
function readContent(completion: Client.ChatCompletion): string {
	const content: unknown = completion.choices?.[0]?.message?.content;
	if (typeof content === 'string') return content;
	throw new ModelFailure('off schema');
}

/** The parameter that the server named as the one that it does not take. */
function refusedOption(error: unknown): Optional | undefined {
	const { status, param, message } = error as Partial<Record<string, unknown>>;
	if (status !== 400 && status !== 422) return undefined;
	// A message may quote the input.
	const named = typeof param === 'string' && param !== '' ? param : String(message);
	return OPTIONAL.find((option) => named.includes(option));
}

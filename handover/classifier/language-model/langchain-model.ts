import type { LanguageModel, ModelRequest } from './language-model';
import { ModelFailure, toModelFailure } from './model-failure';

/** As much of a LangChain chat model as we use. Providers differ in what else they have. */
interface ChatModel {
	invoke(messages: Array<[role: string, content: string]>, options: object): Promise<unknown>;
	withStructuredOutput?(
		schema: object,
		options: { name: string; includeRaw: true },
	): { invoke: ChatModel['invoke'] };
	/** Providers call it one or the other. */
	model?: unknown;
	modelName?: unknown;
}

/** Where a model keeps its temperature beside itself: in models within, and in what it is made anew of. */
const PARTS = ['fields', 'completions', 'responses'];

const ROLES = { system: 'system', user: 'human' } as const;

/** What providers and models may not take. */
type Optional = 'schema' | 'temperature';

/** In the place of a model that is not there: asked, it fails, and the built-in decision stands. */
export const NOT_CONNECTED: LanguageModel = { name: '', complete: notConnected };

/**
 * A chat model of LangChain, of whichever provider; anything else counts as not connected.
 * @param refused what models were seen not to take, which the caller keeps
 */
export function langChainModel(connected: unknown, refused: Set<string>): LanguageModel {
	const attached: unknown = Array.isArray(connected) ? connected[0] : connected;
	if (!isChatModel(attached)) return NOT_CONNECTED;
	const name = String(attached.model ?? attached.modelName ?? 'chat model');
	// Another model may be attached in the place of one that refused.
	const keyOf = (option: Optional) => `${option} by ${name}`;
	const offered = optionsOf(attached);
	const setTemperature = thermostat(attached);
	return {
		name,
		async complete(request, signal) {
			const given = new Set(offered.filter((option) => !refused.has(keyOf(option))));
			let left: Optional | null = null;
			for (;;) {
				if (offered.includes('temperature')) setTemperature(given.has('temperature'));
				try {
					const answer = given.has('schema')
						? await invokeWithSchema(attached, request, signal)
						: await invokePlainly(attached, request, signal);
					// What was left out earlier may have been blameless; what was left out last was not.
					if (left) refused.add(keyOf(left));
					return answer;
				} catch (error) {
					if (toModelFailure(error, 0).reason !== 'rejected' || given.size === 0) throw error;
					left = blamed(error, given);
					given.delete(left);
				}
			}
		},
	};
}

/** What can be left out of a call. */
function optionsOf(model: ChatModel): Optional[] {
	return [
		...(model.withStructuredOutput ? (['schema'] as const) : []),
		...('temperature' in model ? (['temperature'] as const) : []),
	];
}

/** The option that an error names, or else the one that fewer take. */
function blamed(error: unknown, given: ReadonlySet<Optional>): Optional {
	if (given.size === 1) return [...given][0]!;
	return String((error as Error).message).includes('temperature') ? 'temperature' : 'schema';
}

/** LangChain takes no temperature with a call. @returns sets it to 0, or back to what the builder chose. */
function thermostat(model: ChatModel): (isCold: boolean) => void {
	const whole = model as unknown as Record<string, unknown>;
	const parts = [whole, ...PARTS.map((name) => whole[name])].filter(isRecord);
	const before = parts.map((part) => part['temperature']);
	return (isCold) =>
		parts.forEach((part, index) => (part['temperature'] = isCold ? 0 : before[index]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

async function notConnected(): Promise<never> {
	throw new ModelFailure('not connected');
}

function isChatModel(value: unknown): value is ChatModel {
	return typeof (value as ChatModel | undefined)?.invoke === 'function';
}

async function invokeWithSchema(
	model: ChatModel,
	request: ModelRequest,
	signal: AbortSignal,
): Promise<string> {
	const structured = withSchema(model, request);
	if (!structured) return await invokePlainly(model, request, signal);
	const { parsed, raw } = (await structured.invoke(messagesOf(request), { signal })) as {
		parsed: unknown;
		raw: unknown;
	};
	return parsed === null || parsed === undefined ? textOf(raw) : JSON.stringify(parsed);
}

/** Some have the method only to say that they cannot. */
function withSchema(model: ChatModel, { schema }: ModelRequest) {
	try {
		return model.withStructuredOutput?.(schema.schema, { name: schema.name, includeRaw: true });
	} catch {
		return undefined;
	}
}

async function invokePlainly(
	model: ChatModel,
	request: ModelRequest,
	signal: AbortSignal,
): Promise<string> {
	return textOf(await model.invoke(messagesOf(request), { signal }));
}

function messagesOf({ messages }: ModelRequest): Array<[string, string]> {
	return messages.map(({ role, content }) => [ROLES[role], content]);
}

/** A message's content is a text, or parts of which some are text. */
function textOf(message: unknown): string {
	const content = (message as { content?: unknown } | null)?.content;
	if (typeof content === 'string') return content;
	if (!Array.isArray(content)) throw new ModelFailure('off schema');
	return content.map((part: { text?: unknown }) => part.text ?? '').join('');
}

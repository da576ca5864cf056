import { toModelFailure } from '../../../../handover/classifier/language-model/model-failure';
import { langChainModel } from '../../../../handover/classifier/language-model/langchain-model';

const request = {
	messages: [
		{ role: 'system' as const, content: 'Judge.' },
		{ role: 'user' as const, content: '{}' },
	],
	schema: { name: 'classification', schema: { type: 'object' } },
};
const never = new AbortController().signal;
const rejected = Object.assign(new Error('no'), { status: 400 });
const structured = (invoke: () => Promise<unknown>) => ({
	withStructuredOutput: () => ({ invoke }),
});
const plain = async () => ({ content: 'plain' });
const ask = async (model: object, refused = new Set<string>()) =>
	await langChainModel(model, refused).complete(request, never);

test('a model that takes a schema is given it, and what it read is given on as text', async () => {
	const withStructuredOutput = jest.fn(() => ({
		invoke: async () => ({ parsed: { a: 1 }, raw: null }),
	}));
	expect(await ask({ invoke: plain, withStructuredOutput })).toBe('{"a":1}');
	const options = { name: 'classification', includeRaw: true };
	expect(withStructuredOutput).toHaveBeenCalledWith({ type: 'object' }, options);
});

test('what the library could not read comes as the model wrote it', async () => {
	const unread = async () => ({ parsed: null, raw: { content: '{"a":' } });
	expect(await ask({ invoke: plain, ...structured(unread) })).toBe('{"a":');
});

test.each([
	['has no way to take a schema', {}],
	[
		'has one only to say that it cannot',
		{
			withStructuredOutput: () => {
				throw new Error('not implemented');
			},
		},
	],
	['is refused it by its server', structured(() => Promise.reject(rejected))],
])('a model that %s is asked plainly', async (_what, more) => {
	expect(await ask({ invoke: plain, ...more })).toBe('plain');
});

/** Refuses what it does not take, as servers do, and answers with how it was asked. */
function picky(
	takes: { schema: boolean; temperature: boolean },
	{
		model = 'picky',
		said = takes.schema ? "'temperature' does not support 0" : 'Bad request',
	} = {},
) {
	const calls: string[] = [];
	const answer = (how: string, message: string) => async () => {
		const { temperature } = attached;
		calls.push(`${how} at ${temperature}`);
		const isRefused =
			(how === 'schema' && !takes.schema) || (temperature === 0 && !takes.temperature);
		if (isRefused) throw Object.assign(new Error(message), { status: 400 });
		return how === 'schema' ? { parsed: { a: 1 }, raw: null } : { content: 'plain' };
	};
	const attached = {
		model,
		temperature: 0.7,
		invoke: answer('plainly', said),
		withStructuredOutput: () => ({ invoke: answer('schema', said) }),
	};
	return { attached, calls };
}

test.each([
	['a schema', { schema: false, temperature: true }, ['schema at 0', 'plainly at 0']],
	['a temperature', { schema: true, temperature: false }, ['schema at 0', 'schema at 0.7']],
])(
	'a model that does not take %s goes without that alone, from then on',
	async (_, takes, ways) => {
		const refused = new Set<string>();
		const first = picky(takes);
		await ask(first.attached, refused);
		expect(first.calls).toEqual(ways);
		const second = picky(takes);
		await ask(second.attached, refused);
		expect(second.calls).toEqual(ways.slice(-1));
	},
);

test('a model that takes neither is found out one by one: what is left out last is to blame', async () => {
	const refused = new Set<string>();
	const callsOf = async () => {
		const { attached, calls } = picky({ schema: false, temperature: false });
		await ask(attached, refused);
		return calls;
	};
	expect(await callsOf()).toEqual(['schema at 0', 'plainly at 0', 'plainly at 0.7']);
	expect(await callsOf()).toEqual(['schema at 0.7', 'plainly at 0.7']);
	expect(await callsOf()).toEqual(['plainly at 0.7']);
});

test('a server that does not say what it refuses costs no model its schema for good', async () => {
	const refused = new Set<string>();
	const callsOf = async () => {
		const takes = { schema: true, temperature: false };
		const { attached, calls } = picky(takes, { said: 'Bad request' });
		await ask(attached, refused);
		return calls;
	};
	expect(await callsOf()).toEqual(['schema at 0', 'plainly at 0', 'plainly at 0.7']);
	expect(await callsOf()).toEqual(['schema at 0.7']);
});

test('what one model refused, another one in its place is still given', async () => {
	const refused = new Set<string>();
	await ask(picky({ schema: false, temperature: false }).attached, refused);
	const other = picky({ schema: true, temperature: true }, { model: 'other' });
	await ask(other.attached, refused);
	expect(other.calls).toEqual(['schema at 0']);
});

test('a model that refuses whatever it is asked is not asked without end, nor blamed for it', async () => {
	const refused = new Set<string>();
	const invoke = jest.fn(() => Promise.reject(rejected));
	await expect(ask({ invoke, temperature: 1, ...structured(invoke) }, refused)).rejects.toThrow();
	expect([invoke.mock.calls.length, refused.size]).toEqual([3, 0]);
});

test('a model that has a temperature is cooled down, with the models it is made of', async () => {
	const model = { invoke: plain, temperature: 1, fields: {}, completions: { temperature: 1 } };
	await ask(model);
	expect(model).toMatchObject({
		temperature: 0,
		fields: { temperature: 0 },
		completions: { temperature: 0 },
	});
});

test('an answer that the library found cut off is off schema', async () => {
	class LengthFinishReasonError extends Error {}
	const cut = structured(() => Promise.reject(new LengthFinishReasonError()));
	const failure = await ask({ invoke: plain, ...cut }).catch((error: unknown) => error);
	expect(toModelFailure(failure, 0).reason).toBe('off schema');
});

test('other faults are passed on', async () => {
	const down = Object.assign(new Error('down'), { status: 500 });
	await expect(ask({ invoke: plain, ...structured(() => Promise.reject(down)) })).rejects.toBe(
		down,
	);
});

test('messages go in by role, with the signal', async () => {
	const invoke = jest.fn(plain);
	await ask({ invoke });
	const messages = [
		['system', 'Judge.'],
		['human', '{}'],
	];
	expect(invoke).toHaveBeenCalledWith(messages, { signal: never });
});

test('a content in parts is put together', async () => {
	const content = [
		{ type: 'thinking' },
		{ type: 'text', text: '{"a"' },
		{ type: 'text', text: ':1}' },
	];
	expect(await ask({ invoke: async () => ({ content }) })).toBe('{"a":1}');
});

test.each([undefined, null, [], {}, 'text'])('%j is not connected', async (connected) => {
	await expect(ask(connected as unknown as object)).rejects.toThrow('not connected');
});

test.each([
	[{ invoke: plain, model: 'claude' }, 'claude'],
	[{ invoke: plain, modelName: 'gpt' }, 'gpt'],
	[[{ invoke: plain, model: 'first' }], 'first'],
	[{ invoke: plain }, 'chat model'],
])('it is called as its provider calls it', (connected, name) => {
	expect(langChainModel(connected, new Set()).name).toBe(name);
});

import { setTimeout as wait } from 'node:timers/promises';
import {
	limitModel,
	type ModelGuard,
	type ModelLimits,
} from '../../../../handover/classifier/language-model/limit-model';
import { ModelFailure } from '../../../../handover/classifier/language-model/model-failure';
import { Slots } from '../../../../handover/classifier/language-model/slots';
import { scriptedModel } from './model-turns';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const request = { messages: [], schema: { name: 'x', schema: {} } };
const never = new AbortController().signal;

/** A model that first fails as told and then answers, within limits; waiting takes no real time. */
function limited(
	failures: unknown[],
	limits: Partial<ModelLimits> = {},
	given: Partial<ModelGuard> = {},
) {
	const left = [...failures];
	const { model, asked } = scriptedModel(() => {
		if (left.length > 0) throw left.shift();
		return 'answer';
	});
	const pauses: number[] = [];
	const guard: ModelGuard = {
		slots: new Slots(),
		spend: async () => true,
		wait: async (milliseconds) => void pauses.push(milliseconds),
		random: () => 1,
		now: () => NOON,
		...given,
	};
	const all = { timeOut: 8_000, concurrency: 4, dailyBudget: 0, ...limits };
	const ask = () => limitModel(model, all, guard).complete(request, never);
	return { ask, asked, pauses };
}

const httpError = (status: number, headers: Record<string, string> = {}) =>
	Object.assign(new Error('on purpose'), { status, headers: new Headers(headers) });

test('what may pass is tried twice more, each time later', async () => {
	const { ask, pauses } = limited([httpError(500), httpError(503)]);
	expect(await ask()).toBe('answer');
	expect(pauses).toEqual([250, 500]);
});

test('after three tries it is enough', async () => {
	const { ask, asked } = limited(Array(9).fill(httpError(500)));
	await expect(ask()).rejects.toThrow('server error');
	expect(asked).toHaveLength(3);
});

test.each([
	[401, 'unauthorized'],
	[403, 'unauthorized'],
	[404, 'not found'],
	[400, 'rejected'],
])('what does not pass (%i) is not tried again', async (status, reason) => {
	const { ask, asked } = limited([httpError(status)]);
	await expect(ask()).rejects.toThrow(reason);
	expect(asked).toHaveLength(1);
});

test.each([
	['seconds', { 'retry-after': '3' }, 3_000],
	['a point in time', { 'retry-after': 'Sun, 22 Nov 2026 12:00:05 GMT' }, 5_000],
	['milliseconds', { 'retry-after-ms': '1200', 'retry-after': '2' }, 1_200],
	['nonsense', { 'retry-after': 'soon' }, 250],
	['no time at all', { 'retry-after': '0' }, 250],
])('Retry-After is heeded: %s', async (_form, headers, pause) => {
	const { ask, pauses } = limited([httpError(429, headers as Record<string, string>)]);
	expect(await ask()).toBe('answer');
	expect(pauses).toEqual([pause]);
});

test('it does not wait for what would come too late', async () => {
	const { ask, asked, pauses } = limited([httpError(429, { 'retry-after': '8' })]);
	await expect(ask()).rejects.toThrow('rate limited');
	expect([asked.length, pauses]).toEqual([1, []]);
});

test.each([
	['a refused connection', Object.assign(new Error('x'), { cause: { code: 'ECONNREFUSED' } })],
	['a broken one', new TypeError('terminated', { cause: { code: 'UND_ERR_SOCKET' } })],
])('%s may pass', async (_what, error) => {
	expect(await limited([error]).ask()).toBe('answer');
	await expect(limited(Array(3).fill(error)).ask()).rejects.toThrow('unreachable');
});

test('a status that n8n has wrapped is found all the same', async () => {
	const wrapped = new Error('n8n', { cause: { httpCode: '401' } });
	await expect(limited([wrapped]).ask()).rejects.toThrow('unauthorized');
});

test('a model that hangs, and heeds no signal, costs no more than the time-out', async () => {
	const { model } = scriptedModel(() => new Promise(() => undefined));
	const { guard, limits } = real({ timeOut: 60 });
	const start = performance.now();
	const asking = limitModel(model, limits, guard).complete(request, never);
	await expect(asking).rejects.toThrow('timeout');
	expect(performance.now() - start).toBeLessThan(1_000);
});

test('the time-out is one for all tries together', async () => {
	const { model, asked } = scriptedModel(async () => {
		await wait(40);
		throw httpError(500);
	});
	const { guard, limits } = real({ timeOut: 100 });
	await expect(limitModel(model, limits, guard).complete(request, never)).rejects.toThrow();
	expect(asked).toHaveLength(1);
});

test('closing ends a running call', async () => {
	const { model, asked } = scriptedModel(() => new Promise(() => undefined));
	const { guard, limits } = real({});
	const closing = new AbortController();
	const asking = limitModel(model, limits, guard).complete(request, closing.signal);
	setImmediate(() => closing.abort());
	await expect(asking).rejects.toThrow('closed');
	expect(asked).toHaveLength(1);
});

test('no more calls run at once than may, and those that wait come in their order', async () => {
	let running = 0;
	let most = 0;
	const done: string[] = [];
	const { model } = scriptedModel(async ({ schema }) => {
		most = Math.max(most, ++running);
		await wait(5);
		running -= 1;
		done.push(schema.name);
		return 'answer';
	});
	const { guard, limits } = real({ concurrency: 2 });
	const names = ['1', '2', '3', '4', '5', '6', '7'];
	const one = limitModel(model, limits, guard);
	const ask = (name: string) => one.complete({ messages: [], schema: { name, schema: {} } }, never);
	await Promise.all(names.map(ask));
	expect(most).toBe(2);
	expect(done).toEqual(names);
});

test('who finds no place in time says so, and leaves the queue', async () => {
	const holding = Promise.withResolvers<string>();
	const { model, asked } = scriptedModel(() => (asked.length === 1 ? holding.promise : 'answer'));
	const { guard, limits } = real({ concurrency: 1 });
	const first = limitModel(model, limits, guard).complete(request, never);
	const second = limitModel(model, { ...limits, timeOut: 20 }, guard).complete(request, never);
	await expect(second).rejects.toThrow('busy');
	holding.resolve('held');
	expect(await first).toBe('held');
	expect(await limitModel(model, limits, guard).complete(request, never)).toBe('answer');
});

test('a call that heeds no signal keeps its slot until it is over', async () => {
	const { model, lost, limits, guard, finish } = deaf();
	await expect(limitModel(model, limits, guard).complete(request, never)).rejects.toThrow(
		'timeout',
	);
	const second = () => limitModel(model, limits, guard).complete(request, never);
	await expect(second()).rejects.toThrow('busy');
	finish('too late');
	expect(await second()).toBe('answer');
	expect(lost).toEqual([20]);
});

test('a call that never ends gives its slot back after another time-out', async () => {
	const { model, limits, guard, giveUp } = deaf();
	await expect(limitModel(model, limits, guard).complete(request, never)).rejects.toThrow(
		'timeout',
	);
	giveUp();
	expect(await limitModel(model, limits, guard).complete(request, never)).toBe('answer');
});

/** The first call hangs until it is finished or given up; the next ones are answered. */
function deaf() {
	const hanging = Promise.withResolvers<string>();
	const patience = Promise.withResolvers<void>();
	const lost: number[] = [];
	const { model, asked } = scriptedModel(() => (asked.length === 1 ? hanging.promise : 'answer'));
	const { guard, limits } = real({ concurrency: 1, timeOut: 20 });
	const waits = async (milliseconds: number) => {
		lost.push(milliseconds);
		await patience.promise;
	};
	return {
		model,
		lost,
		limits,
		guard: { ...guard, wait: waits },
		finish: hanging.resolve,
		giveUp: patience.resolve,
	};
}

test('each try is taken from the budget of the day, and none is made when it is spent', async () => {
	const spent: Array<[string, number]> = [];
	const spend = async (day: string, most: number) => spent.push([day, most]) <= most;
	const { ask, asked } = limited(Array(9).fill(httpError(500)), { dailyBudget: 2 }, { spend });
	await expect(ask()).rejects.toThrow('budget spent');
	expect(asked).toHaveLength(2);
	expect(spent[0]).toEqual(['2026-11-22', 2]);
});

test('without a budget nothing is counted', async () => {
	const spend = jest.fn();
	await limited([], {}, { spend }).ask();
	expect(spend).not.toHaveBeenCalled();
});

test('no call is made while the budget cannot be read', async () => {
	const spend = () => Promise.reject(new Error('disk'));
	const { ask, asked } = limited([], { dailyBudget: 9 }, { spend });
	await expect(ask()).rejects.toThrow('budget unknown');
	expect(asked).toHaveLength(0);
});

test('no call is made after the time that the budget took', async () => {
	const spend = async () => {
		await wait(60);
		return true;
	};
	const { ask, asked } = limited([], { timeOut: 20, dailyBudget: 3 }, { spend });
	await expect(ask()).rejects.toThrow('timeout');
	await wait(80);
	expect(asked).toHaveLength(0);
});

test('a failure tells nothing of what was sent', async () => {
	const { ask } = limited([Object.assign(new Error('my card 4111'), { status: 400 })]);
	const failure = await ask().catch((error: unknown) => error);
	expect(failure).toBeInstanceOf(ModelFailure);
	expect((failure as Error).message).toBe('rejected');
});

/** With real time. */
function real(limits: Partial<ModelLimits>) {
	const guard: ModelGuard = {
		slots: new Slots(),
		spend: async () => true,
		wait: async (milliseconds, signal) =>
			await wait(milliseconds, undefined, { signal, ref: false }),
		random: Math.random,
		now: Date.now,
	};
	return { guard, limits: { timeOut: 8_000, concurrency: 4, dailyBudget: 0, ...limits } };
}

import timers from 'node:timers/promises';
import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';
import { EventBell } from '../../../handover/operations/event-bell';
import { raiseLeftTurns } from '../../../handover/operations/raise-left-turns';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { performAction } from '../../../handover/operations/perform-action';
import type { EventType } from '../../../handover/stores/records';
import {
	deliverNewEvents,
	deliverNextEvent,
} from '../../../nodes/n8n/HandoverTrigger/deliver-events';
import { repeat } from '../../../nodes/n8n/HandoverTrigger/repeat';
import { openServices } from '../../../nodes/n8n/open-services';
import { useFolderOfItsOwn } from './n8n-fakes';

useFolderOfItsOwn();

const silent = new EventBell(() => undefined);
afterAll(() => silent.stop());

interface Executed {
	items: INodeExecutionData[];
	end: (run?: IRun) => void;
	fail: (error: Error) => void;
}

/** A trigger node of its own, and the executions that it started. */
function aTrigger(id: string, events: EventType[] = [], botId = '') {
	const executed: Executed[] = [];
	const context = {
		getNode: () => ({ id, name: 'Trigger' }),
		getWorkflow: () => ({ id: 'flow-1' }),
		getNodeParameter: (name: string) => (name === 'events' ? events : botId),
		helpers: { createDeferredPromise: () => Promise.withResolvers() },
		emit: ([items]: INodeExecutionData[][], _: unknown, done?: PromiseWithResolvers<IRun>) =>
			executed.push({ items: items!, end: done?.resolve as never, fail: done?.reject as never }),
	};
	return { context: context as unknown as ITriggerFunctions, executed };
}

async function handOver(context: ITriggerFunctions, conversationId: string, botId = 'default') {
	const services = await openServices(context);
	const { handover } = await receiveMessage(services, { botId, conversationId, text: 'Hi' });
	await performAction(services, 'addTags', { botId, conversationId, carried: handover });
}

const typesOf = ({ items }: Executed) => items.map(({ json }) => json.type);

test('one execution gets the events since the last, oldest first', async () => {
	const { context, executed } = aTrigger('in-order');
	const { round: deliver } = deliverNewEvents(context, silent);
	await deliver();
	await handOver(context, 'c-1');
	const delivering = deliver();
	await until(() => executed.length > 0);
	executed[0]!.end();
	await delivering;
	expect(typesOf(executed[0]!)).toEqual(['handover.requested', 'action.done']);
	expect(executed[0]!.items[0]!.json).toEqual({
		type: 'handover.requested',
		botId: 'default',
		conversationId: 'c-1',
		handoverId: expect.any(String),
		at: expect.stringMatching(/^\d{4}-.*Z$/),
		handover: { botId: 'default', conversationId: 'c-1', handoverId: expect.any(String) },
		data: expect.any(Object),
		seq: expect.any(Number),
	});
	await deliver();
	expect(executed).toHaveLength(1);
});

test('events whose execution could not be started come again, also after a restart', async () => {
	const { context, executed } = aTrigger('again', ['action.done']);
	await deliverNewEvents(context, silent).round();
	await handOver(context, 'c-2');
	const failing = deliverNewEvents(context, silent).round();
	await until(() => executed.length > 0);
	executed[0]!.fail(new Error('no more memory'));
	await expect(failing).rejects.toThrow('no more memory');
	const afterRestart = deliverNewEvents(context, silent).round();
	await until(() => executed.length > 1);
	executed[1]!.end();
	await afterRestart;
	expect(executed[1]!.items).toEqual(executed[0]!.items);
	expect(typesOf(executed[1]!)).toEqual(['action.done']);
});

test('only the events of the bot that is named start something', async () => {
	const { context, executed } = aTrigger('one-bot', [], ' mine ');
	const { round } = deliverNewEvents(context, silent);
	await round();
	for (const botId of ['mine', 'other']) await handOver(context, 'c-bot', botId);
	const delivering = round();
	await until(() => executed.length > 0);
	executed[0]!.end();
	await delivering;
	expect(executed).toHaveLength(1);
	expect(new Set(executed[0]!.items.map(({ json }) => json.botId))).toEqual(new Set(['mine']));
});

test('each turn that was left is an execution of its own, with what the contact wrote', async () => {
	const { context, executed } = aTrigger('left', ['turn.left', 'action.done']);
	const { round } = deliverNewEvents(context, silent);
	await round();
	const services = await openServices(context);
	for (const id of ['l-1', 'l-2']) {
		const message = { conversationId: id, messageId: id, text: `asked in ${id}` };
		const { handover } = await receiveMessage(services, message, { answerWithin: 60 });
		services.leftTurns.leave(services, handover);
	}
	await services.leftTurns.write(services);
	await raiseLeftTurns(services, (error) => {
		throw error;
	});
	await handOver(context, 'c-left');
	const delivering = round();
	await until(() => executed.length === 3);
	const [first, second, others] = executed;
	const turns = [first!, second!];
	// Nobody waits for a turn's end.
	others!.end();
	await delivering;
	expect(typesOf(others!)).toEqual(['action.done']);
	expect(turns.map(({ items }) => items.map(({ json }) => json))).toMatchObject(
		['l-1', 'l-2'].map((id) => [
			{
				type: 'turn.left',
				handover: { conversationId: id, begunAt: expect.any(Number) },
				body: { botId: 'default', conversationId: id, messageId: id, text: `asked in ${id}` },
			},
		]),
	);
	// Where a node behind the bot looks for the bot's answer.
	expect(turns.flatMap(({ items }) => items).some(({ json }) => 'text' in json)).toBe(false);
});

test('while another process delivers, it starts nothing; when it closes, another one may', async () => {
	const { context, executed } = aTrigger('leased');
	const { store, runner } = await openServices(context);
	const reader = 'n8n:flow-1/leased';
	const heldBy = async () => (await store.readCursor(reader)).heldBy;
	await store.saveCursor(reader, await store.lastEventSeq());
	await store.leaseCursor(reader, { heldBy: null, sign: 0 }, 'another-host/1/x');
	await handOver(context, 'c-leased');
	const closing = deliverNewEvents(context, silent);
	await closing.round();
	await closing.release();
	expect(executed).toEqual([]);
	expect(await heldBy()).toBe('another-host/1/x');
	await store.releaseCursor(reader, 'another-host/1/x');
	const delivery = deliverNewEvents(context, silent);
	const delivering = delivery.round();
	await until(() => executed.length > 0);
	executed[0]!.end();
	await delivering;
	expect(await heldBy()).toBe(runner.id);
	await delivery.release();
	expect(await heldBy()).toBeNull();
});

describe('closed during a round', () => {
	/** A trigger that has something to deliver, and whose reading has begun. */
	async function reading(id: string) {
		const { context, executed } = aTrigger(id);
		const { store } = await openServices(context);
		const delivery = deliverNewEvents(context, silent);
		await delivery.round();
		await handOver(context, `c-${id}`);
		const heldBy = async () => (await store.readCursor(`n8n:flow-1/${id}`)).heldBy;
		return { context, executed, store, delivery, heldBy };
	}

	test('while it reads, it starts nothing more, and lets another one read', async () => {
		const { executed, store, delivery, heldBy } = await reading('closed-reading');
		const { promise: isSlow, resolve: goOn } = Promise.withResolvers<void>();
		const readEvents = store.readEvents.bind(store);
		jest.spyOn(store, 'readEvents').mockImplementationOnce(async (after, limit) => {
			await isSlow;
			return await readEvents(after, limit);
		});
		const round = delivery.round();
		const closed = delivery.release();
		goOn();
		await Promise.all([round, closed]);
		expect(executed).toEqual([]);
		expect(await heldBy()).toBeNull();
	});

	test('while it reads what the contact wrote, it starts nothing more', async () => {
		const { context, executed } = aTrigger('closed-viewing', ['turn.left']);
		const { store, ...services } = await openServices(context);
		const delivery = deliverNewEvents(context, silent);
		await delivery.round();
		const message = { conversationId: 'l-closed', messageId: 'm', text: 'asked' };
		const { handover } = await receiveMessage({ ...services, store }, message, {
			answerWithin: 60,
		});
		services.leftTurns.leave({ ...services, store }, handover);
		await services.leftTurns.write({ ...services, store });
		await raiseLeftTurns({ ...services, store }, jest.fn());
		let closed: Promise<void> | undefined;
		const snapshot = store.snapshot.bind(store);
		jest.spyOn(store, 'snapshot').mockImplementationOnce(async (of, need) => {
			closed = delivery.release();
			return await snapshot(of, need);
		});
		await delivery.round();
		await closed;
		expect(executed).toEqual([]);
		await deliverNewEvents(context, silent).round();
		expect(executed).toHaveLength(1);
	});

	test('while the store is being opened, it does not read', async () => {
		const { executed, delivery, heldBy } = await reading('closed-opening');
		await delivery.release();
		await delivery.round();
		expect(executed).toEqual([]);
		expect(await heldBy()).toBeNull();
	});

	test('while its execution runs, it passes the reading on once its events are acknowledged', async () => {
		const { context, executed, delivery, heldBy } = await reading('closed-executing');
		const round = delivery.round();
		await until(() => executed.length > 0);
		const closed = delivery.release();
		expect(await heldBy()).not.toBeNull();
		executed[0]!.end();
		await Promise.all([round, closed]);
		expect(await heldBy()).toBeNull();
		await deliverNewEvents(context, silent).round();
		expect(executed).toHaveLength(1);
	});

	test('and opened again, it does not start what is under way a second time, and keeps the reading', async () => {
		const { context, executed, delivery, heldBy } = await reading('closed-saved');
		const round = delivery.round();
		await until(() => executed.length > 0);
		const closed = delivery.release();
		const inItsPlace = deliverNewEvents(context, silent);
		const next = inItsPlace.round();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(executed).toHaveLength(1);
		executed[0]!.end();
		await Promise.all([round, closed, next]);
		expect(executed).toHaveLength(1);
		expect(await heldBy()).not.toBeNull();
	});

	test('does not wait for an execution without end, which passes it on when it does end', async () => {
		const { executed, delivery, heldBy } = await reading('closed-waiting');
		const round = delivery.round();
		await until(() => executed.length > 0);
		const longest = jest.spyOn(timers, 'setTimeout').mockResolvedValueOnce(undefined);
		await delivery.release();
		longest.mockRestore();
		expect(await heldBy()).not.toBeNull();
		executed[0]!.end();
		await round;
		await new Promise((resolve) => setImmediate(resolve));
		expect(await heldBy()).toBeNull();
	});
});

test('a test in the editor shows the next event, and takes none from the published workflow', async () => {
	const { context, executed } = aTrigger('in-editor');
	const { round: published } = deliverNewEvents(context, silent);
	await published();
	const testing = deliverNextEvent(context, silent);
	await testing();
	await handOver(context, 'c-3');
	await testing();
	expect(typesOf(executed[0]!)).toEqual(['handover.requested']);
	const delivering = published();
	await until(() => executed.length > 1);
	executed[1]!.end();
	await delivering;
	expect(executed[1]!.items).toHaveLength(2);
});

describe('the loop', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	test('never runs twice at once, and waits longer after each error', async () => {
		const starts: number[] = [];
		const began = Date.now();
		const loop = repeat(
			async () => {
				starts.push(Date.now() - began);
				if (starts.length > 2) throw new Error('away');
				await new Promise((resolve) => setTimeout(resolve, 1_500));
			},
			() => undefined,
		);
		await jest.advanceTimersByTimeAsync(12_000);
		loop.stop();
		expect(starts).toEqual([0, 2_500, 5_000, 7_000, 11_000]);
		await jest.advanceTimersByTimeAsync(60_000);
		expect(starts).toHaveLength(5);
	});

	test('runs at once when it is woken, and once more when that was during a run', async () => {
		const starts: number[] = [];
		const began = Date.now();
		const loop = repeat(
			async () => {
				starts.push(Date.now() - began);
				await new Promise((resolve) => setTimeout(resolve, 100));
			},
			() => undefined,
		);
		await jest.advanceTimersByTimeAsync(300);
		loop.wake();
		await jest.advanceTimersByTimeAsync(50);
		loop.wake();
		loop.wake();
		await jest.advanceTimersByTimeAsync(1_500);
		loop.stop();
		loop.wake();
		await jest.advanceTimersByTimeAsync(5_000);
		expect(starts).toEqual([0, 300, 401, 1_501]);
	});
});

async function until(isTrue: () => boolean): Promise<void> {
	while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

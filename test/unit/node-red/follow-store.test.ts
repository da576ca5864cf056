import type { EventView } from '../../../handover/operations/follow-events';
import type { EventType } from '../../../handover/stores/records';
import { followStore, type Following } from '../../../nodes/node-red/follow-store';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { performAction } from '../../../handover/operations/perform-action';
import { openTestServices, type TestServices } from '../../builders/services';

let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
	jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(async () => {
	jest.useRealTimers();
	await services.close();
});

/** One look at the store, and all that follows from it. */
async function look(milliseconds = 1_000): Promise<void> {
	await jest.advanceTimersByTimeAsync(milliseconds);
	for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}

function follow(types: EventType[] = [], use?: Following['use']) {
	const events: EventView[] = [];
	const told: string[] = [];
	const following = followStore({
		use: use ?? (async (work) => await work(services)),
		reader: 'node-red:trigger-1',
		types,
		deliver: (event) => void events.push(event),
		onConnected: () => void told.push('connected'),
		onError: () => void told.push('error'),
	});
	return { events, told, following, types: () => events.map(({ type }) => type) };
}

async function handOver(conversationId: string): Promise<void> {
	const { handover } = await receiveMessage(services, { conversationId, text: 'help' });
	await performAction(services, 'addTags', { ...handover, carried: handover, fields: {} });
}

test('delivers what happens from now on, in order, and only the chosen types', async () => {
	await handOver('before');
	const { types, following } = follow(['handover.requested', 'action.done']);
	await look(0);
	await handOver('after');
	await look();
	expect(types()).toEqual(['handover.requested', 'action.done']);
	await look();
	expect(types()).toHaveLength(2);
	await following.stop();
});

test('what was delivered and not acknowledged comes again after a crash', async () => {
	let isDead = false;
	const first = follow([], async (work) => {
		if (isDead) throw new Error('it does nothing any more');
		return await work(services);
	});
	await look(0);
	await handOver('c');
	await look(0);
	isDead = true;
	await first.following.stop();
	const second = follow();
	await look(0);
	expect(first.types()).toHaveLength(2);
	expect(second.types()).toEqual(first.types());
	await look();
	await second.following.stop();
	const third = follow();
	await look(0);
	expect(third.types()).toEqual([]);
	await third.following.stop();
});

test('what was delivered before it is stopped does not come again', async () => {
	const first = follow();
	await look(0);
	await handOver('c');
	await look(0);
	await first.following.stop();
	expect(first.types()).toHaveLength(2);
	const second = follow();
	await look(0);
	expect(second.types()).toEqual([]);
	await second.following.stop();
});

test('lets another copy read when it is stopped, and only then', async () => {
	const { following } = follow();
	await look(0);
	const heldBy = async () => (await services.store.readCursor('node-red:trigger-1')).heldBy;
	expect(await heldBy()).toBe(services.runner.id);
	await following.stop();
	expect(await heldBy()).toBeNull();
});

test('looks at once when the store tells of an event', async () => {
	const { types, following } = follow();
	await look(0);
	await handOver('c');
	await look(0);
	expect(types()).toEqual(['handover.requested', 'action.done']);
	await following.stop();
	await handOver('d');
	await look();
	expect(types()).toHaveLength(2);
});

test('looks ever less often while the store fails, and says so once', async () => {
	let looks = 0;
	const { told, following } = follow([], async () => {
		looks += 1;
		throw new Error('no store');
	});
	await look(0);
	for (let second = 0; second < 15; second++) await look();
	// After 0, 2, 6 and 14 seconds.
	expect(looks).toBe(4);
	expect(told).toEqual(['error']);
	await following.stop();
	await look(120_000);
	expect(looks).toBe(4);
});

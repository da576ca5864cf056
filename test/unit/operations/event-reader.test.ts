import { EventReader } from '../../../handover/operations/event-reader';
import { acknowledgeEvents } from '../../../handover/operations/follow-events';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import type { Services } from '../../../handover/operations/services';
import { openTestServices, type TestServices } from '../../builders/services';

let services: TestServices;
const dead = new Set<string>();
beforeEach(async () => {
	dead.clear();
	services = await openTestServices();
});
afterEach(async () => await services.close());

/** A copy of the flow, in a process of its own. */
function copy(name: string) {
	const runner = { id: name, isAlive: (id: string) => !dead.has(id) };
	const own: Services = { ...services, runner };
	const reader = new EventReader('trigger', []);
	return {
		/** What it delivers; null: another one reads. */
		async look(acknowledges = true) {
			const found = await reader.read(own);
			if (!found) return null;
			if (acknowledges) await acknowledgeEvents(own, 'trigger', found.upTo);
			return found.events.map(({ type }) => type);
		},
		release: async () => await reader.release(own),
		isReading: () => reader.isReading,
	};
}

async function happens(): Promise<void> {
	const { handover } = await receiveMessage(services, { conversationId: 'c', text: 'Hi' });
	await performAction(services, 'addTags', { conversationId: 'c', carried: handover });
}

const EVENTS = ['handover.requested', 'action.done'];

test('of two copies one reads', async () => {
	const [a, b] = [copy('a'), copy('b')];
	expect(await a.look()).toEqual([]);
	expect(await b.look()).toBeNull();
	await happens();
	expect(await b.look()).toBeNull();
	expect(await a.look()).toEqual(EVENTS);
});

test('two that begin at once are one reader', async () => {
	const [a, b] = [copy('a'), copy('b')];
	const looks = await Promise.all([a.look(), b.look()]);
	expect(looks.filter((found) => found !== null)).toHaveLength(1);
});

test('one that could not read what it had begun to still reads, and passes that on', async () => {
	const lastEventSeq = jest
		.spyOn(services.store, 'lastEventSeq')
		.mockRejectedValueOnce(new Error('away'));
	const [a, b] = [copy('a'), copy('b')];
	await expect(a.look()).rejects.toThrow('away');
	expect(a.isReading()).toBe(true);
	expect(await b.look()).toBeNull();
	expect(b.isReading()).toBe(false);
	await a.release();
	expect(await b.look()).toEqual([]);
	lastEventSeq.mockRestore();
});

test('when it closes, another one goes on at its next look, where it was', async () => {
	const [a, b] = [copy('a'), copy('b')];
	await a.look();
	await b.look();
	await a.release();
	await happens();
	expect(await b.look()).toEqual(EVENTS);
	expect(await a.look()).toBeNull();
});

test.each([
	['itself', 'a'],
	['another one, when it is dead,', 'b'],
])('one that fails before it has a place begins anew, by %s', async (_who, next) => {
	jest.spyOn(services.store, 'lastEventSeq').mockRejectedValueOnce(new Error('on purpose'));
	await expect(copy('a').look()).rejects.toThrow('on purpose');
	if (next !== 'a') dead.add('a');
	const reader = copy(next);
	expect(await reader.look()).toEqual([]);
	await happens();
	expect(await reader.look()).toEqual(EVENTS);
});

test('when it dies, another one delivers what it had not acknowledged', async () => {
	const [a, b, c] = [copy('a'), copy('b'), copy('c')];
	await a.look();
	await happens();
	expect(await a.look(false)).toEqual(EVENTS);
	expect(await b.look()).toBeNull();
	dead.add('a');
	expect(await b.look()).toEqual(EVENTS);
	expect(await c.look()).toBeNull();
});

test('one that lives, but does not look any more, is given up after three minutes', async () => {
	const [a, b] = [copy('a'), copy('b')];
	await a.look();
	await happens();
	const look = async (seconds: number) => {
		let found: string[] | null = null;
		for (let passed = 0; passed < seconds && found === null; passed += 5) {
			services.clock.advance(5_000);
			found = await b.look();
		}
		return found;
	};
	expect(await look(175)).toBeNull();
	expect(await look(10)).toEqual(EVENTS);
	// It comes back, and leaves the reading where it is.
	expect(await a.look()).toBeNull();
});

test('one that looks keeps the reading for ever', async () => {
	const [a, b] = [copy('a'), copy('b')];
	await a.look();
	for (let minute = 0; minute < 60; minute++) {
		services.clock.advance(60_000);
		expect(await a.look()).toEqual([]);
		expect(await b.look()).toBeNull();
	}
});

test('a redeploy in the same process goes on at once', async () => {
	const before = copy('a');
	await before.look();
	const after = copy('a');
	expect(await after.look()).toEqual([]);
	// The old one is closed only now.
	await before.release();
	await happens();
	expect(await after.look()).toEqual(EVENTS);
});

test('who reads does not write more than now and then', async () => {
	const a = copy('a');
	const lease = jest.spyOn(services.store, 'leaseCursor');
	for (let second = 0; second < 60; second++) {
		await a.look(false);
		services.clock.advance(1_000);
	}
	expect(lease).toHaveBeenCalledTimes(3);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HandoverError } from '../../../handover/errors';
import { SqliteStore } from '../../../handover/stores/sqlite/sqlite-store';
import type { StoreNode } from '../../../nodes/node-red/config-nodes';
import store from '../../../nodes/node-red/handover-store/handover-store';
import { openServices, testHandoverStore } from '../../../nodes/n8n/open-services';
import { holdServices } from '../../../nodes/open-services';
import { watchClock } from '../../../nodes/watch-clock';
import { NOON, openTestServices, type TestServices } from '../../builders/services';
import { deploy } from '../node-red/node-red-fakes';

const SECOND = 1_000;

afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

describe('a clock beside that of the database', () => {
	let services: TestServices;
	let warnings: string[];
	/** What the server's clock says beside ours, and how long its answer takes either way. */
	let lead = 0;
	let way = 0;
	const watch = () =>
		watchClock(services, {
			differs: (text) => warnings.push(text),
			agrees: () => warnings.push('mended'),
		});
	beforeEach(async () => {
		services = await openTestServices();
		warnings = [];
		[lead, way] = [0, 0];
		jest.spyOn(services.store, 'readClock').mockImplementation(async () => {
			services.clock.advance(way);
			const now = services.clock.now() - lead;
			services.clock.advance(way);
			return now;
		});
	});
	afterEach(async () => await services.close());

	test.each([
		[90 * SECOND, 'is 90 seconds ahead of'],
		[-90 * SECOND, 'is 90 seconds behind'],
		[6 * SECOND, 'is 6 seconds ahead of'],
	])('is warned of when it differs by %d ms, and how to set it', async (given, said) => {
		lead = given;
		const { look, stop } = watch();
		await look();
		expect(warnings).toEqual([expect.stringContaining(said)]);
		expect(warnings[0]).toContain('NTP');
		stop();
	});

	test.each([0, 4 * SECOND, -4 * SECOND])('is not for %d ms', async (given) => {
		lead = given;
		const { look, stop } = watch();
		await look();
		expect(warnings).toEqual([]);
		stop();
	});

	test('is not for as long as the answer was on its way', async () => {
		[lead, way] = [8 * SECOND, 20 * SECOND];
		const slow = watch();
		await slow.look();
		expect(warnings).toEqual([]);
		slow.stop();
	});

	test('is looked at every ten minutes, warned of once, and no more when the store is closed', async () => {
		jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
		const { look, stop } = watch();
		await look();
		lead = 3_600 * SECOND;
		await jest.advanceTimersByTimeAsync(600 * SECOND);
		expect(warnings).toEqual([expect.stringContaining('3600 seconds ahead')]);
		await jest.advanceTimersByTimeAsync(1_200 * SECOND);
		expect(warnings).toHaveLength(1);
		const looks = jest.mocked(services.store.readClock).mock.calls.length;
		expect(looks).toBeGreaterThanOrEqual(2);
		stop();
		await jest.advanceTimersByTimeAsync(1_200 * SECOND);
		expect(services.store.readClock).toHaveBeenCalledTimes(looks);
	});

	test('that was set is no reason to warn any more, until it differs again', async () => {
		const { look, stop } = watch();
		for (const given of [60, 50, 0, 1, -90]) {
			lead = given * SECOND;
			await look();
		}
		expect(warnings).toEqual([
			expect.stringContaining('60 seconds ahead'),
			'mended',
			expect.stringContaining('90 seconds behind'),
		]);
		stop();
	});

	test('that was read too slowly, or not at all, is not said to be set', async () => {
		lead = 8 * SECOND;
		const { look, stop } = watch();
		await look();
		way = 20 * SECOND;
		await look();
		way = 0;
		const away = new HandoverError('STORE_UNAVAILABLE', 'on purpose');
		jest.mocked(services.store.readClock).mockRejectedValueOnce(away);
		await look();
		expect(warnings).toEqual([expect.stringContaining('8 seconds ahead')]);
		stop();
	});

	test('that cannot be read is no reason to fail, nor to look no more', async () => {
		jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
		lead = 60 * SECOND;
		const away = new HandoverError('STORE_UNAVAILABLE', 'on purpose');
		jest.mocked(services.store.readClock).mockRejectedValueOnce(away);
		const { look, stop } = watch();
		await look();
		expect(warnings).toEqual([]);
		await jest.advanceTimersByTimeAsync(600 * SECOND);
		expect(warnings).toHaveLength(1);
		stop();
	});
});

test('a SQLite file has no clock but ours', async () => {
	const services = await openTestServices();
	services.clock.at = NOON - 3_600 * SECOND;
	const warnings: string[] = [];
	const { look, stop } = watchClock(services, {
		differs: (text) => warnings.push(text),
		agrees: () => warnings.push('mended'),
	});
	await look();
	expect(warnings).toEqual([]);
	stop();
	await services.close();
});

describe('on both platforms', () => {
	const WARNING = /60 seconds ahead.*NTP/;
	let folder: string;
	let path: string;
	let lead: number;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'handover-clock-'));
		path = join(folder, 'store.sqlite');
		lead = 60 * SECOND;
		const behind = async () => Date.now() - lead;
		jest.spyOn(SqliteStore.prototype, 'readClock').mockImplementation(behind as never);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test('everybody who holds the store hears of it, also who comes later', async () => {
		const told: string[] = [];
		const held = [
			await holdServices(path, { warn: (text, about) => told.push(`first, ${about}: ${text}`) }),
			await holdServices(path, { warn: (text, about) => told.push(`second, ${about}: ${text}`) }),
		];
		expect(told).toEqual([
			expect.stringMatching(/^first, clock: .*NTP/),
			expect.stringMatching(/^second, clock: .*NTP/),
		]);
		for (const { release } of held) await release();
	});

	test("Node-RED shows it on the store's node, and in its log", async () => {
		const nodes = [{ id: 's', type: 'handover-store', path: 'store.sqlite' }];
		const running = deploy({ store }, nodes, folder);
		await (running.node('s') as unknown as StoreNode).use(async () => undefined);
		expect(running.node('s').warnings).toEqual([expect.stringMatching(WARNING)]);
		expect(running.node('s').statuses).toMatchObject([{ text: 'handover-store.status.clock' }]);
		lead = 0;
		await (await holdServices(path)).release();
		expect(running.node('s').statuses.slice(1)).toEqual([{}]);
		await running.stop();
	});

	test("n8n writes it into its log, and the credential's test says it", async () => {
		const logged: string[] = [];
		const services = await openServices({
			getNode: () => ({ credentials: { handoverStoreApi: {} } }) as never,
			getCredentials: async () => ({ path }) as never,
			logger: { warn: (text) => logged.push(text) },
		});
		expect(logged).toEqual([expect.stringMatching(WARNING)]);
		const tested = await testHandoverStore.call({} as never, { data: { path } } as never);
		expect(tested.message).toMatch(WARNING);
		lead = 0;
		const mended = await testHandoverStore.call({} as never, { data: { path } } as never);
		expect(mended.message).not.toMatch(/clock/);
		await services.store.close();
	});
});

import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import store from '../../../nodes/node-red/handover-store/handover-store';
import type { StoreNode } from '../../../nodes/node-red/config-nodes';
import { openServices } from '../../../nodes/n8n/open-services';
import { holdServices } from '../../../nodes/open-services';
import { watchSharing } from '../../../nodes/watch-sharing';
import { deploy } from '../node-red/node-red-fakes';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-sharing-'));
	path = join(folder, 'store.sqlite');
});
afterEach(() => {
	jest.useRealTimers();
	delete process.env.N8N_USER_FOLDER;
	rmSync(folder, { recursive: true, force: true });
});

function watch(id: string, share?: string) {
	const warnings: string[] = [];
	const warn = (text: string) => void warnings.push(text);
	const stop = watchSharing({
		path,
		warn,
		machine: { id, name: `${id}.example` },
		shareOf: () => share,
	});
	return { warnings, stop };
}

/** File times of two looks are never the same. */
const minute = async () => {
	await new Promise((resolve) => setImmediate(resolve));
	jest.advanceTimersByTime(60_000);
};

describe('a SQLite store', () => {
	beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));

	test('warns each of two machines of the other, once', async () => {
		const one = watch('one');
		const other = watch('other');
		for (let minutes = 0; minutes < 3; minutes++) await minute();
		expect(one.warnings).toEqual([expect.stringContaining('(other.example)')]);
		expect(other.warnings).toEqual([expect.stringContaining('(one.example)')]);
		one.stop();
		other.stop();
		expect(readdirSync(folder)).toEqual([]);
	});

	test('warns of nobody on the same machine, and of none that has left', async () => {
		watch('before').stop();
		writeFileSync(`${path}-host-crashed`, 'crashed.example');
		utimesSync(`${path}-host-crashed`, new Date(), Date.now() / 1_000 - 60);
		const container = watch('same');
		const another = watch('same');
		for (let minutes = 0; minutes < 3; minutes++) await minute();
		expect([...container.warnings, ...another.warnings]).toEqual([]);
		container.stop();
		another.stop();
	});

	test('on a share warns of that', () => {
		const watched = watch('one', 'nfs4');
		expect(watched.warnings).toEqual([expect.stringContaining('a share (nfs4)')]);
		watched.stop();
	});

	test('on a disk of this machine warns of nothing', () => {
		const { warnings, stop } = watch('one');
		expect(warnings).toEqual([]);
		stop();
	});
});

/** Somebody whose sign is newer than ours. */
function anotherMachine(): void {
	const later = Date.now() / 1_000 + 60;
	writeFileSync(`${path}-host-another`, 'another.example');
	utimesSync(`${path}-host-another`, later, later);
}
const WARNING = /another\.example/;

test('everybody who holds the store hears of it, also who comes later', async () => {
	anotherMachine();
	const told: string[] = [];
	const held = [
		await holdServices(path, { warn: (text) => told.push(`first: ${text}`) }),
		await holdServices(path, { warn: (text) => told.push(`second: ${text}`) }),
	];
	expect(told).toEqual([
		expect.stringMatching(/^first: .*another\.example/),
		expect.stringMatching(/^second: .*another\.example/),
	]);
	for (const { release } of held) await release();
});

test("Node-RED shows it on the store's node, and in its log", async () => {
	anotherMachine();
	const running = deploy(
		{ store },
		[{ id: 's', type: 'handover-store', path: 'store.sqlite' }],
		folder,
	);
	await (running.node('s') as unknown as StoreNode).use(async () => undefined);
	expect(running.node('s').warnings).toEqual([expect.stringMatching(WARNING)]);
	expect(running.node('s').statuses).toMatchObject([{ text: 'handover-store.status.sharing' }]);
	await running.stop();
});

test('n8n writes it into its log', async () => {
	anotherMachine();
	const logged: string[] = [];
	const services = await openServices({
		getNode: () => ({ credentials: { handoverStoreApi: {} } }) as never,
		getCredentials: async () => ({ path }) as never,
		logger: { warn: (text) => logged.push(text) },
	});
	expect(logged).toEqual([expect.stringMatching(WARNING)]);
	await services.store.close();
});

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '../../../handover/stores/postgres/open-postgres-store';
import type { Store } from '../../../handover/stores/store';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../../servers/postgres';
import { startRoundRobin, type RoundRobin } from '../../servers/round-robin';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from '../with-platform';
import { assignments, differences } from './compare';
import { drive } from './drive';
import { planConversations } from './plan';

const SIZE = { messages: 2_000, conversations: 200, seed: 4 };
/** The server is away for far longer than a node waits for it, which is some ten seconds. */
const OUTAGE = { messages: 1_000, conversations: 100, seed: 9, milliseconds: 30_000 };

describeWithPostgres('two copies of Node-RED on one Postgres', () => {
	let server: PostgresServer;
	let store: Store;
	let copies: TestPlatform[] = [];
	let proxy: RoundRobin;

	beforeAll(async () => {
		server = await startPostgres();
		const url = await server.newDatabase();
		store = await openPostgresStore({ url }, randomUUID);
		copies = await Promise.all(
			[1, 2].map(() => startTestPlatform('node-red', undefined, { store: url })),
		);
		proxy = await startRoundRobin(copies.map((copy) => () => copy.running.apiUrl));
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await proxy?.close();
		await Promise.all(copies.map((copy) => copy.dispose()));
		await store?.close();
		await server?.dispose();
	}, 60_000);

	test(
		`${SIZE.messages} messages, a copy killed and the server restarted: as if one process had had them`,
		async () => {
			const conversations = planConversations(SIZE);
			const { report, heard } = await drive({
				apiUrl: proxy.url,
				conversations,
				connections: 20,
				patience: 20_000,
				faults: [
					{ at: 1 / 3, strike: () => copies[0]!.restart('kill') },
					{
						at: 2 / 3,
						async strike() {
							await server.stop();
							await server.start();
						},
					},
				],
			});
			process.stdout.write(`two Node-RED copies: ${JSON.stringify(report)}\n`);
			const found = await differences(store, conversations, heard);
			// Whatever is wrong is mostly wrong many times.
			expect(found.slice(0, 5)).toEqual([]);
			const each = await assignments(store, conversations);
			expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
			// The faults were felt.
			expect(Object.keys(report.repeated)).not.toEqual([]);
		},
		BOOT_PATIENCE,
	);

	test(
		`${OUTAGE.messages} messages, Postgres away twice for ${OUTAGE.milliseconds / 1_000} s: what failed in one copy goes on in any`,
		async () => {
			const conversations = planConversations(OUTAGE);
			const strike = async () => {
				await server.stop();
				await sleep(OUTAGE.milliseconds);
				await server.start();
			};
			const { report, heard } = await drive({
				apiUrl: proxy.url,
				conversations,
				connections: 20,
				patience: 60_000,
				faults: [
					{ at: 1 / 4, strike },
					{ at: 2 / 3, strike },
				],
			});
			process.stdout.write(`two Node-RED copies, long outages: ${JSON.stringify(report)}\n`);
			const found = await differences(store, conversations, heard);
			expect(found.slice(0, 5)).toEqual([]);
			expect(Object.keys(report.repeated)).not.toEqual([]);
		},
		BOOT_PATIENCE,
	);
});

import { randomUUID } from 'node:crypto';
import { Client, Pool, type ClientConfig, type PoolConfig } from 'pg';
import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { saveStaff } from '../../../handover/operations/configure';
import type { PgLibrary } from '../../../handover/stores/postgres/client-options';
import { readConnectionSettings } from '../../../handover/stores/postgres/connection-settings';
import { Connections } from '../../../handover/stores/postgres/connections';
import { EventSignal } from '../../../handover/stores/postgres/event-signal';
import { openPostgresStore } from '../../../handover/stores/postgres/open-postgres-store';
import { PostgresStore } from '../../../handover/stores/postgres/postgres-store';
import { PulseConnection } from '../../../handover/stores/postgres/pulse-connection';
import type { Store } from '../../../handover/stores/store';
import { faultsOf, handOver, through, type Place } from '../../builders/every-point';
import { FAULTS, type Fault, type Faults } from '../../builders/faults';
import { FaultySocket } from '../../builders/faulty-socket';
import { openTestServices } from '../../builders/services';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { isFullProof } from './size';
import { startPostgres, type PostgresServer } from '../../servers/postgres';

/**
 * What goes out together is one transaction, or its first or second half: what of it was done before the
 * connection broke in the middle is undone. So in the usual size, the faults are before and after the
 * first and the last of it; in the full size, at each statement.
 */

/** So many handovers run at once, each in its own database. */
const PLACES = 4;

describeWithPostgres('a handover on Postgres', () => {
	let server: PostgresServer;
	const places: PostgresPlace[] = [];
	beforeAll(async () => {
		server = await startPostgres();
		for (let made = 0; made < PLACES; made++) places.push(await openPlace(server));
	});
	afterAll(async () => {
		await Promise.all(places.map((place) => place.dispose()));
		await server?.dispose();
	});

	test('without a fault everything happens once, and the contact reads every answer', async () => {
		const ended = await handOver(places[0]!);
		expect(faultsOf(ended)).toEqual([]);
		expect(ended.replies).toEqual(['About m1.', 'About m2.', DEFAULT_CLOSING_MESSAGE]);
		expect(ended.received).toHaveLength(2);
		// Each statement that the server is sent, and each call to the outside.
		expect(ended.points).toBeGreaterThan(200);
		expect(ended.edges.length).toBeGreaterThan(80);
	});

	test.each<Fault>([...FAULTS, 'times out'])(
		'whichever statement or call %s, a retry completes the handover, once',
		async (fault) => {
			const { points, edges } = await handOver(places[0]!);
			const all = Array.from({ length: points }, (_, index) => index + 1);
			const chosen = isFullProof ? all : edges;
			const broken = await Promise.all(
				places.map((place, lane) =>
					through(
						place,
						fault,
						chosen.filter((_, index) => index % PLACES === lane),
					),
				),
			);
			expect(Object.assign({}, ...broken)).toEqual({});
		},
		300_000,
	);
});

interface PostgresPlace extends Place {
	dispose(): Promise<void>;
}

async function openPlace(server: PostgresServer): Promise<PostgresPlace> {
	const url = await server.newDatabase();
	const first = await openPostgresStore({ url }, randomUUID);
	await saveStaff(await openTestServices({ store: first }), [{ name: 'Ana' }, { name: 'Ben' }]);
	await first.close();
	const settings = readConnectionSettings({ url, connections: 3 });
	const client = new Client({ connectionString: url });
	await client.connect();
	const opened: Store[] = [];
	const closing: Array<Promise<void>> = [];
	return {
		async begin() {
			await client.query(
				`SET search_path TO ${settings.schema};
				DELETE FROM conversations; DELETE FROM events; DELETE FROM receipts; DELETE FROM channels;
				UPDATE staff SET last_assigned = 0`,
			);
		},
		async open(faults) {
			const pg = libraryWith(faults);
			const store = new PostgresStore(
				new Connections(pg, settings, randomUUID()),
				new PulseConnection(pg, settings),
				new EventSignal(pg, settings),
			);
			opened.push(store);
			return store;
		},
		// One whose process died tries for a moment yet.
		async end() {
			closing.push(...opened.splice(0).map((store) => store.close()));
		},
		async dispose() {
			await Promise.all(closing);
			await client.end();
		},
	};
}

/** `pg` on connections that have faults. */
function libraryWith(faults: Faults): PgLibrary {
	const sockets = new Set<FaultySocket>();
	faults.onDeath = () => sockets.forEach((socket) => socket.destroy());
	const stream = () => {
		const socket = new FaultySocket(faults);
		sockets.add(socket);
		return socket;
	};
	class FaultyClient extends Client {
		constructor(config: ClientConfig) {
			super({ ...config, stream });
		}
	}
	class FaultyPool extends Pool {
		constructor(config: PoolConfig) {
			super({ ...config, stream });
		}
	}
	return { Client: FaultyClient, Pool: FaultyPool } as unknown as PgLibrary;
}

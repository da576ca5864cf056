import { randomUUID } from 'node:crypto';
import { newConversation } from '../../handover/conversation/conversation';
import type { PostgresStoreOptions } from '../../handover/stores/postgres/connection-settings';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import type { Store, Write } from '../../handover/stores/store';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { NOON, ref } from './store-builders';

/** A server with one database, for all tests of a `describe`; what a test opens is closed after it. */
export function postgresStage(settings?: Parameters<typeof startPostgres>[0]) {
	let schemas = 0;
	const opened: Store[] = [];
	const stage = {
		server: undefined as unknown as PostgresServer,
		url: '',
		/** The latest one. */
		get schema() {
			return `store_${schemas}`;
		},
		nextSchema(): void {
			schemas += 1;
		},
		async open(options: Partial<PostgresStoreOptions> = {}) {
			const { url, schema } = stage;
			const store = await openPostgresStore({ url, schema, ...options }, randomUUID);
			opened.push(store);
			return store;
		},
		/** In a schema that is not there yet. */
		async openNew() {
			stage.nextSchema();
			const { schema } = stage;
			return { store: await stage.open(), reopen: () => stage.open({ schema }) };
		},
	};
	beforeAll(async () => {
		stage.server = await startPostgres(settings);
		stage.url = await stage.server.newDatabase();
	});
	afterEach(async () => {
		await Promise.all(opened.splice(0).map((store) => store.close()));
	});
	afterAll(async () => await stage.server?.dispose());
	return stage;
}

export async function write(by: Store, ...writes: Write[]): Promise<void> {
	await by.change(ref, {}, () => ({ result: undefined, writes }));
}

/** One more each time. */
export async function count(by: Store, of = ref): Promise<number> {
	return await by.change(of, {}, (snapshot) => {
		const before = snapshot.conversation ?? newConversation(of, NOON);
		const after = { ...before, epoch: before.epoch + 1 };
		return { result: after.epoch, writes: [{ type: 'conversation', conversation: after }] };
	});
}

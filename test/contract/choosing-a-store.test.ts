import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialTestFunctions, ICredentialsDecrypted } from 'n8n-workflow';
import type { Services } from '../../handover/operations/services';
import { holdServices } from '../../nodes/open-services';
import { openServices, testHandoverStore } from '../../nodes/n8n/open-services';
import type { StoreNode } from '../../nodes/node-red/config-nodes';
import handoverStore from '../../nodes/node-red/handover-store/handover-store';
import { locateStore, parseStoreLocation } from '../../nodes/store-location';
import { followStore } from '../../start/event-log';
import { until } from '../integration/until';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../servers/postgres';
import { deploy } from '../unit/node-red/node-red-fakes';
import { conversation, event, ref } from './store-builders';

const written = (services: Services) =>
	services.store.change(ref, {}, (snapshot) => ({
		result: snapshot.conversation !== undefined,
		writes: [{ type: 'conversation', conversation }],
	}));

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'handover-choice-'))));
afterEach(() => {
	delete process.env.HANDOVER_STORE;
	rmSync(folder, { recursive: true, force: true });
});

describe('which store the fields name', () => {
	const file = (name: string) => ({ database: 'sqlite', path: join('/folder', name) });

	test.each([
		[{}, file('handover.sqlite')],
		[{ path: ' mine.sqlite ' }, file('mine.sqlite')],
		[
			{ database: 'sqlite', path: '/elsewhere/it' },
			{ database: 'sqlite', path: '/elsewhere/it' },
		],
	])('%j', (fields, location) => expect(locateStore(fields, '/folder')).toEqual(location));

	test('Postgres, with what was left empty left out', () => {
		const fields = {
			database: 'postgres',
			urlWithPassword: ' postgres://u@h/d ',
			ca: '',
			schema: '',
		};
		const location = locateStore({ ...fields, connections: '5' }, '/folder');
		expect(location).toEqual({
			database: 'postgres',
			url: 'postgres://u@h/d',
			tls: 'fromUrl',
			connections: 5,
		});
		expect(() => locateStore({ ...fields, tls: 'maybe' }, '/folder')).toThrow('TLS is one of');
	});

	test('the variable HANDOVER_STORE, where nobody has chosen', () => {
		process.env.HANDOVER_STORE = 'postgres://u@h/d';
		const there = { database: 'postgres', url: 'postgres://u@h/d' };
		expect(locateStore({}, '/folder')).toEqual(there);
		expect(locateStore({ path: 'handover.sqlite' }, '/folder')).toEqual(there);
		expect(locateStore({ path: 'mine.sqlite' }, '/folder')).toEqual(file('mine.sqlite'));
		process.env.HANDOVER_STORE = 'sqlite:shared.sqlite';
		expect(locateStore({}, '/folder')).toEqual(file('shared.sqlite'));
	});

	test.each(['mysql://u@h/d', 'http://h/d', 'sqlite+x://h'])('none at %s', (text) => {
		expect(() => parseStoreLocation(text, '.')).toThrow('A store is sqlite:PATH or postgres://');
	});
});

describeWithPostgres('a store on Postgres', () => {
	let server: PostgresServer;
	let url: string;
	beforeAll(async () => {
		server = await startPostgres();
	});
	beforeEach(async () => {
		url = await server.newDatabase();
	});
	afterAll(async () => await server?.dispose());

	test('is one for all who name it, and closed with the last of them', async () => {
		const first = await holdServices(url);
		const second = await holdServices(url);
		expect(second.services).toBe(first.services);
		await first.release();
		expect(await written(second.services)).toBe(false);
		await second.release();
		await expect(second.services.store.read(ref)).rejects.toMatchObject({ code: 'STORE_CLOSED' });
	});

	test('is what the event log of `npm start` follows', async () => {
		const seen: string[] = [];
		const log = await followStore({
			store: url,
			print: () => undefined,
			onEvent: ({ type }) => void seen.push(type),
		});
		const { services, release } = await holdServices(url);
		await written(services);
		await services.store.change(ref, {}, () => ({
			result: undefined,
			writes: [event('handover.requested')],
		}));
		await until('it is seen', () => seen.length > 0);
		expect(seen).toEqual(['handover.requested']);
		expect(await log.staffNames()).toEqual({});
		await log.stop();
		await release();
	});

	test('is what an n8n credential chooses, and its connection test opens', async () => {
		const fields = { database: 'postgres', urlWithPassword: url, tls: 'off', schema: 'mine' };
		const open = () =>
			openServices({
				getNode: () => ({ credentials: { handoverStoreApi: {} } }) as never,
				getCredentials: async () => fields as never,
			});
		expect(await written(await open())).toBe(false);
		expect(await written(await open())).toBe(true);
		expect(await server.query(url, 'SELECT bot_id FROM mine.conversations')).toHaveLength(1);
		const test = (data: object) =>
			testHandoverStore.call({} as ICredentialTestFunctions, { data } as ICredentialsDecrypted);
		expect(await test(fields)).toEqual({ status: 'OK', message: 'The store can be opened.' });
		const wrong = { ...fields, urlWithPassword: url.replace('secret', 'wrong') };
		expect(await test(wrong)).toEqual({
			status: 'Error',
			message: expect.stringMatching(/^(?!.*wrong).*\(STORE_ACCESS_DENIED\)$/),
		});
		await (await open()).store.close();
	});

	test('is what a Node-RED config node chooses, its URL also by a variable', async () => {
		process.env.HANDOVER_TEST_URL = url;
		const def = (id: string, urlWithPassword: string) => ({
			id,
			type: 'handover-store',
			database: 'postgres',
			path: 'handover.sqlite',
			tls: 'fromUrl',
			ca: '',
			schema: 'human_handover',
			connections: '3',
			credentials: { urlWithPassword },
		});
		const running = deploy(
			{ handoverStore },
			[def('by url', url), def('by name', '${HANDOVER_TEST_URL}')],
			folder,
		);
		const store = (id: string) => running.node(id) as unknown as StoreNode;
		expect(await store('by url').use(written)).toBe(false);
		expect(await store('by name').use(written)).toBe(true);
		await running.stop();
		delete process.env.HANDOVER_TEST_URL;
	});
});

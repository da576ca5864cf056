import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { MIGRATIONS } from '../../handover/stores/postgres/migrations';
import type { PostgresStoreOptions } from '../../handover/stores/postgres/connection-settings';
import { openPostgresStore } from '../../handover/stores/postgres/open-postgres-store';
import { freePort, HOST } from '../../start/ports';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { startPostgres } from '../servers/postgres';
import { postgresStage } from './postgres-stage';

describeWithPostgres('the address of a Postgres store', () => {
	const stage = postgresStage({ tls: true });
	const { open, openNew } = stage;

	describe('refuses', () => {
		const refused = (options: Partial<PostgresStoreOptions>) =>
			open(options).then(
				() => 'nothing',
				(error: { code: string; message: string }) => {
					expect(error.message).not.toContain('secret');
					return error.code;
				},
			);
		const changed = (change: (url: URL) => void) => {
			const copy = new URL(stage.url);
			change(copy);
			return copy.href;
		};

		test('a schema that a newer version has written', async () => {
			await openNew();
			await stage.server.query(
				stage.url,
				`UPDATE ${stage.schema}.schema_version SET version = ${MIGRATIONS.length + 1}`,
			);
			expect(await refused({})).toBe('STORE_SCHEMA_NEWER');
		});

		test("another program's schema", async () => {
			await stage.server.query(
				stage.url,
				'CREATE SCHEMA foreign_one; CREATE TABLE foreign_one.t (a INT)',
			);
			expect(await refused({ schema: 'foreign_one' })).toBe('STORE_NOT_A_DATABASE');
		});

		test.each<[string, (url: URL) => void, string]>([
			['a wrong password', (one) => (one.password = 'secrét'), 'STORE_ACCESS_DENIED'],
			['an unknown user', (one) => (one.username = 'nobody'), 'STORE_ACCESS_DENIED'],
			['an unknown database', (one) => (one.pathname = '/nowhere'), 'STORE_ACCESS_DENIED'],
			['an unknown host', (one) => (one.hostname = 'nowhere.invalid'), 'STORE_UNAVAILABLE'],
			['an unknown sslmode', (one) => one.searchParams.set('sslmode', 'yes'), 'SETTINGS_INVALID'],
			['a file of ours', (one) => one.searchParams.set('sslrootcert', '/x'), 'SETTINGS_INVALID'],
			['no database', (one) => (one.pathname = ''), 'SETTINGS_INVALID'],
		])('%s', async (_what, change, code) => {
			expect(await refused({ url: changed(change) })).toBe(code);
		});

		test.each([
			['no URL'],
			['mysql://a:secret@b/c'],
			['postgres://'],
			['postgres://u:%secret@h/d'],
		])('%s', async (text) => expect(await refused({ url: text })).toBe('SETTINGS_INVALID'));

		test.each([['Upper'], ['pg_x'], ['a-b'], ['a"; DROP TABLE x; --']])(
			'the schema %s',
			async (schema) => expect(await refused({ schema })).toBe('SETTINGS_INVALID'),
		);

		test('a port where nobody listens, and one where somebody else does', async () => {
			const port = String(await freePort());
			expect(await refused({ url: changed((one) => (one.port = port)) })).toBe('STORE_UNAVAILABLE');
			const other = createServer((socket) => {
				socket.on('error', () => undefined);
				socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
			});
			await new Promise<void>((listening) => other.listen(Number(port), HOST, listening));
			expect(await refused({ url: changed((one) => (one.port = port)) })).toBe(
				'STORE_NOT_A_DATABASE',
			);
			other.close();
		});

		test('a user who may not make tables', async () => {
			await stage.server.query(stage.url, "CREATE USER guest PASSWORD 'secret1'");
			const guest = changed((one) => {
				one.username = 'guest';
				one.password = 'secret1';
			});
			expect(await refused({ url: guest, schema: 'guests' })).toBe('STORE_ACCESS_DENIED');
		});

		test('a database that does not hold every letter', async () => {
			await stage.server.query(
				stage.url,
				"CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0",
			);
			const latin = changed((one) => (one.pathname = '/latin'));
			expect(await refused({ url: latin })).toBe('STORE_NOT_A_DATABASE');
		});
	});

	describe('over TLS', () => {
		const encrypted = async (options: Partial<PostgresStoreOptions>) => {
			stage.nextSchema();
			return await open(options).then(
				async () => {
					const [row] = await stage.server.query(
						stage.url,
						"SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'human-handover' ORDER BY backend_start DESC LIMIT 1",
					);
					return row!['ssl'];
				},
				(error: { code: string }) => error.code,
			);
		};
		const byName = (mode: string) => `${stage.url.replace(HOST, 'localhost')}?sslmode=${mode}`;
		const ca = () => readFileSync(stage.server.certificate!, 'utf8');

		test('goes by the URL', async () => {
			expect(await encrypted({ url: `${stage.url}?sslmode=disable` })).toBe(false);
			expect(await encrypted({ url: `${stage.url}?sslmode=require` })).toBe(true);
		});

		test.each(['require', 'verify-ca', 'verify-full'])('takes a CA for %s', async (mode) => {
			expect(await encrypted({ url: byName(mode), ca: ca() })).toBe(true);
		});

		test('trusts no certificate that nobody has signed, unless it is told to', async () => {
			expect(await encrypted({ url: byName('verify-full') })).toBe('STORE_TLS_FAILED');
			expect(await encrypted({ tls: 'verify' })).toBe('STORE_TLS_FAILED');
			expect(await encrypted({ tls: 'allowUnauthorized' })).toBe(true);
		});

		test('wants the name of the host in the certificate only where it is asked to', async () => {
			expect(await encrypted({ url: `${stage.url}?sslmode=verify-ca`, ca: ca() })).toBe(true);
			expect(await encrypted({ url: `${stage.url}?sslmode=verify-full`, ca: ca() })).toBe(
				'STORE_TLS_FAILED',
			);
		});

		test('does without where the server has none, and says so where it must not', async () => {
			const plain = await startPostgres();
			const plainUrl = await plain.newDatabase();
			const store = await openPostgresStore({ url: plainUrl }, randomUUID);
			await store.close();
			await expect(
				openPostgresStore({ url: plainUrl, tls: 'verify' }, randomUUID),
			).rejects.toMatchObject({
				code: 'STORE_TLS_FAILED',
			});
			await plain.dispose();
		});
	});
});

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../start/ports';
import { postgresPrograms, serverUser } from './postgres-programs';

const PROGRAMS = postgresPrograms();
const HOST = '127.0.0.1';
const USER = 'handover';
const PASSWORD = 'secret word/1';
const STARTING = 30_000;

/**
 * `describe`; skipped, with a line that says why, on a machine without Postgres. The benches load this
 * file outside of Jest, where there is no `describe`.
 */
export const describeWithPostgres: jest.Describe = PROGRAMS ? globalThis.describe : skipped();

function skipped(): jest.Describe {
	process.stderr.write(
		'The Postgres tests are skipped: there is no Postgres server. Get it with `apt-get install postgresql`, or on macOS with `brew install postgresql@17`.\n',
	);
	return describe.skip;
}

/** A real server in a temporary folder, on a port of its own that it keeps over restarts. */
export interface PostgresServer {
	port: number;
	/** The certificate that it shows, and that it is signed with; undefined without TLS. */
	certificate: string | undefined;
	/** Of a new, empty database. */
	newDatabase(): Promise<string>;
	/** Runs SQL as a superuser, in the database of this URL. */
	query(url: string, sql: string): Promise<Array<Record<string, unknown>>>;
	start(): Promise<void>;
	/** Ends all connections, and then itself. */
	stop(): Promise<void>;
	/** As a crash would. */
	kill(): Promise<void>;
	dispose(): Promise<void>;
}

export async function startPostgres({ tls = false } = {}): Promise<PostgresServer> {
	if (!PROGRAMS) throw new Error('There is no Postgres server on this machine.');
	const user = serverUser();
	const folder = mkdtempSync(join(tmpdir(), 'handover-pg-'));
	const data = join(folder, 'data');
	const port = await freePort();
	const own = (path: string) => user && chownSync(path, user.uid, user.gid);
	own(folder);
	initialise(folder, data, own, user);
	const certificate = tls ? certify(folder, own) : undefined;
	let process_: ChildProcess | undefined;
	let databases = 0;
	const urlOf = (database: string) =>
		`postgres://${USER}:${encodeURIComponent(PASSWORD)}@${HOST}:${port}/${database}`;
	const endWithUs = () => process_?.kill('SIGQUIT');
	process.once('exit', endWithUs);

	async function end(signal: NodeJS.Signals): Promise<void> {
		const ending = process_;
		process_ = undefined;
		if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
		const ended = once(ending, 'exit');
		ending.kill(signal);
		await ended;
	}

	const server: PostgresServer = {
		port,
		certificate,
		async newDatabase() {
			const name = `test_${++databases}`;
			await server.query(urlOf('postgres'), `CREATE DATABASE ${name}`);
			return urlOf(name);
		},
		async query(url, sql) {
			const client = new Client({ connectionString: url });
			await client.connect();
			try {
				return (await client.query<Record<string, unknown>>(sql)).rows;
			} finally {
				await client.end();
			}
		},
		async start() {
			// Where it was killed, what its processes had open is free only a moment later.
			const deadline = Date.now() + STARTING;
			for (;;) {
				process_ = run(data, folder, port, tls, user);
				if (await answers(process_, urlOf('postgres'))) return;
				if (Date.now() > deadline) throw new Error('Postgres did not start.');
			}
		},
		stop: () => end('SIGINT'),
		kill: () => end('SIGKILL'),
		async dispose() {
			await end('SIGQUIT');
			process.off('exit', endWithUs);
			rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
		},
	};
	await server.start();
	return server;
}

function initialise(
	folder: string,
	data: string,
	own: (path: string) => void,
	user: { uid: number; gid: number } | undefined,
): void {
	const password = join(folder, 'password');
	writeFileSync(password, `${PASSWORD}\n`);
	own(password);
	const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-sync'];
	execFileSync(
		join(PROGRAMS!, 'initdb'),
		['--pgdata', data, '--username', USER, `--pwfile=${password}`, ...options],
		{ ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
	);
}

/** A certificate for `localhost` that nobody knows. `openssl` comes with Debian's Postgres. */
function certify(folder: string, own: (path: string) => void): string {
	const key = join(folder, 'server.key');
	const certificate = join(folder, 'server.crt');
	const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
	const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
	const output = ['-keyout', key, '-out', certificate];
	execFileSync('openssl', [...request, ...name, ...output], { stdio: 'ignore' });
	chmodSync(key, 0o600);
	for (const path of [key, certificate]) own(path);
	return certificate;
}

function run(
	data: string,
	folder: string,
	port: number,
	tls: boolean,
	user: { uid: number; gid: number } | undefined,
): ChildProcess {
	const settings = {
		port,
		listen_addresses: HOST,
		unix_socket_directories: '',
		fsync: 'off',
		max_connections: 60,
		ssl: tls ? 'on' : 'off',
		...(tls && { ssl_cert_file: join(folder, 'server.crt') }),
		...(tls && { ssl_key_file: join(folder, 'server.key') }),
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	return spawn(join(PROGRAMS!, 'postgres'), ['-D', data, ...options], {
		...user,
		cwd: folder,
		stdio: 'ignore',
	});
}

/** False when it has ended by itself. */
async function answers(server: ChildProcess, url: string): Promise<boolean> {
	for (;;) {
		if (server.exitCode !== null || server.signalCode !== null) return false;
		const client = new Client({ connectionString: url });
		client.on('error', () => undefined);
		try {
			await client.connect();
			await client.end();
			return true;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}

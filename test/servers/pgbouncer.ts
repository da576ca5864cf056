import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort, HOST } from '../../start/ports';
import { serverUser } from './postgres-programs';
import { startServer } from './start-server';

/** Debian keeps it off the PATH of most users. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/opt/homebrew/bin'];
export const PGBOUNCER = FOLDERS.map((folder) => join(folder, 'pgbouncer')).find(existsSync);

/**
 * What a pooler can be set to: from 1.21 on it brings prepared statements to whichever connection a
 * transaction gets; without that, a connection knows those that went over it by chance.
 */
export function preparedStatementSettings(): number[] {
	if (!PGBOUNCER) return [];
	const version = execFileSync(PGBOUNCER, ['--version'], { encoding: 'utf8' });
	const [, major, minor] = /(\d+)\.(\d+)/.exec(version)!.map(Number);
	return major! > 1 || minor! >= 21 ? [0, 100] : [0];
}

export interface PgBouncer {
	/** The same database, over the pooler. */
	through(url: string): string;
	dispose(): Promise<void>;
}

/** A real PgBouncer in transaction mode, with few connections to the server of this URL. */
export async function startPgBouncer(server: string, maxPrepared: number): Promise<PgBouncer> {
	const { port, username, password } = new URL(server);
	const folder = mkdtempSync(join(tmpdir(), 'handover-pgbouncer-'));
	const own = await freePort();
	const user = serverUser();
	const write = (name: string, content: string) => {
		writeFileSync(join(folder, name), content);
		if (user) chownSync(join(folder, name), user.uid, user.gid);
		return join(folder, name);
	};
	const users = write('users.txt', `"${username}" "${decodeURIComponent(password)}"\n`);
	const settings = {
		listen_addr: HOST,
		listen_port: own,
		unix_socket_dir: '',
		auth_type: 'scram-sha-256',
		auth_file: users,
		pool_mode: 'transaction',
		default_pool_size: 3,
		server_login_retry: 1,
		...(maxPrepared && { max_prepared_statements: maxPrepared }),
	};
	const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
	const file = write(
		'pgbouncer.ini',
		['[databases]', `* = host=${HOST} port=${port}`, '[pgbouncer]', ...lines, ''].join('\n'),
	);
	if (user) chownSync(folder, user.uid, user.gid);
	const pooler = await startServer(PGBOUNCER!, ['--quiet', file], own, { ...user, cwd: folder });
	return {
		through(url) {
			const pooled = new URL(url);
			pooled.port = String(own);
			return pooled.href;
		},
		async dispose() {
			await pooler.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { installPackage } from '../../start/install-package';
import { withLock } from '../../start/lock';
import { N8N_VERSION } from '../../start/n8n-installation';
import { bootN8n } from '../../start/n8n-server';
import { PROJECT } from '../../start/packed-package';
import { freePort } from '../../start/ports';

/** Git ignores it. */
const KEPT = join(PROJECT, '.tmp', 'ready');

/** npm installs the tarball once, as a builder would; each user folder gets a copy of that. */
export async function putPackage(tarball: string, folder: string): Promise<void> {
	const digest = createHash('sha256').update(readFileSync(tarball)).digest('hex');
	const installed = await madeOnce(`package-${digest.slice(0, 12)}`, async (fresh) => {
		for (const name of readdirSync(KEPT).filter((one) => /^package-\w+$/.test(one))) {
			// Of a build before this one.
			rmSync(join(KEPT, name), { recursive: true, force: true });
		}
		await installPackage(tarball, fresh);
	});
	cpSync(installed, folder, { recursive: true });
}

/**
 * Makes the user folder of an n8n that has been started once: its first start makes a database in a
 * hundred migrations, and an owner. Its nodes and flows come later.
 */
export async function putN8nFolder(folder: string): Promise<void> {
	const started = await madeOnce(`n8n-${N8N_VERSION}`, async (fresh) => {
		const { group } = await bootN8n({ dataDir: fresh, port: await freePort() });
		await group.stop();
	});
	cpSync(started, folder, { recursive: true });
}

/** A run that was cut off leaves nothing behind that a later one could take for whole. */
async function madeOnce(name: string, make: (fresh: string) => Promise<void>): Promise<string> {
	const whole = join(KEPT, name);
	if (existsSync(whole)) return whole;
	mkdirSync(KEPT, { recursive: true });
	await withLock(`${whole}.lock`, async () => {
		if (existsSync(whole)) return;
		const fresh = `${whole}.fresh`;
		rmSync(fresh, { recursive: true, force: true });
		mkdirSync(fresh);
		await make(fresh);
		renameSync(fresh, whole);
	});
	return whole;
}

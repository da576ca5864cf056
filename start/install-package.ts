import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './run-npm';

const RECORD = '.installed-package';

/**
 * Installs the tarball into a folder as a builder would, without asking any registry: the package
 * has no dependencies. Does nothing when that very tarball is there already.
 */
export async function installPackage(
	tarball: string,
	folder: string,
	signal?: AbortSignal,
): Promise<void> {
	const digest = createHash('sha256').update(readFileSync(tarball)).digest('hex');
	const record = join(folder, RECORD);
	if (existsSync(record) && readFileSync(record, 'utf8') === digest) return;
	mkdirSync(folder, { recursive: true });
	const manifest = join(folder, 'package.json');
	if (!existsSync(manifest)) writeFileSync(manifest, '{\n\t"private": true\n}\n');
	const flags = ['--ignore-scripts', '--omit=dev', '--omit=peer', '--legacy-peer-deps'];
	const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];
	await runNpm(['install', tarball, '--prefix', folder, ...flags, ...quiet], folder, signal);
	writeFileSync(record, digest);
}

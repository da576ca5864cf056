import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, PackedPackage } from './package-check';

const PROJECT = join(__dirname, '..');

/** Builds the package as `npm publish` would (`prepack`), and unpacks it beside the tarball. */
export function packPackage(into: string): PackedPackage {
	execFileSync('npm', ['pack', '--silent', '--pack-destination', into], {
		cwd: PROJECT,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const name = readdirSync(into).find((file) => file.endsWith('.tgz'));
	if (!name) throw new Error('npm pack left no tarball.');
	const tarball = join(into, name);
	const folder = join(into, 'package');
	mkdirSync(folder);
	execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	return {
		tarball,
		folder,
		files: listFiles(folder),
		manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest,
	};
}

function listFiles(folder: string): string[] {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.sort();
}

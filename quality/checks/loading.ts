import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { PackageCheck } from '../package-check';

/** Loads each file named after it, with nothing but `n8n-workflow` to be found outside. */
const LOAD = `
	for (const path of process.argv.slice(1)) {
		const name = require('node:path').basename(path).split('.')[0];
		const loaded = require(path);
		if (typeof (loaded[name] ?? loaded.default) !== 'function') throw new Error(path + ' has no node');
	}`;

export const checkLoading: PackageCheck = ({ folder, manifest }) => {
	const { n8n, 'node-red': nodeRed } = manifest;
	const paths = [...n8n.nodes, ...n8n.credentials, ...Object.values(nodeRed.nodes)];
	const check = 'every node loads';
	try {
		execFileSync(process.execPath, ['-e', LOAD, ...paths.map((path) => join(folder, path))], {
			cwd: folder,
			// n8n shares its own modules with community packages in the same way.
			env: { ...process.env, NODE_PATH: join(__dirname, '..', '..', 'node_modules') },
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		return [{ check, ok: true, detail: `${paths.length} entry points` }];
	} catch (error) {
		const output = String((error as { stderr?: unknown }).stderr);
		const message = output.split('\n').find((line) => line.includes('Error')) ?? output;
		return [{ check, ok: false, detail: message }];
	}
};

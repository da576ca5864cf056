import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(__filename);

/** A module as it is published: what runs the benches adds calls of its own to each function of a source. */
export function built<Module>(path: string): Module {
	return load(join(__dirname, '../dist', path)) as Module;
}

import { delimiter, dirname } from 'node:path';

/** What a builder has set for another n8n or Node-RED must not reach the one we start. */
const FOREIGN = /^(N8N|DB|EXECUTIONS|QUEUE|NODE_RED|WEBHOOK|CREDENTIALS|npm_(package|lifecycle))_/;
const FOREIGN_NAMES = new Set([
	'HANDOVER_STORE',
	'NODE_OPTIONS',
	'NODE_ENV',
	'NODE_PATH',
	'INIT_CWD',
	'PORT',
	// npm hands these down and would then install into the wrong folder.
	'npm_config_local_prefix',
	'npm_config_prefix',
	'npm_command',
	'npm_config_port',
]);

/** Our own environment for a program we start, with this Node.js as its `node`. */
export function childEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(
		([name]) => !FOREIGN.test(name) && !FOREIGN_NAMES.has(name),
	);
	const path = [dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter);
	return { ...Object.fromEntries(kept), PATH: path, ...extra };
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageCheck } from '../package-check';

const PROJECT = join(__dirname, '..', '..');
const COMMAND = join(PROJECT, 'node_modules', 'node-red-dev', 'bin', 'run');
const STUB = join(__dirname, 'node-red-dev-offline.js');

type Scorecard = Record<string, { test?: boolean }>;

/** Node-RED's own validator. It exits with 0 whatever it finds, so its scorecard is read. */
export const checkWithNodeRedDev: PackageCheck = ({ folder, tarball }) => {
	const scorecard = `${tarball}.scorecard.json`;
	const output = execFileSync(
		process.execPath,
		['--require', STUB, COMMAND, 'validate', '-p', folder, '-o', scorecard],
		{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
	);
	if (output.includes('Unable to parse')) throw new Error(output);
	const { package: _, ...checks } = JSON.parse(readFileSync(scorecard, 'utf8')) as Scorecard;
	const failed = Object.keys(checks).filter((id) => checks[id]?.test !== true);
	const detail = failed.length
		? failed.map((id) => `${id} ${JSON.stringify(checks[id])}`).join('; ')
		: `${Object.keys(checks).sort().join(' ')} (catalogue stubbed)`;
	return [{ check: 'node-red-dev validate', ok: failed.length === 0, detail }];
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContents } from './checks/contents';
import { checkLoading } from './checks/loading';
import { checkWithNodeRedDev } from './checks/node-red-dev';
import { checkWithPublint } from './checks/publint';
import { checkWithScanner } from './checks/scanner';
import { packPackage } from './pack-package';
import type { Finding, PackageCheck, PackedPackage } from './package-check';

const CHECKS: Record<string, PackageCheck> = {
	contents: checkContents,
	loading: checkLoading,
	publint: checkWithPublint,
	'node-red-dev validate': checkWithNodeRedDev,
	'n8n scanner': checkWithScanner,
};

async function main(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'human-handover-'));
	try {
		const packed = packPackage(folder);
		for (const [name, check] of Object.entries(CHECKS)) {
			for (const finding of await run(name, check, packed)) report(finding);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function run(name: string, check: PackageCheck, packed: PackedPackage): Promise<Finding[]> {
	try {
		return await check(packed);
	} catch (error) {
		return [{ check: name, ok: false, detail: `it did not run: ${String(error)}` }];
	}
}

function report({ check, ok, detail }: Finding): void {
	console.log(`${ok ? 'ok    ' : 'FAILED'}  ${check.padEnd(30)} ${detail}`);
	if (!ok) process.exitCode = 1;
}

void main();

import autocannon from 'autocannon';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformName } from '../start/arguments';
import { PROJECT, packPackage } from '../start/packed-package';
import { freePort } from '../start/ports';
import { startPlatform } from '../start/start-platform';
import { passThrough } from './pass-through';
import { printTable } from './print-table';

const CONNECTIONS = 20;
const SECONDS = 8;
const WARM_UP_SECONDS = 3;

interface Measured {
	perSecond: number;
	p50: number;
	p99: number;
	failed: number;
}

/**
 * Messages a second through the reference flow, beside the same flow with pass-through nodes in place
 * of ours, on the same machine one after the other. Every message opens a conversation of its own.
 */
export async function benchFlow(platform: PlatformName): Promise<void> {
	const reference = readFileSync(join(PROJECT, 'flows', platform, 'reference.json'), 'utf8');
	const peer = await measure(platform, passThrough(platform, reference));
	const ours = await measure(platform, reference);
	const row = (name: string, { perSecond, p50, p99, failed }: Measured) => [
		name,
		perSecond.toFixed(1),
		String(p50),
		String(p99),
		String(failed),
		(perSecond / peer.perSecond).toFixed(2),
	];
	printTable(
		`${platform}, reference flow, ${CONNECTIONS} connections, ${SECONDS} s`,
		['flow', 'messages/s', 'p50 ms', 'p99 ms', 'failed', '× pass-through'],
		[row('pass-through nodes', peer), row('Human Handover', ours)],
	);
}

async function measure(platform: PlatformName, flow: string): Promise<Measured> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-bench-'));
	const file = join(folder, 'flow.json');
	writeFileSync(file, flow);
	const running = await startPlatform(platform, {
		port: await freePort(),
		dataDir: join(folder, 'data'),
		tarball: await packPackage(),
		flow: file,
	});
	try {
		await load(running.apiUrl, WARM_UP_SECONDS, 'warm-up');
		return await load(running.apiUrl, SECONDS, 'run');
	} finally {
		await running.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function load(apiUrl: string, duration: number, prefix: string): Promise<Measured> {
	const result = await autocannon({
		url: `${apiUrl}/handover/message`,
		method: 'POST',
		connections: CONNECTIONS,
		duration,
		timeout: 60,
		idReplacement: true,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			conversationId: `${prefix}-[<id>]`,
			text: 'How long does shipping take?',
		}),
	});
	return {
		perSecond: result['2xx'] / result.duration,
		p50: result.latency.p50,
		p99: result.latency.p99,
		failed: result.non2xx + result.errors,
	};
}

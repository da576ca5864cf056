import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessGroup } from './process-group';
import { StartError } from './start-error';

/**
 * Asks again and again until `isLive` says yes; false when `patience` milliseconds are over first.
 * @throws {StartError} with its last lines when the process ends meanwhile.
 */
export async function waitUntilLive(
	group: ProcessGroup,
	isLive: () => Promise<boolean>,
	patience: number,
	signal?: AbortSignal,
): Promise<boolean> {
	let ended = false;
	void group.exited.then(() => (ended = true));
	const deadline = Date.now() + patience;
	while (Date.now() < deadline) {
		signal?.throwIfAborted();
		if (ended) throw endedTooEarly(group);
		if (await isLive().catch(() => false)) return true;
		await sleep(100);
	}
	return false;
}

export function endedTooEarly(group: ProcessGroup): StartError {
	return new StartError(['It ended while it was starting:', ...group.lastLines()].join('\n  '));
}

/**
 * Whether a flow listens for `POST {url}`. Asked as a browser would before a request to another
 * origin, because that runs no flow on either platform.
 */
export async function takesPosts(url: string): Promise<boolean> {
	const response = await fetch(url, {
		method: 'OPTIONS',
		headers: { origin: new URL(url).origin, 'access-control-request-method': 'POST' },
		signal: AbortSignal.timeout(5_000),
	});
	await response.body?.cancel();
	return response.ok;
}

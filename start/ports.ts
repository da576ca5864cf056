import { createServer } from 'node:net';

/** Everything listens here only: neither editor is meant for the network as it is started. */
export const HOST = '127.0.0.1';

export function isPortFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, HOST, () => probe.close(() => resolve(true)));
	});
}

/** Nobody listens at a port yet when it is chosen, so the system may pick it once more. */
const chosen = new Set<number>();

/** `wanted` when it is free, else one that the system picks: in one process never the same twice. */
export async function freePort(wanted = 0): Promise<number> {
	const isWanted = wanted > 0 && wanted <= 65_535 && (await isPortFree(wanted));
	const port = isWanted ? wanted : await pickPort();
	chosen.add(port);
	return port;
}

async function pickPort(): Promise<number> {
	for (;;) {
		const port = await new Promise<number>((resolve, reject) => {
			const probe = createServer();
			probe.once('error', reject);
			probe.listen(0, HOST, () => {
				const address = probe.address();
				const picked = typeof address === 'object' && address ? address.port : 0;
				probe.close(() => resolve(picked));
			});
		});
		if (!chosen.has(port)) return port;
	}
}

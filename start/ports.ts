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

/** `wanted` when it is free, else one that the system picks. */
export async function freePort(wanted = 0): Promise<number> {
	if (wanted > 0 && wanted <= 65_535 && (await isPortFree(wanted))) return wanted;
	return await new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, HOST, () => {
			const address = probe.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

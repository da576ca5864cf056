import { createServer } from 'node:net';
import { freePort, HOST } from '../../../start/ports';

test('picks no port twice, for nobody listens there yet', async () => {
	const ports = new Set<number>();
	for (let picked = 0; picked < 1_000; picked++) ports.add(await freePort());
	expect(ports.size).toBe(1_000);
});

test('takes the wanted port where it is free, and another one where it is not', async () => {
	const wanted = await freePort();
	expect(await freePort(wanted)).toBe(wanted);
	const taken = createServer();
	await new Promise<void>((listening) => taken.listen(wanted, HOST, listening));
	expect(await freePort(wanted)).not.toBe(wanted);
	await new Promise((closed) => taken.close(closed));
});

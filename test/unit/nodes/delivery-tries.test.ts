import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdServices } from '../../../nodes/open-services';

const VARIABLE = 'HANDOVER_DELIVERY_TRIES';
let folder: string;
let path: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-'));
	path = join(folder, 'store.sqlite');
});
afterEach(() => {
	delete process.env[VARIABLE];
	rmSync(folder, { recursive: true, force: true });
});

test.each([
	[undefined, 8],
	['', 8],
	['1', 1],
	[' 20 ', 20],
])('HANDOVER_DELIVERY_TRIES=%j gives a delivery %i tries', async (given, tries) => {
	if (given !== undefined) process.env[VARIABLE] = given;
	const { services, release } = await holdServices(path);
	expect(services.outbox.tries).toBe(tries);
	await release();
});

test.each(['0', '21', '-1', '2.5', '1e1', 'many'])(
	'HANDOVER_DELIVERY_TRIES=%j is refused by name, and taken once it is corrected',
	async (given) => {
		process.env[VARIABLE] = given;
		await expect(holdServices(path)).rejects.toMatchObject({
			code: 'SETTINGS_INVALID',
			message: expect.stringContaining(VARIABLE) as string,
		});
		process.env[VARIABLE] = '3';
		const { services, release } = await holdServices(path);
		expect(services.outbox.tries).toBe(3);
		await release();
	},
);

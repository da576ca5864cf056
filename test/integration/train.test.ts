import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testWithEverydayRequests } from '../builders/everyday-requests';

const ROOT = join(__dirname, '../..');
const MINUTES = 60_000;

// Without them another model would come out.
testWithEverydayRequests(
	'training again gives the model that is committed, bit for bit',
	async () => {
		const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'train', '--', '--check'], {
			cwd: ROOT,
		});
		expect(stdout).toContain('unchanged');
	},
	30 * MINUTES,
);

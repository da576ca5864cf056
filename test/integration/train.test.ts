import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');
const EVERYDAY_REQUESTS = join(ROOT, '../shared/data/clinc150-train.tsv');
const MINUTES = 60_000;

// Without the file another model would come out; training/README.md says where to get it.
(existsSync(EVERYDAY_REQUESTS) ? test : test.skip)(
	'training again gives the model that is committed, bit for bit',
	async () => {
		const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'train', '--', '--check'], {
			cwd: ROOT,
		});
		expect(stdout).toContain('unchanged');
	},
	15 * MINUTES,
);

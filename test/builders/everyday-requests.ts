import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** CLINC150's everyday requests; beside the project where they are at all, and no part of it. */
export const EVERYDAY_REQUESTS = join(__dirname, '../../../shared/data/clinc150-train.tsv');

/** `test`; skipped, with a line that says why, where the requests are missing. */
export const testWithEverydayRequests = existsSync(EVERYDAY_REQUESTS) ? test : skipped();

function skipped(): jest.It {
	process.stderr.write(
		'A test is skipped: ../shared/data/clinc150-train.tsv is missing. training/README.md says where to get it.\n',
	);
	return test.skip;
}

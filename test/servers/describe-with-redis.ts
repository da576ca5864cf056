import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describeWithPostgres } from './describe-with-postgres';

const isThere = (process.env.PATH ?? '')
	.split(delimiter)
	.some((folder) => existsSync(join(folder, 'redis-server')));

/** `describe`; skipped, with a line that says why, where Redis or Postgres is missing. */
export const describeWithRedisAndPostgres: jest.Describe = isThere
	? describeWithPostgres
	: skipped();

function skipped(): jest.Describe {
	process.stderr.write(
		"The tests of n8n's queue mode are skipped: there is no Redis server. Get it with `apt-get install redis-server`, or on macOS with `brew install redis`.\n",
	);
	return describe.skip;
}

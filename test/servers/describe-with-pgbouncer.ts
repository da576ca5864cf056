import { describeWithPostgres } from './describe-with-postgres';
import { PGBOUNCER } from './pgbouncer';

/** `describe`; skipped, with a line that says why, where PgBouncer or Postgres is missing. */
export const describeWithPgBouncer: jest.Describe = PGBOUNCER ? describeWithPostgres : skipped();

function skipped(): jest.Describe {
	process.stderr.write(
		'The tests of a store behind a pooler are skipped: there is no PgBouncer. Get it with `apt-get install pgbouncer`, or on macOS with `brew install pgbouncer`.\n',
	);
	return describe.skip;
}

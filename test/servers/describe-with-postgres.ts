import { postgresPrograms } from './postgres-programs';

/** `describe`; skipped, with a line that says why, on a machine without Postgres. */
export const describeWithPostgres: jest.Describe = postgresPrograms() ? describe : skipped();

function skipped(): jest.Describe {
	process.stderr.write(
		'The Postgres tests are skipped: there is no Postgres server. Get it with `apt-get install postgresql`, or on macOS with `brew install postgresql@17`.\n',
	);
	return describe.skip;
}

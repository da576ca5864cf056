import { HandoverError } from '../handover/errors';
import { HELP, parseArguments, UsageError } from './arguments';
import { moveStore, MoveError } from './move-store';
import { SqliteSource } from './sqlite-source';

async function main(args: readonly string[]): Promise<number> {
	const print = (line: string) => console.log(line);
	try {
		const wanted = parseArguments(args);
		if (!wanted) print(HELP);
		else if (wanted.to) await moveStore({ ...wanted, to: wanted.to, print });
		else await reopen(wanted.from);
		return 0;
	} catch (error) {
		if (error instanceof UsageError) {
			console.error(`${error.message} All options: npm run migrate-store -- --help`);
			return 2;
		}
		const isKnown = error instanceof HandoverError || error instanceof MoveError;
		console.error(isKnown ? `Not moved: ${error.message}` : error);
		return 1;
	}
}

async function reopen(path: string): Promise<void> {
	const source = await SqliteSource.open(path);
	source.unseal();
	source.commit();
	console.log('The SQLite store can be written again.');
}

void main(process.argv.slice(2)).then((code) => process.exit(code));

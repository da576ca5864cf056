import { existsSync, renameSync } from 'node:fs';

/** Moves a store's file, with what SQLite keeps beside it. */
export function takeAway(path: string): { putBack(): void } {
	const files = ['', '-wal', '-shm']
		.map((ending) => path + ending)
		.filter((file) => existsSync(file));
	for (const file of files) renameSync(file, `${file}.away`);
	return {
		putBack() {
			for (const file of files) renameSync(`${file}.away`, file);
		},
	};
}

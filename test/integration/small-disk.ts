import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTES = 4;
const isRoot = process.getuid?.() === 0;

/** A disk of its own for one store: it can be filled up, and made read-only, which binds root, too. */
export class SmallDisk {
	/** Takes Linux, and root or a `sudo` that asks for no password. */
	static readonly isPossible =
		(existsSync('/proc/mounts') && (isRoot || canSudo())) || saysWhyNot();

	readonly path = mkdtempSync(join(tmpdir(), 'handover-disk-'));
	readonly #filler = join(this.path, 'filler');

	constructor() {
		const owner = `uid=${process.getuid?.()},mode=700`;
		run('mount', '-t', 'tmpfs', '-o', `size=${MEGABYTES}m,${owner}`, 'handover-test', this.path);
	}

	fill(): void {
		for (const size of [65_536, 4_096, 1]) fillWith(this.#filler, Buffer.alloc(size));
	}

	makeRoom(): void {
		rmSync(this.#filler);
	}

	/** No file of it may be open for writing. */
	makeReadOnly(): void {
		run('mount', '-o', 'remount,ro', this.path);
	}

	makeWritable(): void {
		run('mount', '-o', 'remount,rw', this.path);
	}

	remove(): void {
		run('umount', this.path);
		rmSync(this.path, { recursive: true });
	}
}

function fillWith(file: string, part: Buffer): void {
	try {
		for (;;) appendFileSync(file, part);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
	}
}

function run(program: string, ...args: string[]): void {
	const [file, ...rest] = isRoot ? [program, ...args] : ['sudo', '-n', program, ...args];
	execFileSync(file, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function canSudo(): boolean {
	try {
		execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

function saysWhyNot(): false {
	process.stderr.write(
		'The tests on a disk of their own are skipped: run them on Linux as root, or with a `sudo` that asks for no password.\n',
	);
	return false;
}

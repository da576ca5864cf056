import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { PlatformName } from './arguments';
import { printable } from './printable';

export interface PlatformLog {
	path: string;
	write(line: string): void;
	/** From now on warnings and errors are shown, too. A start has many that mean nothing. */
	show(): void;
	hide(): void;
	close(): void;
}

export interface PlatformLogOptions {
	folder: string;
	platform: PlatformName;
	/** What the platform is called. */
	title: string;
	/** Takes a line for the terminal. */
	print: (line: string) => void;
	/** Bytes; a file that gets longer is set aside. */
	longest?: number;
	now?: () => number;
}

const LONGEST = 10 * 2 ** 20;
/** A flow that fails with every message must not hide what happens. */
const MOST_SHOWN = 5;
const WITHIN = 10_000;

const ENTRY = /^\d.*? - (\[(?:warn|error|fatal)\] .*\S)/;
/** What reaches a log past the platform's logger: our own warnings, and what nobody caught. */
const UNLOGGED =
	/^(?:\(node:\d+\) (?:\[\w+\] )?(HandoverWarning: .*)|((?:Uncaught )?\w*Error: .*))/;

/**
 * Keeps what a platform prints in a file of the data folder, for its owner alone. Each start begins a
 * new one; the one before stays beside it. It holds what the platform and its flows print: we add
 * nothing.
 */
export function openPlatformLog(options: PlatformLogOptions): PlatformLog {
	const { folder, platform, title, print, longest = LONGEST, now = Date.now } = options;
	const path = join(folder, `${platform}.log`);
	/** Undefined once closed: a platform that is ended may still print. */
	let file: number | undefined = begin();
	let size = 0;
	let shows = false;
	let shown = { begin: -Infinity, count: 0 };

	function begin(): number {
		if (existsSync(path)) renameSync(path, join(folder, `${platform}.previous.log`));
		return openSync(path, 'a', 0o600);
	}

	function append(line: string): void {
		if (file === undefined) return;
		try {
			size += writeSync(file, `${line}\n`);
			if (size <= longest) return;
			// Where no new file can be opened, the old one is still there to write to.
			const full = file;
			file = begin();
			size = 0;
			closeSync(full);
		} catch {
			// A full disk must not end what it is the log of.
		}
	}

	function showEntry(entry: string): void {
		const at = now();
		if (at - shown.begin >= WITHIN) shown = { begin: at, count: 0 };
		shown.count += 1;
		if (shown.count > MOST_SHOWN + 1) return;
		const what = shown.count > MOST_SHOWN ? 'more warnings and errors: see its log' : entry;
		print(`${new Date(at).toTimeString().slice(0, 8)}  ${title}  ${printable(what)}`);
	}

	return {
		path,
		write(printed) {
			// Under FORCE_COLOR Node-RED colours its lines, and none would begin as an entry does.
			const line = stripVTControlCharacters(printed);
			append(line);
			const entry = shows ? entryOf(line) : undefined;
			if (entry !== undefined) showEntry(entry);
		},
		show: () => void (shows = true),
		hide: () => void (shows = false),
		close() {
			if (file !== undefined) closeSync(file);
			file = undefined;
		},
	};
}

function entryOf(line: string): string | undefined {
	const [, ours, uncaught] = UNLOGGED.exec(line) ?? [];
	if (ours) return `[warn] ${ours}`;
	if (uncaught) return `[error] ${uncaught}`;
	return ENTRY.exec(line)?.[1];
}

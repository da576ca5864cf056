import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
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
	let file = begin();
	let size = 0;
	let shows = false;
	let shown: number[] = [];

	function begin(): number {
		if (existsSync(path)) renameSync(path, join(folder, `${platform}.previous.log`));
		return openSync(path, 'a', 0o600);
	}

	function append(line: string): void {
		try {
			size += writeSync(file, `${line}\n`);
			if (size <= longest) return;
			closeSync(file);
			file = begin();
			size = 0;
		} catch {
			// A full disk must not end what it is the log of.
		}
	}

	function showEntry(entry: string): void {
		const at = now();
		shown = shown.filter((one) => at - one < WITHIN);
		if (shown.length > MOST_SHOWN) return;
		shown.push(at);
		const what = shown.length > MOST_SHOWN ? 'more warnings and errors: see its log' : entry;
		print(`${new Date(at).toTimeString().slice(0, 8)}  ${title}  ${printable(what)}`);
	}

	return {
		path,
		write(line) {
			append(line);
			const entry = shows ? entryOf(line) : undefined;
			if (entry !== undefined) showEntry(entry);
		},
		show: () => void (shows = true),
		hide: () => void (shows = false),
		close: () => closeSync(file),
	};
}

function entryOf(line: string): string | undefined {
	const [, ours, uncaught] = UNLOGGED.exec(line) ?? [];
	if (ours) return `[warn] ${ours}`;
	if (uncaught) return `[error] ${uncaught}`;
	return ENTRY.exec(line)?.[1];
}

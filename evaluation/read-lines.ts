import type { Readable } from 'node:stream';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Calls `onLine` with what stands between line feeds, without the carriage return before one and the
 * mark that begins some files. `readline` also ends a line at U+2028, which JSON may hold.
 */
export function readLines(
	stream: Readable,
	onLine: (line: string) => void,
	onEnd: () => void,
): void {
	/** Of the line that has not ended, in pieces: put together once, however many they are. */
	let pieces: string[] = [];
	let isFirst = true;
	const finish = (line: string) => {
		const start = isFirst && line.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
		isFirst = false;
		onLine(line.slice(start, line.endsWith('\r') ? -1 : undefined));
	};
	stream
		.setEncoding('utf8')
		.on('data', (chunk: string) => {
			const [piece, ...begun] = chunk.split('\n');
			pieces.push(piece!);
			for (const next of begun) {
				finish(pieces.join(''));
				pieces = [next];
			}
		})
		.on('end', () => {
			const rest = pieces.join('');
			if (rest !== '') finish(rest);
			onEnd();
		});
}

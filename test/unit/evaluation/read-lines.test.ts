import { Readable } from 'node:stream';
import { readLines } from '../../../evaluation/read-lines';

function linesOf(chunks: readonly string[]): Promise<string[]> {
	const lines: string[] = [];
	return new Promise((resolve) => {
		readLines(
			Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
			(line) => lines.push(line),
			() => resolve(lines),
		);
	});
}

test.each([
	['a line in many chunks', ['a', 'b', 'c\n', 'd'], ['abc', 'd']],
	['a carriage return in another chunk than its line feed', ['a\r', '\nb\r\n'], ['a', 'b']],
	['a mark at the beginning', ['\uFEFF', 'a\n', '\uFEFFb'], ['a', '\uFEFFb']],
	['empty lines, but none after the last line feed', ['\n', '\n', 'a\n'], ['', '', 'a']],
	['nothing', [], []],
])('%s', async (_, chunks, lines) => {
	expect(await linesOf(chunks)).toEqual(lines);
});

test('what came before is not looked through again with every chunk', async () => {
	const chunks = Array.from({ length: 500 }, () => 'x'.repeat(100));
	const split = jest.spyOn(String.prototype, 'split');
	const [line] = await linesOf([...chunks, '\n']);
	const looked = split.mock.contexts.reduce<number>((sum, text) => sum + String(text).length, 0);
	split.mockRestore();
	expect(line).toHaveLength(50_000);
	expect(looked).toBeLessThan(2 * 50_000);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVELOPMENT, EVALUATION, readLabelledLines } from '../../../evaluation/labelled-lines';
import { parseMoments, type Moment } from '../../../training/moments';

const TRAINING = join(__dirname, '../../../training/text');

/** What everybody writes, such as "human please", stands in all texts; three letters say as much as a character. */
const EVERYBODYS = 25;
const lengthOf = (turn: string) =>
	turn.length +
	2 * (turn.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0);

interface Line {
	/** Its file and, but for moments, its number. */
	place: string;
	turns: string[];
}

/** Of all files of a folder, custom scenarios aside: these are compared with one another. */
function linesOf(folder: string): Line[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(txt|tsv)$/.test(file) && !file.startsWith('custom'))
		.flatMap((file) => {
			const text = readFileSync(join(folder, file), 'utf8');
			if (file.endsWith('moments.txt')) return dialoguesOf(parseMoments(text, file), file);
			return text.split('\n').flatMap((line, index) => readLine(line, `${file}:${index + 1}`));
		});
}

function dialoguesOf(moments: Moment[], place: string): Line[] {
	return moments.flatMap(({ said, replies }) =>
		replies.flatMap(({ text, next }) =>
			[[said], [said, text], ...next.map((one) => [said, text, one])].map((turns) => ({
				place,
				turns,
			})),
		),
	);
}

/** Of several wordings of a question, each is a line. */
function readLine(line: string, place: string): Line[] {
	const wordings = line.replace(/^[01]\t/, '').split(' == ');
	return wordings.map((wording) => ({ place, turns: wording.split(' >> ') }));
}

/** A full stop or a capital makes no other text. */
const plain = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
const plainTurns = (turns: string[]) => turns.map(plain).join(' >> ');

const measured = readLabelledLines(EVALUATION).map(({ history, text }) => [
	...history.map((turn) => turn.text),
	text,
]);
const examples = new Set(measured.filter(({ length }) => length > 1).map(plainTurns));
const lastTurns = new Set(
	measured
		.map((turns) => turns.at(-1)!)
		.filter((turn) => lengthOf(turn) > EVERYBODYS)
		.map(plain),
);

test.each([
	['training/text', TRAINING],
	['training/development', DEVELOPMENT],
])(
	'no example of evaluation/text stands in %s word for word, and no longer turn that is judged',
	(_, folder) => {
		const lines = linesOf(folder);
		expect(Math.min(lines.length, examples.size, lastTurns.size)).toBeGreaterThan(1_000);
		const shared = lines.filter(
			({ turns }) => examples.has(plainTurns(turns)) || lastTurns.has(plain(turns.at(-1)!)),
		);
		expect(shared.map(({ place, turns }) => `${place} ${turns.join(' >> ')}`)).toEqual([]);
	},
);

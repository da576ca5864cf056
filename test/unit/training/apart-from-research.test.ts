import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVELOPMENT, EVALUATION } from '../../../evaluation/labelled-lines';

/**
 * Marks of the worlds of research corpora that the sealed evaluation is made of, in English: what people search
 * for there, and how their trains, towns, inns and bus stops are called. Authors who know such a corpus write like
 * it unasked. A world without a mark here is not found, nor one in another language.
 */
const MARKS: Record<string, RegExp> = {
	'train numbers': /\btr ?\d{4}\b|\btr ?\d{3} (leaves|arrives)/iu,
	'towns of its trains':
		/\b(cambridge|stansted|leicester|norwich)\b.*\btrain\b|\btrain\b.*\b(cambridge|stansted|leicester|norwich)\b/iu,
	'price ranges': /moderate(ly)?[ -](priced|price)|(moderate|expensive|cheap) (price )?range/iu,
	'parts of town': /parts? of town .*(food|restaurant|hotel)|type of attraction/iu,
	inns: /guest ?house with|stars? guest ?house|\d stars and is in the (north|south|east|west|centre)/iu,
	places:
		/\b(gonville|kohinoor|university arms|alexander b&b|acorn guest|curry garden|hamilton lodge|all saints church|broughton house|castle galler|kerala kitchen)/iu,
	'bus stops': /\bfrom forbes\b|\bforbes (and|st)|\b(morewood|shadyside|squirrel hill)\b/iu,
	buses: /\b61 ?c\b|\b28 ?x\b/iu,
	passages: /\b(provided|retrieved) passages?\b.*\b(do|does) not mention/iu,
};

const marksOf = (line: string) =>
	Object.entries(MARKS)
		.filter(([, mark]) => mark.test(line))
		.map(([name]) => name);

test.each([
	['TR4410', 'train numbers'],
	['TR410 leaves at 13:05. >> and the next one', 'train numbers'],
	['any train to Norwich >> There are four.', 'towns of its trains'],
	['from Cambridge, the first train', 'towns of its trains'],
	['moderately priced, please', 'price ranges'],
	['It is in the expensive range.', 'price ranges'],
	['which part of town should the restaurant be in', 'parts of town'],
	['What type of attraction are you looking for?', 'parts of town'],
	['a guesthouse with parking', 'inns'],
	['a 4 star guesthouse', 'inns'],
	['It has 3 stars and is in the east.', 'inns'],
	['We like the Kohinoor.', 'places'],
	['a room at Hamilton Lodge', 'places'],
	['the next one from Forbes', 'bus stops'],
	['I live in Shadyside', 'bus stops'],
	['when does the 28 X come', 'buses'],
	['61C', 'buses'],
	['The provided passages describe the plan but do not mention its price.', 'passages'],
])('"%s" has a mark of %s', (line, mark) => expect(marksOf(line)).toEqual([mark]));

test.each([
	'The train to Lisbon leaves at 9.',
	'on a moderate heat for ten minutes',
	'It has 4.6 stars in the shop.',
	'The house in the east wing',
	'a table for two in a cheap place',
	'The passage to the yard is closed.',
	'bus 28 to the forest',
])('"%s" has none', (line) => expect(marksOf(line)).toEqual([]));

const TRAINING = join(__dirname, '../../../training');

function linesOf(folder: string) {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(txt|tsv)$/.test(file))
		.flatMap((file) =>
			readFileSync(join(folder, file), 'utf8')
				.split('\n')
				.map((line, index) => ({ place: `${file}:${index + 1}`, line })),
		);
}

// Places alone: lines of the evaluation are not for those who work on the classifier.
test.each([
	['the training text', join(TRAINING, 'text')],
	['the custom scenarios', join(TRAINING, 'custom')],
	['the development set', DEVELOPMENT],
	['the evaluation', EVALUATION],
])('no line of %s has one', (_, folder) => {
	const lines = linesOf(folder);
	expect(lines.length).toBeGreaterThan(100);
	const found = lines.filter(({ line }) => marksOf(line).length > 0);
	expect(found.map(({ place }) => place)).toEqual([]);
});

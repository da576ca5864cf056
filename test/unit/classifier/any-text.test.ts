import fc from 'fast-check';
import { LABELS } from '../../../handover/classifier/classifier';
import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import { trainedModel } from '../../../nodes/trained-model';
import { seededRandom } from '../../../training/random';
import { classify } from './classifier-turns';

const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
	fc
		.array(
			fc.constantFrom(
				'talk',
				'to',
				'no',
				'human',
				'"',
				"'",
				'我要',
				'人工',
				',',
				'?',
				' ',
				'🙋',
				'|',
				'<b>',
				'</b>',
				'<',
				'_',
				'@',
				'\u0301',
				'\u200d',
			),
		)
		.map((words) => words.join(' ')),
);

/** First and last character of scripts that the model knows, and of others. */
const SCRIPTS: Array<[number, number]> = [
	[0x20, 0x7e],
	[0xc0, 0x24f],
	[0x300, 0x36f],
	[0x400, 0x52f],
	[0x600, 0x6ff],
	[0x900, 0x97f],
	[0xe00, 0xe7f],
	[0x2000, 0x206f],
	[0x3040, 0x30ff],
	[0x4e00, 0x9fff],
	[0xac00, 0xd7a3],
	[0xff01, 0xffef],
	[0x1d400, 0x1d7ff],
	[0x1f1e6, 0x1f64f],
];

/** Characters of some scripts, and now and then a space or the end of a sentence. */
function scatter(scripts: Array<[number, number]>, seed: number, length: number): string {
	const random = seededRandom(seed);
	const marks = ['. ', ', ', ...Array<string>(5).fill(' '), ...Array<string>(20).fill('')];
	const characters = Array.from({ length }, () => {
		const [first, last] = random.pick(scripts);
		const point = first + Math.floor(random.next() * (last - first + 1));
		return String.fromCodePoint(point) + random.pick(marks);
	});
	return characters.join('');
}

const scattered = fc
	.tuple(fc.subarray(SCRIPTS, { minLength: 1 }), fc.integer(), fc.integer({ min: 1, max: 3_000 }))
	.map(([scripts, seed, length]) => scatter(scripts, seed, length));

/** Tens of thousands of characters, as a log or a mail with all before it; what is asked may come last. */
const longText = fc
	.tuple(
		fc.oneof(anyText, scattered),
		fc.constantFrom('', ' ', '\n', '. ', ' "', '“', '|'),
		fc.integer({ min: 10_000, max: 60_000 }),
		fc.constantFrom('', ' Can I talk to a human?'),
	)
	.map(([pattern, mark, length, end]) => {
		const repeated = `${pattern}${mark}` || 'a';
		return repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length) + end;
	});

/** In seconds of the processor; far above what any text takes, far below what one that blows up would. */
const MOST_SECONDS = 2;

function secondsSince(start: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1e6;
}

async function judgeWithin(text: string, draft: string, line: string): Promise<void> {
	const history = [
		{ author: 'contact' as const, text: line },
		{ author: 'bot' as const, text: draft },
	];
	const scenarios = [
		...DEFAULT_SCENARIOS,
		{ name: 'Any', handoverType: 'custom' as const, enabled: true, examples: [line] },
	];
	const start = process.cpuUsage();
	const judged = await classify({ text, draft, history, scenarios });
	expect(secondsSince(start)).toBeLessThan(MOST_SECONDS);
	expect(LABELS).toContain(judged.label);
	expect(judged.probability).toBeGreaterThanOrEqual(0);
	expect(judged.probability).toBeLessThanOrEqual(1);
	expect(judged.evidence.length > 0).toBe(judged.label !== 'continue');
}

test.each([
	['any text', anyText, 500],
	['any long text', longText, 40],
])('%s is judged, with a probability from 0 to 1', async (_, texts, numRuns) => {
	await fc.assert(fc.asyncProperty(texts, texts, texts, judgeWithin), { numRuns });
});

test.each([
	['a million letters', 'a'.repeat(1_000_000)],
	['a million words', 'talk to no '.repeat(90_000)],
	['a million quotes', '"'.repeat(1_000_000)],
	['a million quotes that never close', '„'.repeat(1_000_000)],
	['a million quotes that only open', '“'.repeat(1_000_000)],
	['a million quotes that open after a space', ' “'.repeat(500_000)],
	['a million Chinese characters', '人工客服'.repeat(250_000)],
	['nothing but halves of emoji', '\ud83d'.repeat(1_000_000)],
	['nothing but other halves of emoji', '\udc00'.repeat(1_000_000)],
	['NULs', '\0'.repeat(1_000_000)],
	['an expanding character', '\ufdfa'.repeat(1_000_000)],
	['a million letters between marks', 'a|'.repeat(500_000)],
	['letters between as many marks as can be', 'a||| '.repeat(200_000)],
	['letters between underscores', 'a_'.repeat(500_000)],
	['words in italics', '_to_ '.repeat(200_000)],
	['a million underscores', '_'.repeat(1_000_000)],
	['tags that never close', '<'.repeat(1_000_000)],
	['tags with an attribute that never closes', '<a href="'.repeat(110_000)],
	['tags that only close', '</b>'.repeat(250_000)],
	['tags within tags', '<b>talk'.repeat(140_000)],
	['a million apostrophes', "'".repeat(1_000_000)],
	['letters between apostrophes', "l'".repeat(500_000)],
	['one letter under a million marks, in the wrong order', `a${'\u0301\u0316'.repeat(500_000)}`],
	['a mark on every letter', 'n\u0303'.repeat(500_000)],
	['parts of syllables to be put together', '\u1112\u1161\u11ab'.repeat(330_000)],
	['a million characters of no width', '\u200b'.repeat(1_000_000)],
	['letters with nothing to see between them', 'h\u200d'.repeat(500_000)],
	['a million changes of direction', '\u202e'.repeat(1_000_000)],
	['families', '👩‍👩‍👧‍👦'.repeat(90_000)],
	['emoji in a skin tone', '👍🏽'.repeat(250_000)],
	['words spelt letter by letter', 'h u m a n '.repeat(100_000)],
	['letters far apart', 'a    '.repeat(200_000)],
	['letters that go on after the spelling', 'a a a a@'.repeat(120_000)],
	['a million @', '@'.repeat(1_000_000)],
	['letters between @', 'a@'.repeat(500_000)],
	['addresses of mail', 'a.b@c.d '.repeat(120_000)],
	['addresses of pages', 'https://a.b/c_d?e=f&g=h#i '.repeat(40_000)],
	['digits that may be letters', 'a1'.repeat(500_000)],
	['letters that are said three times', 'aaab'.repeat(250_000)],
	['letters of two scripts', 'aа'.repeat(500_000)],
	['a million question marks', '?'.repeat(1_000_000)],
	['questions that end in brackets', '?")'.repeat(330_000)],
	['a million spaces', ' '.repeat(1_000_000)],
	['a million lines', '\n'.repeat(1_000_000)],
	['letters of flags', '🇭'.repeat(500_000)],
	['flags', '🇩🇪'.repeat(250_000)],
	['letters in squares', '🅰'.repeat(500_000)],
	['nothing', ''],
])('%s is judged', async (_, text) => {
	const history = [
		{ author: 'contact' as const, text },
		{ author: 'bot' as const, text },
	];
	const scenarios = [
		...DEFAULT_SCENARIOS,
		{ name: 'Any', handoverType: 'custom' as const, enabled: true, examples: [text] },
	];
	const start = process.cpuUsage();
	const judged = await classify({ text, draft: text, history, scenarios });
	expect(secondsSince(start)).toBeLessThan(MOST_SECONDS);
	expect(judged).toMatchObject({ classifier: 'builtIn/2' });
});

test('the same turn is judged alike every time', async () => {
	const turn = { text: 'Can I talk to a human?' };
	const { duration: _first, ...first } = await classify(turn);
	const { duration: _again, ...again } = await classify(turn);
	expect(again).toEqual(first);
});

test('the duration is read from the given clock', async () => {
	let now = 100;
	const classifier = builtInClassifier(trainedModel(), () => (now += 5));
	const judged = await classifier.classify({
		text: 'hi',
		draft: null,
		botFailed: false,
		history: [],
		language: null,
		scenarios: DEFAULT_SCENARIOS,
	});
	expect(judged.duration).toBe(5);
});

import { batchesOf } from '../../../training/batches';
import { seededRandom } from '../../../training/random';

const SIZE = 96;
const examples = ['german', 'korean'].flatMap((language, at) =>
	Array.from({ length: 1_200 }, (_, index) => ({
		language,
		part: index < 600 ? 'matter' : 'other',
		// Six of each line, be it a matter or not.
		line: at * 1_000 + Math.floor(index / 6),
		index,
	})),
);
const batches = (matters: string[]) => batchesOf(examples, SIZE, matters, seededRandom(1));

test('each example is in one batch, and each batch is of one language', () => {
	const all = batches(['matter']);
	expect(new Set(all.flat()).size).toBe(examples.length);
	expect(all.flat()).toHaveLength(examples.length);
	for (const batch of all) {
		expect(batch.length).toBeLessThanOrEqual(SIZE);
		expect(new Set(batch.map(({ language }) => language)).size).toBe(1);
	}
});

test('of a matter all are side by side, of another line they are not', () => {
	/** In how many batches the six of each line are. */
	const spread = (part: string, matters: string[]) => {
		const batchesOfLines = new Map<number, Set<number>>();
		batches(matters).forEach((batch, at) => {
			for (const one of batch.filter((one) => one.part === part)) {
				const own = batchesOfLines.get(one.line) ?? new Set<number>();
				batchesOfLines.set(one.line, own.add(at));
			}
		});
		return [...batchesOfLines.values()].map(({ size }) => size);
	};
	// The end of a batch may part one.
	const parted = spread('matter', ['matter']).filter((count) => count > 1);
	expect(parted.length).toBeLessThan(batches(['matter']).length);
	expect(Math.max(...parted)).toBe(2);
	const apart = (counts: number[]) => counts.filter((count) => count > 2).length / counts.length;
	expect(apart(spread('other', ['matter']))).toBeGreaterThan(0.9);
	expect(apart(spread('matter', []))).toBeGreaterThan(0.9);
});

test('the same examples make the same batches, in no order of the text or of its languages', () => {
	const indices = () => batches(['matter']).map((batch) => batch.map(({ index }) => index));
	expect(indices()).toEqual(indices());
	expect(indices().flat()).not.toEqual(examples.map(({ index }) => index));
	const languages = batches(['matter']).map(([one]) => one!.language);
	const turns = languages.filter((language, at) => at > 0 && language !== languages[at - 1]);
	expect(turns.length).toBeGreaterThan(3);
});

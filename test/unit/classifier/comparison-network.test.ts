import {
	comparisonParts,
	ComparisonReading,
	readByComparison,
	TurnReading,
	vectorNumbers,
	type TurnCount,
	type ComparisonNetwork,
} from '../../../handover/classifier/comparison-network';
import { firstNumbers } from '../../../training/learn-by-example';
import { seededRandom } from '../../../training/random';
import { draftAfter, messageOf } from '../../builders/examples';

const mostOf = <Part extends string>(parts: Record<Part, number>) =>
	Object.fromEntries(Object.keys(parts).map((part) => [part, 0.4])) as Record<Part, number>;

function networkOf(turnCount: TurnCount): ComparisonNetwork {
	const parts = { vectors: vectorNumbers(turnCount), ...comparisonParts(turnCount) };
	const network = firstNumbers(parts, mostOf(parts), seededRandom(3));
	return { ...network, vectors: Int8Array.from(network.vectors, (number) => number * 5) };
}

const ofTwo = networkOf(2);
const ofThree = networkOf(3);

function featuresOf(text: string): number[] {
	const turn = new TurnReading();
	turn.note(messageOf(text).text);
	return [...turn.features.slice(0, turn.count)];
}

test('a word counts once, however often it is said', () => {
	const once = featuresOf('qwerty');
	expect(featuresOf('qwerty qwerty qwerty')).toEqual(once);
	expect(new Set(featuresOf('human robot human robot')).size).toBe(
		featuresOf('human robot human robot').length,
	);
});

test('a word has a feature, the way it begins, what it means, and what stands before it', () => {
	expect(featuresOf('qwer')).toHaveLength(1);
	expect(featuresOf('qwerty')).toHaveLength(2);
	const shared = (one: string, other: string) => {
		const found = featuresOf(other);
		return featuresOf(one).filter((feature) => found.includes(feature));
	};
	expect(shared('qwerty', 'qwertz')).toHaveLength(1);
	// The meaning, and the meaning after nothing known.
	expect(shared('human', 'Mensch')).toHaveLength(2);
	expect(shared('退款多久', '退款')).toHaveLength(3);
});

test('the same draft after another question, and another one after the same, say something else', () => {
	const read = (question: string, draft: string) =>
		readByComparison(ofTwo, draftAfter(question, draft));
	const answer = read('qwerty', 'asdfgh');
	expect(read('zxcvbn', 'asdfgh')).not.toBe(answer);
	expect(read('qwerty', 'zxcvbn')).not.toBe(answer);
	expect(read('qwerty', 'asdfgh')).toBe(answer);
});

test('a turn of which nothing is known has no part in it', () => {
	const exchange = draftAfter('qwerty', 'asdfgh');
	const withoutEarlier = readByComparison(ofThree, exchange);
	const { text: earlier } = messageOf('zxcvbn');
	expect(readByComparison(ofThree, { ...exchange, earlier })).not.toBe(withoutEarlier);
	const reading = new ComparisonReading(3);
	reading.read(ofThree, { ...exchange, earlier });
	reading.read(ofThree, exchange);
	expect([...reading.turns[0]!.vector]).toEqual(Array.from(reading.turns[0]!.vector, () => 0));
});

test('a text that stands alone is compared with nothing', () => {
	for (const network of [ofTwo, ofThree]) {
		expect(readByComparison(network, messageOf('qwerty'))).toBe(0);
		// A picture without a word.
		expect(readByComparison(network, draftAfter('', 'qwerty'))).toBe(0);
		expect(readByComparison(network, draftAfter('asdfgh', 'qwerty'))).not.toBe(0);
	}
});

test('of the longest turns the last word is read', () => {
	const letters = 'bcdfghjklmnpqrstvwxz';
	const word = (at: number) =>
		`${letters[at % 20]}${letters[(at * 7) % 20]}o${letters[at % 19]}a${at}`;
	const long = Array.from({ length: 2_000 }, (_, at) => `${word(at)}, `).join('');
	const features = featuresOf(`${long} qwerty`);
	expect(features.length).toBeGreaterThan(60);
	for (const feature of featuresOf('qwerty')) expect(features).toContain(feature);
});

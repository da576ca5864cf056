import type { Example } from '../../../training/fit';
import { fitNetwork, strengthen } from '../../../training/fit-network';
import { exchangeOfDraft, exchangeOfMessage } from '../../../handover/classifier/exchange';
import { readByNetwork } from '../../../handover/classifier/network';
import { readText } from '../../../handover/classifier/read-text';
import { featuresOf } from '../../../handover/classifier/similarity';
import { sequenceOf } from '../../../handover/classifier/word-sequence';
import { seededRandom } from '../../../training/random';

const message = (text: string) => exchangeOfMessage(readText(text));

function draft(question: string, text: string) {
	const read = readText(question);
	const features = featuresOf(read, new Uint8Array(1 << 8).fill(255));
	return exchangeOfDraft(readText(text), { features, sequence: sequenceOf(read, null, null) });
}

function example(exchange: Example['exchange'], label: 0 | 1, line: number): Example {
	return {
		segments: [],
		whole: Int32Array.of(),
		exchange,
		label,
		line,
		weight: 1,
		text: '',
		part: '',
		group: '',
		language: '',
	};
}

/** As many lines as it takes for words to be known and for something to be learnt. */
function examples(ofOne: Example['exchange'], ofZero: Example['exchange']): Example[] {
	return Array.from({ length: 2_000 }, (_, line) =>
		line % 2 ? example(ofOne, 1, line) : example(ofZero, 0, line),
	);
}

test('the same words in another order are told apart', () => {
	const [one, other] = [message('human not robot'), message('robot not human')];
	const network = fitNetwork(examples(one, other), seededRandom(1));
	expect(readByNetwork(network, one)).toBeGreaterThan(1);
	expect(readByNetwork(network, other)).toBeLessThan(-1);
});

test('what is learnt of a meaning holds for its words in other languages', () => {
	const network = fitNetwork(
		examples(message('human not robot'), message('robot not human')),
		seededRandom(1),
	);
	expect(readByNetwork(network, message('Mensch nicht Roboter'))).toBeGreaterThan(0);
	expect(readByNetwork(network, message('Roboter nicht Mensch'))).toBeLessThan(0);
});

test('the same answer to another question is told apart', () => {
	const meant = draft('translate for me', 'I do not know');
	const asked = draft('when do you open', 'I do not know');
	const network = fitNetwork(examples(asked, meant), seededRandom(1));
	expect(readByNetwork(network, asked)).toBeGreaterThan(1);
	expect(readByNetwork(network, meant)).toBeLessThan(-1);
});

test('the same examples make the same network', () => {
	const own = examples(message('human not robot'), message('robot not human'));
	const fitted = () => fitNetwork(own, seededRandom(7));
	expect(fitted()).toEqual(fitted());
});

test('a strengthened network answers so many times as loud', () => {
	const one = message('human not robot');
	const network = fitNetwork(examples(one, message('robot not human')), seededRandom(1));
	const loud = readByNetwork(strengthen(network, 3), one);
	expect(loud).toBeCloseTo(3 * readByNetwork(network, one), 3);
});

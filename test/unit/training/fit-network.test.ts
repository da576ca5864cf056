import type { Example } from '../../../training/fit';
import { fitNetwork, strengthen } from '../../../training/fit-network';
import { readByNetwork } from '../../../handover/classifier/network';
import { seededRandom } from '../../../training/random';
import { draftAfter, exampleOf, messageOf } from '../../builders/examples';

/** As many lines as it takes for words to be known and for something to be learnt. */
function examples(ofOne: Example['exchange'], ofZero: Example['exchange']): Example[] {
	return Array.from({ length: 2_000 }, (_, line) =>
		line % 2 ? exampleOf(ofOne, 1, line) : exampleOf(ofZero, 0, line),
	);
}

test('the same words in another order are told apart', () => {
	const [one, other] = [messageOf('human not robot'), messageOf('robot not human')];
	const network = fitNetwork(examples(one, other), seededRandom(1));
	expect(readByNetwork(network, one)).toBeGreaterThan(1);
	expect(readByNetwork(network, other)).toBeLessThan(-1);
});

test('what is learnt of a meaning holds for its words in other languages', () => {
	const network = fitNetwork(
		examples(messageOf('human not robot'), messageOf('robot not human')),
		seededRandom(1),
	);
	expect(readByNetwork(network, messageOf('Mensch nicht Roboter'))).toBeGreaterThan(0);
	expect(readByNetwork(network, messageOf('Roboter nicht Mensch'))).toBeLessThan(0);
});

test('the same answer to another question is told apart', () => {
	const meant = draftAfter('translate for me', 'I do not know');
	const asked = draftAfter('when do you open', 'I do not know');
	const network = fitNetwork(examples(asked, meant), seededRandom(1));
	expect(readByNetwork(network, asked)).toBeGreaterThan(1);
	expect(readByNetwork(network, meant)).toBeLessThan(-1);
});

test('the same examples make the same network', () => {
	const own = examples(messageOf('human not robot'), messageOf('robot not human'));
	const fitted = () => fitNetwork(own, seededRandom(7));
	expect(fitted()).toEqual(fitted());
});

test('a number of a word has one of 31 sizes', () => {
	const own = examples(messageOf('human not robot'), messageOf('robot not human'));
	const { words, meanings } = fitNetwork(own, seededRandom(7));
	expect(new Set(words).size).toBeLessThanOrEqual(31);
	expect(new Set(meanings).size).toBeGreaterThan(100);
});

test('a strengthened network answers so many times as loud', () => {
	const one = messageOf('human not robot');
	const network = fitNetwork(examples(one, messageOf('robot not human')), seededRandom(1));
	const loud = readByNetwork(strengthen(network, 3), one);
	expect(loud).toBeCloseTo(3 * readByNetwork(network, one), 3);
});

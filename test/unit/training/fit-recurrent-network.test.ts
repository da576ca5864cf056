import type { Exchange } from '../../../handover/classifier/network';
import { readByRecurrentNetwork } from '../../../handover/classifier/recurrent-network';
import { fitRecurrentNetwork } from '../../../training/fit-recurrent-network';
import { seededRandom } from '../../../training/random';
import { draftAfter, exampleOf, messageOf } from '../../builders/examples';

/** The second half of them is to be told from the first. */
function fitted(zeros: Exchange[], ones: Exchange[], logOdds = 0) {
	const examples = Array.from({ length: 1_500 }, (_, line) => {
		const side = line % 2 ? ones : zeros;
		return exampleOf(side[(line >> 1) % side.length]!, line % 2 ? 1 : 0, line);
	});
	const known = examples.map(({ label }) => (label === 1 ? logOdds : -logOdds));
	return fitRecurrentNetwork(examples, known, seededRandom(1));
}

const LIKE = [messageOf('want human not robot'), messageOf('not want robot, want human')];
const UNLIKE = [messageOf('want robot not human'), messageOf('not want human, want robot')];

const network = fitted(UNLIKE, LIKE);

test('the same words in another order are told apart', () => {
	for (const one of LIKE) expect(readByRecurrentNetwork(network, one)).toBeGreaterThan(1);
	for (const one of UNLIKE) expect(readByRecurrentNetwork(network, one)).toBeLessThan(-1);
});

test('what stands first is remembered over many words', () => {
	const between = ' blue green red white black brown grey pink';
	const [one, other] = [messageOf(`not${between} human`), messageOf(`can${between} human`)];
	const network = fitted([one], [other]);
	expect(readByRecurrentNetwork(network, other)).toBeGreaterThan(1);
	expect(readByRecurrentNetwork(network, one)).toBeLessThan(-1);
});

test('what is learnt of a meaning holds for its words in other languages', () => {
	expect(readByRecurrentNetwork(network, messageOf('will Mensch nicht Roboter'))).toBeGreaterThan(
		0,
	);
	expect(readByRecurrentNetwork(network, messageOf('will Roboter nicht Mensch'))).toBeLessThan(0);
});

test('the same answer to another question is told apart', () => {
	const meant = draftAfter('translate for me', 'I do not know');
	const asked = draftAfter('when do you open', 'I do not know');
	const network = fitted([meant], [asked]);
	expect(readByRecurrentNetwork(network, asked)).toBeGreaterThan(1);
	expect(readByRecurrentNetwork(network, meant)).toBeLessThan(-1);
});

test('what the weights know is not learnt again', () => {
	const network = fitted(UNLIKE, LIKE, 8);
	for (const one of [...LIKE, ...UNLIKE]) {
		expect(Math.abs(readByRecurrentNetwork(network, one))).toBeLessThan(0.5);
	}
});

test('the same examples make the same network', () => {
	expect(fitted(UNLIKE, LIKE)).toEqual(network);
});

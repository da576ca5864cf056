import {
	ComparisonReading,
	readByComparison,
	TurnReading,
	WIDTH,
	type ComparisonNetwork,
} from '../../../handover/classifier/comparison-network';
import type { Exchange } from '../../../handover/classifier/network';
import { fitComparisonNetwork, type Comparison } from '../../../training/fit-comparison-network';
import { seededRandom } from '../../../training/random';
import { draftAfter, exampleOf } from '../../builders/examples';

const DRAFTS: Comparison = {
	turnCount: 2,
	untaught: [],
	belong: [({ label }) => label === 0],
	share: 1,
};

const never = () => false;

const QUESTIONS = ['zorp blim', 'quav drun', 'mexl tarn', 'fipp gosk'];
const ANSWERS = ['yelt nabu', 'ribo casp', 'welm hodu', 'jant pivo'];
const pair = (question: number, answer: number) =>
	draftAfter(QUESTIONS[question]!, `the ${ANSWERS[answer]!} thing`);
const each = QUESTIONS.flatMap((_, question) =>
	ANSWERS.map((_, answer) => ({
		exchange: pair(question, answer),
		label: question === answer ? (0 as const) : (1 as const),
	})),
);
const right = each.filter(({ label }) => label === 0);
/** As many of each kind. */
const all = [...each, ...right, ...right];

function fitted(
	pairs: Array<{ exchange: Exchange; label: 0 | 1 }>,
	comparison = DRAFTS,
	known = 0,
) {
	const examples = Array.from({ length: 960 }, (_, line) => {
		const { exchange, label } = pairs[line % pairs.length]!;
		return exampleOf(exchange, label, line);
	});
	const logOdds = examples.map(({ label }) => (label === 1 ? known : -known));
	return fitComparisonNetwork(examples, logOdds, comparison, seededRandom(1));
}

const network = fitted(all);

test('an answer is told from one to another question, by words that mean nothing known', () => {
	for (const { exchange, label } of all) {
		const answer = readByComparison(network, exchange);
		if (label === 1) expect(answer).toBeGreaterThan(1);
		else expect(answer).toBeLessThan(-1);
	}
});

test('which turns belong together is learnt from such turns alone', () => {
	const fitOf = (network: ComparisonNetwork, exchange: Exchange) => {
		const reading = new ComparisonReading(2);
		reading.read(network, exchange);
		return reading.inputs[WIDTH]!;
	};
	// The weights know the answer, so that nothing else is to be learnt.
	const network = fitted(right, DRAFTS, 20);
	for (const { exchange, label } of each) {
		const fit = fitOf(network, exchange);
		if (label === 1) expect(fit).toBeLessThan(1);
		else expect(fit).toBeGreaterThan(2);
	}
});

test('parts that it is not taught leave it as it is', () => {
	const taught = all.map(({ exchange, label }, line) => exampleOf(exchange, label, line % 7));
	const other = exampleOf(draftAfter('when', 'never'), 1, 3);
	const learn = (examples: typeof taught, untaught: string[]) =>
		fitComparisonNetwork(
			examples,
			examples.map(() => 0),
			{ ...DRAFTS, untaught },
			seededRandom(2),
		);
	const more = [...taught, { ...other, part: 'turns' }];
	expect(learn(more, ['turns'])).toEqual(learn(taught, []));
	expect(learn(more, [])).not.toEqual(learn(taught, []));
});

test('words of few lines have no numbers, and those of others are small and whole', () => {
	const rare = draftAfter('vexil', 'crump');
	const examples = [
		...Array.from({ length: 40 }, (_, line) => exampleOf(pair(0, 0), 0, line)),
		...Array.from({ length: 40 }, (_, line) => exampleOf(pair(0, 1), 1, 40 + line)),
		...[80, 81, 82, 83].map((line) => exampleOf(rare, 1, line)),
	];
	const known = examples.map(() => 0);
	const { vectors } = fitComparisonNetwork(examples, known, DRAFTS, seededRandom(4));
	expect(new Set(vectors)).toEqual(new Set([-2, -1, 0, 1, 2]));
	const numbersOf = (exchange: Exchange) => {
		const turn = new TurnReading();
		turn.note(exchange.before);
		const from = [...turn.features.slice(0, turn.count)];
		return from.flatMap((start) => [...vectors.subarray(start, start + WIDTH)]);
	};
	expect(numbersOf(rare).every((number) => number === 0)).toBe(true);
	expect(numbersOf(pair(0, 0)).some((number) => number !== 0)).toBe(true);
});

test('of three turns, the last is compared with the one before it and with the first', () => {
	const TURNS: Comparison = { ...DRAFTS, turnCount: 3, belong: [never, never, never] };
	const turns = (first: number, last: number) => {
		const { before: earlier, text } = pair(first, last);
		return { ...draftAfter('the same answer', 'nothing'), text, earlier };
	};
	const dialogues = QUESTIONS.flatMap((_, first) =>
		ANSWERS.slice(0, 2).map((_, last) => ({
			exchange: turns(first, last),
			label: first % 2 === last ? (1 as const) : (0 as const),
		})),
	);
	const network = fitted(dialogues, TURNS);
	for (const { exchange, label } of dialogues) {
		const answer = readByComparison(network, exchange);
		if (label === 1) expect(answer).toBeGreaterThan(1);
		else expect(answer).toBeLessThan(-1);
	}
});

test('what the weights know is not learnt again', () => {
	const none = { ...DRAFTS, belong: [never] };
	const known = fitted(all, none, 8);
	for (const { exchange } of all) {
		expect(Math.abs(readByComparison(known, exchange))).toBeLessThan(0.5);
	}
});

test('the same examples make the same network', () => {
	expect(fitted(all)).toEqual(network);
});

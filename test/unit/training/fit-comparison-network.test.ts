import {
	ComparisonReading,
	PAIRS,
	readByComparison,
	TurnReading,
	WIDTH,
	type ComparisonNetwork,
} from '../../../handover/classifier/comparison-network';
import type { Exchange } from '../../../handover/classifier/network';
import { fitComparisonNetwork, type Comparison } from '../../../training/fit-comparison-network';
import { seededRandom } from '../../../training/random';
import { draftAfter, exampleOf, messageOf } from '../../builders/examples';

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
	length = 960,
) {
	const examples = Array.from({ length }, (_, line) => {
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

/** Three turns, of which two may go together. */
function dialogue(pair: number, one: number, other: number): Exchange {
	const [first, second] = PAIRS[3][pair]!;
	const turns = ['nothing', 'nothing', 'nothing'];
	turns[first] = QUESTIONS[one]!;
	turns[second] = ANSWERS[other]!;
	const { text, before } = draftAfter(turns[1]!, turns[2]!);
	return { text, before, earlier: messageOf(turns[0]!).text };
}

test.each([0, 1, 2])('of three turns, those of pair %d are compared', (pair) => {
	const dialogues = (same: boolean) =>
		QUESTIONS.flatMap((_, one) =>
			ANSWERS.map((_, other) => ({ exchange: dialogue(pair, one, other), one, other })),
		).filter(({ one, other }) => (one === other) === same);
	const [together, apart] = [dialogues(true), dialogues(false)];
	const right = together.map(({ exchange }) => ({ exchange, label: 0 as const }));
	const wrong = apart.map(({ exchange }) => ({ exchange, label: 1 as const }));
	const turns: Comparison = { ...DRAFTS, turnCount: 3, belong: [never, never, never] };

	const judging = fitted([...wrong, ...right, ...right, ...right], turns);
	for (const { exchange } of together)
		expect(readByComparison(judging, exchange)).toBeLessThan(-0.5);
	for (const { exchange } of apart)
		expect(readByComparison(judging, exchange)).toBeGreaterThan(0.5);

	const belong = PAIRS[3].map((_, at) => () => at === pair);
	const fitting = fitted(right, { ...turns, belong }, 20);
	const fitOf = (exchange: Exchange) => {
		const reading = new ComparisonReading(3);
		reading.read(fitting, exchange);
		return reading.inputs[pair * (WIDTH + 1) + WIDTH]!;
	};
	for (const { exchange } of together) expect(fitOf(exchange)).toBeGreaterThan(2);
	for (const { exchange } of apart) expect(fitOf(exchange)).toBeLessThan(1);
});

test('what the weights know is not learnt again', () => {
	const judgingAlone: Comparison = { ...DRAFTS, belong: [never] };
	// More of them, for nothing tells it which turns belong together.
	const [knowing, unknowing] = [8, 0].map((known) => fitted(all, judgingAlone, known, 4_800));
	for (const { exchange } of all) {
		expect(Math.abs(readByComparison(knowing!, exchange))).toBeLessThan(0.5);
		expect(Math.abs(readByComparison(unknowing!, exchange))).toBeGreaterThan(1);
	}
});

test('the same examples make the same network', () => {
	expect(fitted(all)).toEqual(network);
});

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
	partsOfMatters: [],
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

/** How well two turns go together. */
function fitOf(network: ComparisonNetwork, exchange: Exchange, turnCount: 2 | 3 = 2, pair = 0) {
	const reading = new ComparisonReading(turnCount);
	reading.read(network, exchange);
	return reading.inputs[pair * (WIDTH + 1) + WIDTH]!;
}

test('which turns belong together is learnt from such turns alone', () => {
	// The weights know the answer, so that nothing else is to be learnt.
	const network = fitted(right, DRAFTS, 20);
	for (const { exchange, label } of each) {
		const fit = fitOf(network, exchange);
		if (label === 1) expect(fit).toBeLessThan(1);
		else expect(fit).toBeGreaterThan(2);
	}
});

test('the questions of a matter are told from one another, and learnt side by side', () => {
	// Each line fills a batch: every other has the first two questions with their answers, or the last two.
	const examples = Array.from({ length: 960 }, (_, index) => {
		const line = Math.floor(index / 96);
		const { exchange } = right[(line % 2) * 2 + (index % 2)]!;
		return { ...exampleOf(exchange, 0, line), part: 'matter' };
	});
	const known = examples.map(() => -20);
	const matters = { ...DRAFTS, partsOfMatters: ['matter'] };
	const network = fitComparisonNetwork(examples, known, matters, seededRandom(1));
	const fitBetween = (question: number, answer: number) => fitOf(network, pair(question, answer));
	for (const [one, other] of [
		[0, 1],
		[2, 3],
	] as const) {
		for (const own of [one, other]) expect(fitBetween(own, own)).toBeGreaterThan(2);
		expect(fitBetween(one, other)).toBeLessThan(1);
		expect(fitBetween(other, one)).toBeLessThan(1);
	}
	// Of two matters no question stood beside an answer of the other.
	const average = (pairs: Array<[number, number]>) =>
		pairs.reduce((sum, [one, other]) => sum + fitBetween(one, other), 0) / pairs.length;
	const within = average([
		[0, 1],
		[1, 0],
		[2, 3],
		[3, 2],
	]);
	const between = average(
		[0, 1].flatMap((one) =>
			[2, 3].flatMap((other): Array<[number, number]> => [
				[one, other],
				[other, one],
			]),
		),
	);
	expect(between).toBeGreaterThan(within + 1);
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
	for (const { exchange } of together) expect(fitOf(fitting, exchange, 3, pair)).toBeGreaterThan(2);
	for (const { exchange } of apart) expect(fitOf(fitting, exchange, 3, pair)).toBeLessThan(1);
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

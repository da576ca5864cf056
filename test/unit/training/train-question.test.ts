import { assemble, type Settings, type Weighing } from '../../../training/train-question';

const SETTINGS: Settings = {
	bits: 1,
	kept: 1,
	leastLines: 1,
	largestSize: 7,
	leastSize: 2,
	calibratedBy: 'example',
	others: 1,
	surer: 1,
	network: 0,
	recurrent: 0,
	comparison: null,
};

/** Scores with the bias, and what is so. */
const SCORED: Array<[number, 0 | 1]> = [
	[2, 1],
	[1, 1],
	[-0.5, 1],
	[0.5, 0],
	[-1, 0],
	[-2, 0],
];

const BIAS = 0.3;

const WEIGHING: Weighing = {
	examples: SCORED.length,
	weights: { weights: new Int8Array(2), scale: 1 },
	bias: BIAS,
	network: null,
	unseen: SCORED.map(([score, label]) => ({
		score,
		label,
		weight: 1,
		text: '',
		part: '',
		group: '',
		language: '',
		isAlone: false,
	})),
};

const logOdds = (probability: number) => Math.log(probability / (1 - probability));

test('a model says of unseen lines what it was calibrated to say, its bias in its offset', () => {
	const { model, unseen } = assemble(WEIGHING, null, SETTINGS);
	expect(model.recurrent).toBeNull();
	unseen.forEach(({ probability }, at) => {
		const score = SCORED[at]![0] - BIAS;
		expect(logOdds(probability)).toBeCloseTo(model.slope * score + model.offset);
	});
});

test('to be surer changes no decision', () => {
	const { model } = assemble(WEIGHING, null, SETTINGS);
	const surer = assemble(WEIGHING, null, { ...SETTINGS, surer: 2 }).model;
	expect(surer.slope).toBeCloseTo(2 * model.slope);
	expect(surer.offset / surer.slope).toBeCloseTo(model.offset / model.slope);
});

test('with more turns that ask for nothing in traffic, it is less ready to take one for something', () => {
	const probabilities = (others: number) =>
		assemble(WEIGHING, null, { ...SETTINGS, others }).unseen.map(({ probability }) => probability);
	const rare = probabilities(5);
	probabilities(1).forEach((probability, at) => expect(rare[at]).toBeLessThan(probability));
});

test('a text that nothing stands before is calibrated by such texts, where others are compared', () => {
	const turned = WEIGHING.unseen.map(({ score, label, ...one }) => ({
		...one,
		score,
		label: label === 1 ? (0 as const) : (1 as const),
		isAlone: true,
	}));
	const weighing = { ...WEIGHING, unseen: [...WEIGHING.unseen, ...turned] };
	const correcting = (comparison: object | null) => ({
		recurrent: null as never,
		comparison: comparison as never,
		scores: weighing.unseen.map(() => 0),
	});
	const compared = assemble(weighing, correcting({}), SETTINGS);
	expect(compared.model.slope).toBeGreaterThan(0);
	expect(compared.model.alone!.slope).toBeCloseTo(-compared.model.slope);
	const [first] = compared.unseen;
	expect(first!.probability).toBeGreaterThan(0.5);
	expect(compared.unseen[SCORED.length]!.probability).toBeLessThan(0.5);
	expect(assemble(weighing, correcting(null), SETTINGS).model.alone).toBeNull();
	// Of one kind alone nothing is to be learnt.
	const ofOneKind = weighing.unseen.filter(({ isAlone, label }) => !isAlone || label === 0);
	const { model } = assemble({ ...weighing, unseen: ofOneKind }, correcting({}), SETTINGS);
	expect(model.alone).toBeNull();
});

test('what networks that correct the weights say of the same lines is added', () => {
	const correcting = {
		recurrent: null as never,
		comparison: null,
		scores: SCORED.map(([score]) => -score),
	};
	const { unseen } = assemble(WEIGHING, correcting, SETTINGS);
	// Both together say nothing, and half of the lines are so.
	for (const { probability } of unseen) expect(probability).toBeCloseTo(0.5);
});

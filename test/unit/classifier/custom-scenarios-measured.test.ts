import {
	EVALUATION_SETS,
	everydayAlarms,
	judgeCustomSets,
	measureCustomSets,
} from '../../../evaluation/custom-scenarios';
import { writeCustomRow } from '../../../evaluation/documented-figures';
import { measure, type Measures } from '../../../evaluation/measures';
import { CUSTOM_WEIGHTS } from '../../../handover/classifier/custom-weights';
import { trainedModel } from '../../../nodes/trained-model';
import {
	DEVELOPMENT_SETS,
	EXAMPLES,
	readCustomSets,
	TRAINING_SETS,
} from '../../../training/custom-sets';
import { fitCustomWeights } from '../../../training/custom-weights';
import { missingTexts } from '../docs/missing-texts';

const development = readCustomSets(DEVELOPMENT_SETS);

async function measureAll(sets?: typeof development): Promise<Measures[]> {
	const measured = [];
	for (const count of EXAMPLES) measured.push(measure(await judgeCustomSets(count, sets)));
	return measured;
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);

test('more examples make a custom scenario better, and false alarms stay few', async () => {
	const measured = await measureAll();
	const f1 = measured.map((one) => one.f1);
	expect(f1).toEqual(sorted(f1));
	expect(f1[0]).toBeGreaterThan(0.57);
	expect(f1.at(-1)).toBeGreaterThan(0.72);
	for (const { falseAlarms } of measured) expect(falseAlarms).toBeLessThan(0.08);
});

test('0.5 means about one half, however many examples there are', async () => {
	for (const { calibrationError } of await measureAll())
		expect(calibrationError).toBeLessThan(0.12);
});

test('more examples make it better on scenarios of all languages and trades', async () => {
	const measured = await measureAll(development);
	const f1 = measured.map((one) => one.f1);
	const auroc = measured.map((one) => one.auroc);
	expect(f1).toEqual(sorted(f1));
	expect(auroc).toEqual(sorted(auroc));
	expect(auroc[0]).toBeGreaterThan(0.7);
	expect(auroc.at(-1)).toBeGreaterThan(0.8);
	for (const { falseAlarms } of measured) expect(falseAlarms).toBeLessThan(0.09);
});

test.each(EXAMPLES)('with %d examples hardly an everyday message is taken for one', (count) => {
	const sets = [...development, ...readCustomSets(TRAINING_SETS)];
	const alarms = everydayAlarms(count, sets, 10);
	expect(alarms.filter(({ share }) => share > 0.03)).toEqual([]);
	const mean = alarms.reduce((sum, { share }) => sum + share, 0) / alarms.length;
	expect(mean).toBeLessThan(0.01);
});

test('the rows in the guide are what is measured, which `npm run evaluate` prints', async () => {
	const sets = readCustomSets(EVALUATION_SETS);
	const rows: string[] = [];
	for (const count of EXAMPLES) {
		rows.push(writeCustomRow(count, await measureCustomSets(count, sets)));
	}
	expect(missingTexts('docs/guide/classifier.md', rows)).toEqual([]);
});

test('its weights are those that come out of the training lines', () => {
	const fitted = fitCustomWeights(trainedModel().wordWeights);
	expect(fitted.map((weight) => Number(weight.toFixed(3)))).toEqual(CUSTOM_WEIGHTS);
});

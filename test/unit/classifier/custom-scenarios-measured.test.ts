import { judgeCustomSets } from '../../../evaluation/custom-scenarios';
import { measure } from '../../../evaluation/measures';
import { CUSTOM_WEIGHTS } from '../../../handover/classifier/custom-weights';
import { trainedModel } from '../../../nodes/trained-model';
import { EXAMPLES } from '../../../training/custom-sets';
import { fitCustomWeights } from '../../../training/custom-weights';

test('more examples make a custom scenario better, and false alarms stay few', async () => {
	const measured = [];
	for (const count of EXAMPLES) measured.push(measure(await judgeCustomSets(count)));
	const f1 = measured.map((one) => one.f1);
	expect(f1).toEqual([...f1].sort((a, b) => a - b));
	expect(f1[0]).toBeGreaterThan(0.35);
	expect(f1.at(-1)).toBeGreaterThan(0.6);
	for (const { falseAlarms } of measured) expect(falseAlarms).toBeLessThan(0.08);
});

test('its weights are those that come out of the training lines', () => {
	const fitted = fitCustomWeights(trainedModel().wordWeights);
	expect(fitted.map((weight) => Number(weight.toFixed(3)))).toEqual(CUSTOM_WEIGHTS);
});

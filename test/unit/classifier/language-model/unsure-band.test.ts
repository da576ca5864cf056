import type { Classification } from '../../../../handover/classifier/classifier';
import { isUnsure } from '../../../../handover/classifier/language-model/unsure-band';
import { DEFAULT_BAND } from '../../../../handover/classifier/language-model/parse-model-settings';
import { classify } from '../classifier-turns';

const oneExample = {
	name: 'Delivery',
	handoverType: 'custom' as const,
	enabled: true,
	examples: ['where is my parcel'],
};

test.each(['the shoes are blue', 'I was there on Tuesday', 'my name is Kim'])(
	'what has nothing in common with a custom scenario is not unsure because of it: %s',
	async (text) => {
		const classification = await classify({ text, scenarios: [oneExample] });
		expect(classification.runnerUp).toMatchObject({ label: 'custom' });
		expect(isUnsure(classification, DEFAULT_BAND)).toBe(false);
	},
);

test.each([
	['custom', 0.16, false],
	['custom', 0.3, true],
	['custom', 0.9, false],
	['contactRequest', 0.16, true],
	['contactRequest', 0.1, false],
	['continue', 0.5, false],
] as const)('a runner-up %s of %d: %s', (label, probability, unsure) => {
	const classification = {
		label: 'continue',
		probability: 1 - probability,
		runnerUp: { label, customScenario: null, probability },
	} as Classification;
	expect(isUnsure(classification, DEFAULT_BAND)).toBe(unsure);
});

import { parseScenarios } from '../../../handover/scenarios/parse-scenarios';
import { classifierOutputs } from '../../../nodes/n8n/HandoverClassifier/handover-classifier.properties';
import { toScenario } from '../../../nodes/n8n/HandoverClassifier/listed-scenarios';

test('a row of the list becomes a scenario; what is empty is left to the action nodes', () => {
	const row = {
		handoverType: 'custom',
		name: 'Refund',
		enabled: true,
		triggerCondition: '',
		examples: 'I want a refund\n\n give me my money back ',
		threshold: 0.7,
		actions: {
			tags: 'refund, money',
			acceptWithin: 0,
			sleepTime: 2,
			sleepTimeUnit: 'days',
			finalMessage: '',
		},
		finalMessages: { message: [{ language: 'de', text: 'Danke' }] },
	};
	expect(parseScenarios([toScenario(row)]).at(-1)).toEqual({
		handoverType: 'custom',
		name: 'Refund',
		enabled: true,
		examples: ['I want a refund', 'give me my money back'],
		threshold: 0.7,
		tags: ['refund', 'money'],
		acceptWithin: 0,
		sleepTime: 2,
		sleepTimeUnit: 'days',
		finalMessages: { de: 'Danke' },
	});
});

test('a built-in scenario is called as its type, whatever was typed before', () => {
	const row = { handoverType: 'lackOfInformation', name: 'Refund', enabled: false };
	expect(toScenario(row)).toEqual({
		handoverType: 'lackOfInformation',
		name: 'lackOfInformation',
		enabled: false,
	});
});

const listed = (...scenario: Array<{ name: string; output?: number }>) =>
	classifierOutputs({
		scenarioSource: 'here',
		scenarios: { scenario: scenario.map((one) => ({ ...one, handoverType: 'custom' })) },
	})
		.slice(4)
		.map(({ displayName }) => displayName);

test('the outputs follow the list', () => {
	expect(listed({ name: 'A' }, { name: 'B' })).toEqual(['A', 'B']);
	expect(listed({ name: 'B', output: 0 }, { name: 'A' })).toEqual(['B', 'A']);
});

test('a scenario with an output of its own keeps it when the list is reordered or shortened', () => {
	const [a, b, c] = [
		{ name: 'A', output: 1 },
		{ name: 'B', output: 2 },
		{ name: 'C', output: 3 },
	];
	expect(listed(c, a, b)).toEqual(['A', 'B', 'C']);
	expect(listed(c, a)).toEqual(['A', '(Unused)', 'C']);
	expect(listed(c, { name: 'New' })).toEqual(['New', '(Unused)', 'C']);
	expect(listed(a, { name: 'Same', output: 1 })).toEqual(['A', 'Same']);
});

test('which output it has is not saved for the bot', () => {
	const row = { handoverType: 'custom', name: 'A', enabled: true, examples: 'a', output: 2 };
	expect(toScenario(row)).toEqual({
		handoverType: 'custom',
		name: 'A',
		enabled: true,
		examples: ['a'],
	});
});

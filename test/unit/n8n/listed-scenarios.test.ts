import { NodeHelpers } from 'n8n-workflow';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import { parseScenarios } from '../../../handover/scenarios/parse-scenarios';
import {
	classifierOutputs,
	classifierProperties,
} from '../../../nodes/n8n/HandoverClassifier/handover-classifier.properties';
import { toScenario } from '../../../nodes/n8n/HandoverClassifier/listed-scenarios';
import { scenarioProperties } from '../../../nodes/n8n/HandoverClassifier/scenario.properties';

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

const listed = (...scenario: Array<{ name?: string; output?: number }>) =>
	classifierOutputs({
		scenarioSource: 'here',
		scenarios: { scenario: scenario.map((one) => ({ ...one, handoverType: 'custom' })) },
	})
		.slice(4)
		.map(({ displayName }) => displayName);

test('a scenario keeps its output whatever becomes of the list', () => {
	const [a, b, c] = [
		{ name: 'A', output: 1 },
		{ name: 'B', output: 2 },
		{ name: 'C', output: 3 },
	];
	expect(listed(c, a, b)).toEqual(['A', 'B', 'C']);
	expect(listed(c, a)).toEqual(['A', '(Unused)', 'C']);
	expect(listed(b)).toEqual(['(Unused)', 'B']);
	expect(listed(a)).toEqual(['A']);
});

test('scenarios with the same output are all named by it, and a new one has the first', () => {
	const [a, b] = [{ name: 'A', output: 1 }, { name: 'B' }];
	expect(listed(a, b)).toEqual(['A or B']);
	expect(listed(b)).toEqual(['B']);
	expect(listed(a, { name: ' ' })).toEqual(['A or (No Name)']);
	// As an API may have saved them.
	expect(listed({ output: 0, name: 'A' }, {})).toEqual(['A or (No Name)']);
});

test('no scenario moves to the wire of a deleted one, with the fields as they are at first', () => {
	const { default: byDefault } = scenarioProperties.find(({ name }) => name === 'output')!;
	const [a, b] = ['A', 'B'].map((name) => ({ name, output: byDefault as number }));
	expect(listed(a!, b!)).toEqual(['A or B']);
	expect(listed(b!)).toEqual(['B']);
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

test('the list begins with the built-in three, switched on', () => {
	const found = NodeHelpers.getNodeParameters(
		classifierProperties,
		{ scenarioSource: 'here' },
		true,
		false,
		null,
		null,
	);
	const { scenario } = found!.scenarios as { scenario: Array<Record<string, unknown>> };
	expect(parseScenarios(scenario.map(toScenario))).toEqual(
		DEFAULT_SCENARIOS.map((one) => expect.objectContaining({ name: one.name, enabled: true })),
	);
	expect(scenario).toHaveLength(3);
});

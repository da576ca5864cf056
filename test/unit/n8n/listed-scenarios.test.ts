import { parseScenarios } from '../../../handover/scenarios/parse-scenarios';
import { toScenario } from '../../../nodes/n8n/HandoverClassifier/listed-scenarios';

test('a row of the list becomes a scenario; what is empty is left to the action nodes', () => {
	const row = {
		handoverType: 'custom',
		name: 'Refund',
		enabled: true,
		triggerCondition: '',
		examples: 'I want a refund\n\n give me my money back ',
		threshold: 0.7,
		actions: { tags: 'refund, money', sleepTime: 2, sleepTimeUnit: 'days', finalMessage: '' },
		finalMessages: { message: [{ language: 'de', text: 'Danke' }] },
	};
	expect(parseScenarios([toScenario(row)]).at(-1)).toEqual({
		handoverType: 'custom',
		name: 'Refund',
		enabled: true,
		examples: ['I want a refund', 'give me my money back'],
		threshold: 0.7,
		tags: ['refund', 'money'],
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

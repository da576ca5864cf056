import { NodeHelpers } from 'n8n-workflow';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import { MAX_SCENARIOS, parseScenarios } from '../../../handover/scenarios/parse-scenarios';
import {
	classifierOutputs,
	classifierProperties,
	CUSTOM_PLACES,
	type CustomScenarios,
} from '../../../nodes/n8n/HandoverClassifier/handover-classifier.properties';
import { HandoverClassifier } from '../../../nodes/n8n/HandoverClassifier/HandoverClassifier.node';
import { readListedScenarios } from '../../../nodes/n8n/HandoverClassifier/listed-scenarios';
import { contextOf } from './n8n-fakes';

/** What the node saves for the bot, with these fields. */
function scenariosOf(parameters: object) {
	const run = { items: [{}], parameters: { scenarioSource: 'here', ...parameters } };
	return parseScenarios(readListedScenarios(contextOf(new HandoverClassifier(), run), 0));
}

/** As n8n saves the fields, and as it gives them to a node. */
function throughN8n(parameters: object, withDefaults: boolean) {
	return NodeHelpers.getNodeParameters(
		classifierProperties,
		{ scenarioSource: 'here', ...parameters },
		withDefaults,
		false,
		null,
		null,
	)!;
}

const asSaved = (name: string) => expect.objectContaining({ name, enabled: true });

test('a custom scenario is saved; what is empty is left to the action nodes', () => {
	const first = {
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
	expect(scenariosOf({ customScenarios: { first } }).at(-1)).toEqual({
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

test('the built-in three are there and on, whatever else the node has', () => {
	const names = DEFAULT_SCENARIOS.map(({ name }) => asSaved(name));
	expect(scenariosOf({})).toEqual(names);
	expect(scenariosOf(throughN8n({}, true))).toEqual(names);
	const third = { name: 'Refund', examples: 'I want a refund' };
	expect(scenariosOf({ customScenarios: { third } })).toEqual([...names, asSaved('Refund')]);
});

test('a built-in scenario is switched off, or told what it does differently', () => {
	const fields = {
		contactRequest: false,
		lackOfInformationOptions: {
			threshold: 0.8,
			tags: 'unknown, ask',
			finalMessage: '',
			skipPause: true,
			finalMessages: { message: [{ language: 'de', text: 'Danke' }] },
		},
	};
	const [contactRequest, lackOfInformation] = scenariosOf(throughN8n(fields, true));
	expect(contactRequest).toEqual({
		name: 'contactRequest',
		handoverType: 'contactRequest',
		enabled: false,
	});
	expect(lackOfInformation).toEqual({
		name: 'lackOfInformation',
		handoverType: 'lackOfInformation',
		enabled: true,
		threshold: 0.8,
		tags: ['unknown', 'ask'],
		skipPause: true,
		finalMessages: { de: 'Danke' },
	});
});

test('there is a place for as many custom scenarios as a bot may have, and none for more', () => {
	const examples = 'So it is.';
	const places = CUSTOM_PLACES.map((place) => [place, { name: place, examples }]);
	const customScenarios = Object.fromEntries([...places, ['fourth', { name: '4', examples }]]);
	expect(scenariosOf(throughN8n({ customScenarios }, true))).toHaveLength(MAX_SCENARIOS);
});

test('two of the same name are refused, and one that is called as a built-in one', () => {
	const first = { name: 'Refund', examples: 'I want a refund' };
	const refused = { code: 'SCENARIO_INVALID' };
	const listing = (customScenarios: object) => () => scenariosOf({ customScenarios });
	expect(listing({ first, second: { ...first, name: ' refund' } })).toThrow(
		expect.objectContaining(refused),
	);
	expect(listing({ first: { ...first, name: 'contactRequest' } })).toThrow(
		expect.objectContaining(refused),
	);
	expect(listing({ second: {} })).toThrow(expect.objectContaining(refused));
});

test('what is refused is called by its name, for the dialog has no list in which to count', () => {
	const first = { name: 'Refund', examples: 'a', threshold: 2 };
	expect(() => scenariosOf({ customScenarios: { first } })).toThrow('("Refund"): threshold');
	const lackOfInformationOptions = { threshold: 2 };
	expect(() => scenariosOf({ lackOfInformationOptions })).toThrow('("lackOfInformation")');
});

test('a list as nodes had it before is refused, and not left out', () => {
	const scenarios = { scenario: [{ handoverType: 'contactRequest', enabled: false }] };
	const given = throughN8n({ scenarios }, true);
	expect(() => scenariosOf(given)).toThrow(expect.objectContaining({ code: 'SCENARIO_INVALID' }));
});

const namesOf = (customScenarios: CustomScenarios) =>
	classifierOutputs({ scenarioSource: 'here', customScenarios })
		.slice(4)
		.map(({ displayName }) => displayName);

test('a scenario keeps its output whatever becomes of the others', () => {
	const [first, second, third] = [{ name: 'A' }, { name: 'B' }, { name: 'C' }];
	expect(namesOf({ first, second, third })).toEqual(['A', 'B', 'C']);
	expect(namesOf({ third, first })).toEqual(['A', '(Unused)', 'C']);
	expect(namesOf({ second })).toEqual(['(Unused)', 'B']);
	expect(namesOf({ first })).toEqual(['A']);
	expect(namesOf({})).toEqual([]);
});

test('a scenario that has no name yet, or none but blanks, has its output', () => {
	expect(namesOf({ first: {}, second: { name: ' ' } })).toEqual(['(No Name)', '(No Name)']);
	// One that is left as it comes is saved without any field.
	const saved = throughN8n({ customScenarios: { second: {} } }, false);
	expect(namesOf(saved.customScenarios as CustomScenarios)).toEqual(['(Unused)', '(No Name)']);
});

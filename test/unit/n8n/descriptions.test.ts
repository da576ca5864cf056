import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodeType } from 'n8n-workflow';
import { HandoverStoreApi } from '../../../credentials/HandoverStoreApi.credentials';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import {
	builtInScenarioProperties,
	customScenarioProperties,
} from '../../../nodes/n8n/HandoverClassifier/scenario.properties';
import manifest from '../../../package.json';

const FOLDER = join(__dirname, '../../../nodes/n8n');

/** Display name, outputs, fields with their plain defaults, and whether an AI Agent may use it. */
const CATALOGUE: Record<string, [string, string[], Record<string, unknown>, boolean]> = {
	HandoverGate: [
		'Handover Gate',
		['Bot', 'Human', 'Duplicate'],
		{ operation: 'receiveMessage', keepMessages: 200, keepDays: 90 },
		false,
	],
	HandoverClassifier: [
		'Handover Classifier',
		['Continue', 'Contact Request', 'Lack of Information', 'Failed Attempt', 'Custom Scenario'],
		{ judge: 'contactMessage', botFailed: false, scenarioSource: 'saved', replaceSettings: false },
		false,
	],
	FailureCounter: ['Failure Counter', ['Try Again', 'Failed to Resolve'], { threshold: 2 }, false],
	AssignConversation: [
		'Assign Conversation',
		['Done', 'Failed'],
		{
			assignTo: 'auto',
			staffId: '',
			keepCurrentAssignee: true,
			rule: 'roundRobin',
			acceptWithin: 10,
			acceptUnit: 'minutes',
		},
		true,
	],
	CreateTask: [
		'Create Task',
		['Done', 'Failed'],
		{ description: 'Will be created by AI', dueIn: 24, dueUnit: 'hours' },
		true,
	],
	SendClosingMessage: [
		'Send Closing Message',
		['Done', 'Failed'],
		{ message: 'Thank you! Someone from the team will get back to you.' },
		true,
	],
	PauseBot: [
		'Pause Bot',
		['Done', 'Failed'],
		{ operation: 'pause', pauseFor: 24, pauseUnit: 'hours', untilResumed: false },
		true,
	],
	AddTags: ['Add Tags', ['Done', 'Failed'], { tags: 'human_handover' }, true],
	NotifyStaff: [
		'Notify Staff',
		['Done', 'Failed'],
		{
			onConversationAssigned: true,
			onTaskAssigned: true,
			sendWebhook: false,
			conversationLink: '',
		},
		true,
	],
	Conversation: ['Conversation', ['Done'], { operation: 'get' }, true],
	HandoverTrigger: ['Handover Trigger', ['main'], { events: [] }, false],
};

describe.each(Object.entries(CATALOGUE))('%s', (name, [displayName, outputs, defaults, isTool]) => {
	const node = load(name);
	const { description } = node;

	test('is called as in the catalogue, in the editor and in saved flows', () => {
		expect(description.displayName).toBe(displayName);
		expect(description.defaults.name).toBe(displayName);
		expect(description.name).toBe(name[0]!.toLowerCase() + name.slice(1));
		expect(Boolean(description.usableAsTool)).toBe(isTool);
	});

	test('has the outputs of the catalogue, in this order', () => {
		expect(outputNamesOf(node)).toEqual(outputs);
	});

	test('has the fields and defaults of the catalogue', () => {
		expect(plainDefaultsOf(node)).toMatchObject(defaults);
	});

	test('says which conversation it means, unless it starts the flow', () => {
		const fields = description.properties.map((field) => field.name);
		const needed = name === 'HandoverTrigger' ? [] : ['conversationId', 'botId'];
		expect(fields).toEqual(expect.arrayContaining(needed));
	});

	test('works without a credential, and can test one', () => {
		const always = description.credentials?.filter(({ displayOptions }) => !displayOptions);
		expect(always).toEqual([
			{ name: new HandoverStoreApi().name, required: false, testedBy: 'testHandoverStore' },
		]);
		expect(node.methods?.credentialTest).toHaveProperty('testHandoverStore');
	});

	test('has its icons and its codex entry', () => {
		const { light, dark } = description.icon as { light: string; dark: string };
		for (const icon of [light, dark]) {
			expect(existsSync(join(FOLDER, name, icon.replace('file:', '')))).toBe(true);
		}
		const codex = JSON.parse(readFileSync(join(FOLDER, name, `${name}.node.json`), 'utf8'));
		expect(codex.node).toBe(`${manifest.name}.${description.name}`);
	});
});

test('the gate has other outputs before a reply', () => {
	expect(outputNamesOf(load('HandoverGate'), { operation: 'beforeReply' })).toEqual([
		'Send',
		'Drop',
	]);
});

test('the classifier has an output for each custom scenario', () => {
	const second = { name: 'Complaint', enabled: true };
	const customScenarios = { second, first: { name: 'Refund', enabled: false } };
	const node = load('HandoverClassifier');
	const names = outputNamesOf(node, { scenarioSource: 'here', customScenarios });
	expect(names.slice(4)).toEqual(['Refund', 'Complaint']);
});

test('the classifier has a switch for each built-in scenario, which is on', () => {
	const defaults = plainDefaultsOf(load('HandoverClassifier'));
	for (const { name } of DEFAULT_SCENARIOS) expect(defaults).toMatchObject({ [name]: true });
});

test('a unit in a scenario says which of its times it counts', () => {
	const added = [...customScenarioProperties, ...builtInScenarioProperties]
		.filter(({ type }) => type === 'collection')
		.flatMap(({ options }) => options as INodeProperties[]);
	const units = added.filter(({ name }) => name.endsWith('Unit'));
	const told = units.map(({ name, description = '' }) => [
		name,
		added.find((field) => field.type === 'number' && description.includes(field.displayName))?.name,
	]);
	expect(Object.fromEntries(told)).toEqual({
		acceptUnit: 'acceptWithin',
		sleepTimeUnit: 'sleepTime',
		taskDueUnit: 'taskDueIn',
	});
});

function load(name: string): INodeType {
	const exported = jest.requireActual(join(FOLDER, name, `${name}.node.ts`));
	return new exported[name]();
}

function outputNamesOf({ description }: INodeType, parameters?: Record<string, unknown>): string[] {
	const { outputs, outputNames } = description;
	if (Array.isArray(outputs)) return outputNames ?? (outputs as string[]);
	const expression = /^=\{\{(.*)\}\}$/s.exec(outputs)![1]!;
	// n8n takes the first "}}" for the end of the expression.
	expect(expression).not.toContain('}}');
	const own = parameters ?? plainDefaultsOf({ description } as INodeType);
	const found = new Function('$parameter', `return ${expression}`)(own) as Array<{
		displayName: string;
	}>;
	return found.map(({ displayName }) => displayName);
}

function plainDefaultsOf({ description }: INodeType): Record<string, unknown> {
	return Object.fromEntries(description.properties.map((field) => [field.name, field.default]));
}

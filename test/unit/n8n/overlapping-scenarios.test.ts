import { Workflow, type NodeExecutionHint } from 'n8n-workflow';
import { HandoverClassifier } from '../../../nodes/n8n/HandoverClassifier/HandoverClassifier.node';
import { HandoverGate } from '../../../nodes/n8n/HandoverGate/HandoverGate.node';
import { shareTexts } from '../../../nodes/n8n/HandoverClassifier/share-texts';
import { execute, useFolderOfItsOwn } from './n8n-fakes';

useFolderOfItsOwn();

const refund = { name: 'Refund', enabled: true, examples: 'money back' };
const money = { ...refund, name: 'Money', examples: 'invoice\nI want my MONEY back ' };

const inPlaces = ([first, second]: object[]) => ({ first, ...(second && { second }) });

async function hintsOf(mode: 'manual' | 'trigger', scenarios: object[]) {
	const hints: NodeExecutionHint[] = [];
	const botId = `bot-${mode}-${scenarios.length}`;
	const body = { conversationId: botId, botId, text: 'Hello' };
	const gate = {
		parameters: { conversationId: '={{ $json.conversationId }}', text: '={{ $json.text }}' },
	};
	const [admitted] = await execute(new HandoverGate(), { ...gate, items: [body] });
	const parameters = { scenarioSource: 'here', customScenarios: inPlaces(scenarios) };
	await execute(new HandoverClassifier(), { parameters, items: admitted!, mode, hints });
	return hints;
}

test('who tries the flow in the editor reads which scenarios overlap', async () => {
	const [hint, ...others] = await hintsOf('manual', [refund, { ...refund, name: 'Money' }]);
	expect(others).toEqual([]);
	expect(hint).toMatchObject({
		type: 'warning',
		message: expect.stringContaining('"Refund" and "Money"'),
	});
});

test('nothing is said where nothing overlaps, and a contact does not wait for it', async () => {
	expect(await hintsOf('manual', [refund])).toEqual([]);
	expect(await hintsOf('trigger', [refund, { ...refund, name: 'Money' }])).toEqual([]);
});

test.each([
	['the same example', [refund, { ...money, examples: 'invoice\n Money BACK' }], true],
	['other examples', [refund, money], false],
	['the same example in one that is off', [refund, { ...refund, enabled: false }], false],
	['the example of one alone', [refund], false],
	[
		'the same condition',
		[
			{ ...refund, triggerCondition: 'x' },
			{ ...money, triggerCondition: 'X' },
		],
		true,
	],
])('while the list is edited, %s is noticed: %#', (_title, scenarios, expected) => {
	const customScenarios = inPlaces(scenarios);
	expect(shareTexts({ scenarioSource: 'here', customScenarios })).toBe(expected);
	expect(shareTexts({ scenarioSource: 'saved', customScenarios })).toBe(false);
});

/** The fields that n8n, in the editor as when it runs, gives to a hint and to the node. */
function throughN8n(customScenarios: object) {
	const node = {
		id: '1',
		name: 'Classifier',
		type: 'classifier',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { scenarioSource: 'here', customScenarios: { ...customScenarios } },
	};
	const typeOf = () => new HandoverClassifier();
	const nodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) };
	const nodes = [node];
	return new Workflow({ nodes, connections: {}, active: false, nodeTypes }).nodes[node.name]!
		.parameters;
}

test('a place that the node does not have is in no hint: n8n drops it before', () => {
	expect(shareTexts(throughN8n({ first: refund, third: refund }))).toBe(true);
	expect(shareTexts(throughN8n({ first: refund, fourth: refund }))).toBe(false);
});

import type { IConnections, INode, IPinData } from 'n8n-workflow';
import modelFlow from '../../../flows/n8n/language-model.json';
import flow from '../../../flows/n8n/try-classifier.json';
import { HandoverClassifier } from '../../../nodes/n8n/HandoverClassifier/HandoverClassifier.node';
import { HandoverGate } from '../../../nodes/n8n/HandoverGate/HandoverGate.node';
import { classifierOutputs } from '../../../nodes/n8n/HandoverClassifier/handover-classifier.properties';
import { execute, useFolderOfItsOwn } from './n8n-fakes';

useFolderOfItsOwn();

interface TriedFlow {
	nodes: INode[];
	connections: IConnections;
	pinData: IPinData;
}

const nodeNamed = ({ nodes }: TriedFlow, name: string) => nodes.find((node) => node.name === name)!;
const tryClassifier = flow as unknown as TriedFlow;

test.each([
	['try-classifier', tryClassifier],
	['language-model', modelFlow as unknown as TriedFlow],
])(
	'in %s, messages are pinned to the trigger, and every output leads to the result',
	(_, tried) => {
		expect(Object.keys(tried.pinData).map((name) => nodeNamed(tried, name).type)).toEqual([
			'n8n-nodes-base.manualTrigger',
		]);
		const classify = nodeNamed(tried, 'Classify Message');
		const outputs = tried.connections[classify.name]!.main!;
		expect(outputs).toHaveLength(classifierOutputs(classify.parameters).length);
		expect(nodeNamed(tried, 'All Messages').parameters.numberInputs).toBe(outputs.length);
		expect(outputs.map((targets) => targets!.map(({ node, index }) => [node, index]))).toEqual(
			outputs.map((_, index) => [['All Messages', index]]),
		);
	},
);

test('each example message leaves by the output of its label', async () => {
	const { parameters } = nodeNamed(tryClassifier, 'Receive Message');
	const messages = Object.values(tryClassifier.pinData)[0]!;
	const [admitted] = await execute(new HandoverGate(), {
		parameters: { ...parameters, conversationId: '={{ $json.text }}' },
		items: messages,
	});
	const judged = await execute(new HandoverClassifier(), {
		parameters: nodeNamed(tryClassifier, 'Classify Message').parameters,
		items: admitted!,
	});
	const texts = judged.map((items) => items.map(({ json }) => json.text));
	expect(texts).toEqual([
		['How long does shipping take?', 'Thanks, that was all!'],
		['Can I talk to a human?', 'Ich möchte bitte mit einem Mitarbeiter sprechen'],
		['Do you ship to Mars?'],
		[],
		['I want my money back for order 1234'],
	]);
});

import type { IConnections, INode, IPinData } from 'n8n-workflow';
import flow from '../../../flows/n8n/try-classifier.json';
import { HandoverClassifier } from '../../../nodes/n8n/HandoverClassifier/HandoverClassifier.node';
import { HandoverGate } from '../../../nodes/n8n/HandoverGate/HandoverGate.node';
import { classifierOutputs } from '../../../nodes/n8n/HandoverClassifier/handover-classifier.properties';
import { execute, useFolderOfItsOwn } from './n8n-fakes';

useFolderOfItsOwn();

const nodes = flow.nodes as unknown as INode[];
const connections = flow.connections as IConnections;
const nodeNamed = (name: string) => nodes.find((node) => node.name === name)!;
const [[trigger, messages]] = Object.entries(flow.pinData as unknown as IPinData) as [
	[string, IPinData[string]],
];

test('every wire leads to a node that is there, and every output of the classifier to the result', () => {
	const classify = nodeNamed('Classify Message');
	const outputs = connections[classify.name]!.main!;
	expect(outputs).toHaveLength(classifierOutputs(classify.parameters).length);
	expect(nodeNamed('All Messages').parameters.numberInputs).toBe(outputs.length);
	expect(outputs.map((targets) => targets!.map(({ node, index }) => [node, index]))).toEqual(
		outputs.map((_, index) => [['All Messages', index]]),
	);
	for (const { main } of Object.values(connections))
		for (const { node } of main!.flatMap((targets) => targets ?? []))
			expect(nodeNamed(node)).toBeDefined();
});

test('the example messages are pinned to the trigger, and each leaves by the output of its label', async () => {
	expect(nodeNamed(trigger).type).toBe('n8n-nodes-base.manualTrigger');
	const { parameters } = nodeNamed('Receive Message');
	const [admitted] = await execute(new HandoverGate(), {
		parameters: { ...parameters, conversationId: '={{ $json.text }}' },
		items: messages,
	});
	const judged = await execute(new HandoverClassifier(), {
		parameters: nodeNamed('Classify Message').parameters,
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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { N8nRest } from '../../../start/n8n-rest';
import { takesPosts } from '../../../start/wait-until-live';
import { until } from '../until';
import { startTestPlatform, type PlatformUnderTest, type TestPlatform } from '../with-platform';
import { completedExample } from './example-flow';
import type { N8nFlow } from './n8n-flow';
import { readNodeRedReference, type NodeRedNode } from './node-red-flow';
import { startWithFlow } from './with-flow';

/** What a builder makes of the flow, on each platform. */
export interface MessengerBend {
	nodeRed(nodes: NodeRedNode[]): NodeRedNode[];
	n8n(flow: N8nFlow): N8nFlow;
}

const AS_IT_IS: MessengerBend = { nodeRed: (nodes) => nodes, n8n: (flow) => flow };

/** The flow, with the address that a builder sets, beside the reference flow. */
export async function startMessengerFlow(
	platform: PlatformUnderTest,
	url: string,
	bend = AS_IT_IS,
): Promise<TestPlatform> {
	if (platform === 'node-red') {
		const path = join(__dirname, '../../../flows/node-red/messenger.json');
		const text = readFileSync(path, 'utf8').replace('http://localhost:1880/messenger/sent', url);
		const own = bend.nodeRed(JSON.parse(text) as NodeRedNode[]);
		const nodes = [...readNodeRedReference(), ...own];
		const all = [...new Map(nodes.map((node) => [node.id, node])).values()];
		return await startWithFlow('node-red', JSON.stringify(all));
	}
	const started = await startTestPlatform('n8n');
	const rest = new N8nRest(started.running.url);
	await rest.logIn(started.running.owner!);
	const read = completedExample('messenger.json', {});
	const text = JSON.stringify(read).replace('https://messenger.example/send', url);
	const flow = bend.n8n(JSON.parse(text) as N8nFlow);
	await rest.publish(await rest.createWorkflow(flow as unknown as typeof read));
	const address = `${started.running.apiUrl}/handover/messenger`;
	await until('the flow for messengers', async () => await takesPosts(address));
	return started;
}

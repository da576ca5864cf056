import { N8nRest } from '../../../start/n8n-rest';
import { takesPosts } from '../../../start/wait-until-live';
import { KEY, type FakeModelServer } from '../../builders/fake-model-server';
import { until } from '../until';
import type { PlatformUnderTest, TestPlatform } from '../with-platform';
import { completedExample } from './example-flow';
import { findNode } from './n8n-flow';
import { findNodes } from './node-red-flow';
import { observedN8n } from './observed-n8n';
import { observedNodeRed } from './observed-node-red';
import { startWithFlow } from './with-flow';

/**
 * The observed flow with a pause of as many minutes as the message gives for the contact's id, and a bot
 * that answers with what it is given to know: on Node-RED that of the flow, on n8n the AI Agent of
 * `agent-hands-over.json`, whose model `server` is.
 */
export async function startCatchUpFlow(
	name: PlatformUnderTest,
	listener: string,
	server: FakeModelServer,
): Promise<TestPlatform> {
	if (name === 'node-red') return await startWithFlow(name, nodeRedFlow(listener));
	const platform = await startWithFlow(name, n8nFlow(listener));
	await publishAgent(platform, server);
	return platform;
}

/** Where that bot answers. */
export const BOT_PATHS: Record<PlatformUnderTest, string> = {
	'node-red': 'handover/message',
	n8n: 'handover/agent',
};

function nodeRedFlow(listener: string): string {
	const nodes = observedNodeRed(listener);
	const pause = { pauseFor: 'handover.contact.id', pauseForType: 'msg', pauseUnit: 'minutes' };
	Object.assign(
		nodes.find(({ type }) => type === 'handover-pause-bot')!,
		pause,
	);
	const beforeReply = findNodes(nodes, 'gate').find((node) => node['operation'] === 'beforeReply')!;
	Object.assign(
		nodes.find(({ name }) => name?.startsWith('Stand-in'))!,
		{
			func: "msg.payload = msg.handover.catchUp?.text ?? 'I know all.'; return msg;",
			wires: [[beforeReply.id]],
		},
	);
	return JSON.stringify(nodes);
}

function n8nFlow(listener: string): string {
	const flow = observedN8n(listener);
	const pause = { pauseFor: '={{ $json.handover.contact.id }}', pauseUnit: 'minutes' };
	Object.assign(findNode(flow, 'pauseBot').parameters, pause);
	return JSON.stringify(flow);
}

async function publishAgent({ running }: TestPlatform, server: FakeModelServer): Promise<void> {
	server.answer(({ messages }) => ({ content: String(messages[0]!.content) }));
	const rest = new N8nRest(running.url);
	await rest.logIn(running.owner!);
	const type = 'openAiApi';
	const id = await rest.createCredential(type, type, { apiKey: KEY, url: server.baseUrl });
	const model = { credentials: { [type]: { id, name: type } } };
	const agent = completedExample('agent-hands-over.json', { 'OpenAI Chat Model': model });
	await rest.publish(await rest.createWorkflow(agent));
	const address = `${running.apiUrl}/${BOT_PATHS.n8n}`;
	await until('the agent', async () => await takesPosts(address));
}

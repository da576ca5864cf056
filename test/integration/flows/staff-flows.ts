import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { N8nRest } from '../../../start/n8n-rest';
import { until } from '../until';
import { startTestPlatform, type PlatformUnderTest, type TestPlatform } from '../with-platform';
import { completedExample } from './example-flow';
import { readNodeRedReference, type NodeRedNode } from './node-red-flow';
import { startWithFlow } from './with-flow';

/** What a builder sets in the example flows for staff. */
export interface StaffFlowSettings {
	/** Of the header X-Staff-Key. Null, on Node-RED: the flows as they are imported. */
	key: string | null;
	/** Minutes. */
	acceptWithin: number;
	/** In the place of the builder's own systems; gets `[{type, handover, …}]`. */
	listener: string;
}

export const KEY_HEADER = 'X-Staff-Key';

/** Conversation Operations and Accept in Time, completed, beside the reference flow. */
export async function startStaffFlows(
	name: PlatformUnderTest,
	settings: StaffFlowSettings,
): Promise<TestPlatform> {
	if (name === 'node-red') {
		const platform = await startWithFlow('node-red', JSON.stringify(nodeRedFlows(settings)));
		if (settings.key !== null) await setKeyOnNodeRed(platform, settings.key);
		return platform;
	}
	const platform = await startTestPlatform('n8n');
	await publishOnN8n(platform, settings);
	return platform;
}

function nodeRedFlows({ acceptWithin, listener }: StaffFlowSettings): NodeRedNode[] {
	const read = (file: string): NodeRedNode[] =>
		JSON.parse(readFileSync(join(__dirname, '../../../flows/node-red', file), 'utf8'));
	const told = ['the conversation', 'the record'];
	const own = [...read('conversation-operations.json'), ...read('accept-in-time.json')].flatMap(
		(node): NodeRedNode[] => {
			if (node.type === 'handover-assign-conversation') {
				return [{ ...node, acceptWithin: String(acceptWithin) }];
			}
			if (node.type !== 'debug' || !told.includes(node.name!)) return [node];
			return tellInstead(node, listener);
		},
	);
	const nodes = [...readNodeRedReference(), ...own];
	return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

/** As the editor deploys what a builder writes into the environment variable of each flow. */
async function setKeyOnNodeRed({ running }: TestPlatform, key: string): Promise<void> {
	const nodes = (await (await fetch(`${running.url}/flows`)).json()) as NodeRedNode[];
	const keyed = nodes.map((node) =>
		node.type === 'tab' && node['env'] ? { ...node, credentials: { STAFF_KEY: key } } : node,
	);
	const { ok } = await fetch(`${running.url}/flows`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(keyed),
	});
	if (!ok) throw new Error('Node-RED did not take the key.');
	await untilCallable(running.apiUrl, key);
}

async function untilCallable(api: string, key: string | null): Promise<void> {
	for (const path of ['operation', 'accept']) {
		await until(path, async () => ![403, 404].includes((await postTo(api, path, {}, key)).status));
	}
}

function tellInstead({ id, z }: NodeRedNode, url: string): NodeRedNode[] {
	const func = 'msg.payload = [{ ...msg.payload, handover: msg.handover }]; return msg;';
	const where = z ? { z } : {};
	return [
		{ id, ...where, type: 'function', func, outputs: 1, libs: [], wires: [[`${id}-tell`]] },
		{
			id: `${id}-tell`,
			...where,
			type: 'http request',
			method: 'POST',
			url,
			ret: 'txt',
			wires: [[]],
		},
	];
}

async function publishOnN8n(
	{ running }: TestPlatform,
	{ key, acceptWithin, listener }: StaffFlowSettings,
): Promise<void> {
	const rest = new N8nRest(running.url);
	await rest.logIn(running.owner!);
	const data = { name: KEY_HEADER, value: key };
	const id = await rest.createCredential('httpHeaderAuth', 'Staff key', data);
	const credentials = { httpHeaderAuth: { id, name: 'Staff key' } };
	const tell = {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: listener,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify([$json]) }}',
			options: {},
		},
	};
	const operations = completedExample('conversation-operations.json', {
		'Staff Act': { credentials },
		'Tell Your Systems (replace)': tell,
	});
	const accept = completedExample('accept-in-time.json', {
		'Staff Accept': { credentials },
		'Tell Whoever Is Asked (replace)': tell,
	});
	const assign = accept.nodes.find(
		(node) => (node as { name: string }).name === 'Assign Conversation',
	);
	Object.assign((assign as { parameters: object }).parameters, { acceptWithin });
	for (const flow of [operations, accept]) await rest.publish(await rest.createWorkflow(flow));
	await untilCallable(running.apiUrl, key);
}

/** A request of staff to `/handover/<path>`; a text is sent as it is; the key null: without its header. */
export async function postTo(api: string, path: string, body: object | string, key: string | null) {
	const response = await fetch(`${api}/handover/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(key !== null && { [KEY_HEADER]: key }) },
		body: typeof body === 'string' ? body : JSON.stringify(body),
		signal: AbortSignal.timeout(30_000),
	});
	const text = await response.text();
	const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : text;
	return { status: response.status, body: parsed };
}

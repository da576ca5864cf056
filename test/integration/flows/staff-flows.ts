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
	/** Of the header X-Staff-Key. */
	key: string;
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
		return await startWithFlow('node-red', JSON.stringify(nodeRedFlows(settings)));
	}
	const platform = await startTestPlatform('n8n');
	await publishOnN8n(platform, settings);
	return platform;
}

function nodeRedFlows({ key, acceptWithin, listener }: StaffFlowSettings): NodeRedNode[] {
	const read = (file: string): NodeRedNode[] =>
		JSON.parse(readFileSync(join(__dirname, '../../../flows/node-red', file), 'utf8'));
	const told = ['the conversation', 'the record'];
	const own = [...read('conversation-operations.json'), ...read('accept-in-time.json')].flatMap(
		(node): NodeRedNode[] => {
			if (node.type === 'tab') {
				return [{ ...node, env: [{ name: 'STAFF_KEY', value: key, type: 'str' }] }];
			}
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
	for (const path of ['operation', 'accept']) {
		await until(path, async () => (await postTo(running.apiUrl, path, {}, key)).status !== 404);
	}
}

/** A request of staff to `/handover/<path>`; with an empty key, without one. */
export async function postTo(api: string, path: string, body: object, key: string) {
	const response = await fetch(`${api}/handover/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(key && { [KEY_HEADER]: key }) },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(30_000),
	});
	const text = await response.text();
	const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : text;
	return { status: response.status, body: parsed };
}

import { findNodes, readNodeRedReference, type NodeRedNode } from './node-red-flow';
import { OPERATIONS, waitIfSlowly, type OperationName } from './operations';

export function observedNodeRed(url: string): NodeRedNode[] {
	const nodes = readNodeRedReference();
	const bot = nodes.find(({ type, name }) => type === 'function' && name?.startsWith('Stand-in'))!;
	bot['func'] = `${waitIfSlowly('msg.handover.text')}${bot['func']}`;
	const [store] = findNodes(nodes, 'store');
	return [
		...nodes,
		...OPERATIONS.flatMap((operation) => answerOperation(nodes, operation)),
		...tellEvents(store!.id, url),
	];
}

/** `POST /operation/<name>`, on the tab of the reference flow, where every error is answered. */
export function answerOperation(nodes: NodeRedNode[], operation: OperationName): NodeRedNode[] {
	const [like] = findNodes(nodes, operation === 'resume' ? 'pause-bot' : 'conversation');
	const { z } = like!;
	const id = (part: string) => `${operation}-${part}`;
	const url = `/operation/${operation}`;
	return [
		on(z, { id: id('in'), type: 'http in', url, method: 'post', wires: [[id('do')]] }),
		{
			...like!,
			id: id('do'),
			operation,
			conversationId: 'payload.conversationId',
			botId: 'payload.botId',
			wires: [[id('show')], []],
		},
		on(z, {
			...run('msg.payload = msg.handover; return msg;'),
			id: id('show'),
			wires: [[id('out')]],
		}),
		on(z, { id: id('out'), type: 'http response', wires: [] }),
	];
}

/** Requests overtake each other; `place` says in which order the events came. */
const NUMBER = `const place = (context.get('place') ?? 0) + 1;
context.set('place', place);
msg.payload = [{ ...msg.payload, place }];
return msg;`;

function tellEvents(store: string, url: string): NodeRedNode[] {
	const z = 'observer';
	return [
		{ id: z, type: 'tab', label: 'Observer' },
		on(z, { id: 'trigger', type: 'handover-trigger', store, events: [], wires: [['number']] }),
		on(z, { ...run(NUMBER), id: 'number', wires: [['tell']] }),
		on(z, { id: 'tell', type: 'http request', method: 'POST', url, ret: 'txt', wires: [[]] }),
	];
}

function on(z: string | undefined, node: NodeRedNode): NodeRedNode {
	return { ...node, ...(z && { z }) };
}

function run(func: string) {
	return { type: 'function', func, outputs: 1, libs: [] };
}

import { EventEmitter } from 'node:events';
import { util } from '@node-red/util';
import type { Node, NodeAPI, NodeMessageInFlow } from 'node-red';
import type { BotNode } from '../../../nodes/node-red/config-nodes';
import { LeftTurns } from '../../../handover/operations/left-turns';
import type { Services } from '../../../handover/operations/services';
import { readCatalogue, textAt } from './editor-definitions';

/** A node as Node-RED makes it, which remembers what it was told. */
export class FakeNode extends EventEmitter {
	readonly statuses: unknown[] = [];
	readonly warnings: unknown[] = [];
	readonly errors: unknown[] = [];
	id = 'node-1';
	readonly sent: unknown[] = [];
	send = (message: unknown) => void this.sent.push(message);
	status = (status: unknown) => void this.statuses.push(status);
	warn = (warning: unknown) => void this.warnings.push(warning);
	error = (error: unknown) => void this.errors.push(error);
	debug = () => undefined;
	context = () => ({ flow: { get: () => undefined }, global: { get: () => undefined } });

	get asNode(): Node {
		return this as unknown as Node;
	}

	/** Hands a message in as the runtime does, and resolves with what came out of it. */
	async receive(msg: Partial<NodeMessageInFlow>): Promise<Received> {
		const sent: unknown[] = [];
		const dones: Array<Error | undefined> = [];
		return await new Promise((resolve) => {
			const send = (messages: unknown) => void sent.push(messages);
			const done = (error?: Error) => {
				dones.push(error);
				setImmediate(() => resolve({ sent, dones }));
			};
			this.emit('input', msg, send, done);
		});
	}

	/** As the runtime does: by what a listener declares, it waits for it. */
	async close(): Promise<void> {
		const listeners = this.listeners('close') as Array<(...given: unknown[]) => void>;
		await Promise.all(
			listeners.map(async (listener) => {
				if (listener.length === 0) return listener.call(this);
				await new Promise<void>((resolve) => listener.call(this, false, resolve));
			}),
		);
	}
}

export interface Received {
	sent: unknown[];
	dones: Array<Error | undefined>;
}

/** A Node-RED that has these nodes; fields are read by the real one's own code. */
export function fakeRed(nodes: Record<string, unknown> = {}): NodeAPI {
	return { util, nodes: { getNode: (id: string) => nodes[id] ?? null } } as unknown as NodeAPI;
}

export function fakeBot(services: Partial<Services> = {}): BotNode {
	return {
		botId: 'own-bot',
		staffIds: [],
		started: Promise.resolve(null),
		saved: Promise.resolve(),
		use: async <T>(work: (services: Services) => Promise<T>) =>
			await work({ leftTurns: new LeftTurns(), ...services } as Services),
	} as unknown as BotNode;
}

type Init = (red: NodeAPI) => void;
type Start = (this: unknown, def: object) => void;

/** Starts nodes as a deploy does, config nodes first, in a Node-RED whose user directory is `userDir`. */
export function deploy(
	inits: Record<string, Init>,
	defs: Array<{ id: string; type: string; [property: string]: unknown }>,
	userDir: string,
) {
	const nodes = new Map<string, FakeNode>();
	const types = new Map<string, Start>();
	const red = {
		util,
		_: translate,
		settings: { userDir },
		httpAdmin: { post: () => undefined },
		auth: { needsPermission: () => undefined },
		nodes: {
			getNode: (id: string) => nodes.get(id) ?? null,
			createNode: () => undefined,
			registerType: (type: string, start: Start) => types.set(type, start),
		},
	} as unknown as NodeAPI;
	for (const init of Object.values(inits)) init(red);
	for (const def of defs) {
		const { id, type, credentials, wires = [] } = def;
		const node = Object.assign(new FakeNode(), { id, type, credentials, wires });
		nodes.set(id, node);
		types.get(type)!.call(node, def);
	}
	return {
		node: (id: string) => nodes.get(id)!,
		stop: async () => void (await Promise.all([...nodes.values()].map(closeNode))),
	};
}

/** English, from the catalogue of the node that the key begins with. */
function translate(key: string, given: Record<string, string> = {}): string {
	const text = textAt(readCatalogue(key.split('.')[0]!, 'en-US'), key) ?? key;
	return text.replace(/__(\w+?)__/g, (_, name: string) => given[name] ?? '');
}

async function closeNode(node: FakeNode): Promise<void> {
	if (node.listenerCount('close')) await node.close();
}

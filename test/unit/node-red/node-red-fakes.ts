import { EventEmitter } from 'node:events';
import { util } from '@node-red/util';
import type { Node, NodeAPI, NodeMessageInFlow } from 'node-red';
import type { BotNode } from '../../../nodes/node-red/config-nodes';
import type { Services } from '../../../handover/operations/services';

/** A node as Node-RED makes it, which remembers what it was told. */
export class FakeNode extends EventEmitter {
	readonly statuses: unknown[] = [];
	readonly warnings: unknown[] = [];
	readonly errors: unknown[] = [];
	readonly id = 'node-1';
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

	async close(): Promise<void> {
		await new Promise<void>((resolve) => this.emit('close', false, resolve));
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
		use: async <T>(work: (services: Services) => Promise<T>) => await work(services as Services),
	} as unknown as BotNode;
}

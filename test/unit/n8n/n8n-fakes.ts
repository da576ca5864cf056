import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	UserError,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type NodeExecutionHint,
} from 'n8n-workflow';

/** Nodes without a credential keep their store in n8n's folder: for these tests a real one, of their own. */
export function useFolderOfItsOwn(): void {
	const folder = mkdtempSync(join(tmpdir(), 'handover-n8n-'));
	beforeAll(() => {
		process.env.N8N_USER_FOLDER = folder;
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

export interface Run {
	/** The node's, in the flow. */
	name?: string;
	parameters?: Record<string, unknown>;
	items: Array<INodeExecutionData | IDataObject>;
	onError?: INode['onError'];
	/** Of the node, which stays when somebody renames it. */
	id?: string;
	/** Runs as an AI Agent's tool. */
	isTool?: boolean;
	/** What is attached to the Chat Model input. */
	chatModel?: unknown;
	credentials?: Record<string, object>;
	/** Types of credentials that are chosen in the node, and were deleted since. */
	deleted?: string[];
	/** Credentials that n8n cannot fetch now, as its database is away. */
	unreachable?: string[];
	cancel?: AbortSignal;
	/** How the execution was started; by a trigger unless it is said. */
	mode?: 'manual' | 'trigger';
	/** Takes in what the node shows beside its output. */
	hints?: NodeExecutionHint[];
	/** What nodes before it gave to an item, by their name. */
	before?: Record<string, unknown>;
}

/** Executes a node as n8n does, with the defaults of its fields where the test gives none. */
export async function execute(node: INodeType, run: Run): Promise<INodeExecutionData[][]> {
	return (await node.execute!.call(contextOf(node, run))) as INodeExecutionData[][];
}

export function contextOf(node: INodeType, run: Run): IExecuteFunctions {
	const { name = 'Node', parameters = {}, before = {}, isTool = false } = run;
	const items = run.items.map((item) =>
		'json' in item ? item : { json: item },
	) as INodeExecutionData[];
	const known = { ...defaultsOf(node, parameters), ...parameters };
	const self = {
		id: run.id ?? 'node-1',
		name,
		type: typeOf('any'),
		parameters: known,
		onError: run.onError,
		credentials: Object.fromEntries((run.deleted ?? []).map((type) => [type, { id: '1' }])),
	} as unknown as INode;
	const context = {
		getNode: () => self,
		getMode: () => run.mode ?? 'trigger',
		addExecutionHints: (...hints: NodeExecutionHint[]) => void run.hints?.push(...hints),
		getWorkflow: () => ({ id: 'flow-1', active: true }),
		getInputData: () => items,
		getNodeOutputs: () => [{ type: isTool ? 'ai_tool' : 'main' }],
		getInputSourceData: () => ({ previousNode: isTool ? 'AI Agent' : 'Before' }),
		continueOnFail: () => run.onError !== undefined && run.onError !== 'stopWorkflow',
		getInputConnectionData: async () => run.chatModel,
		getCredentials: async (type: string) => {
			if (run.unreachable?.includes(type)) throw new Error('connect ECONNREFUSED');
			const isDeleted = run.deleted?.includes(type);
			if (isDeleted || (run.credentials && !(type in run.credentials))) {
				throw new UserError(`Credential with ID "1" does not exist for type "${type}".`);
			}
			return run.credentials?.[type] ?? {};
		},
		getExecutionCancelSignal: () => run.cancel,
		getParentNodes: () =>
			Object.keys(before).map((one) => ({ name: one, type: typeOf('handoverGate') })),
		evaluateExpression: (expression: string) =>
			evaluate(`=${expression}`, {}, (one) => ({ item: { json: { handover: before[one] } } })),
		getNodeParameter(path: string, itemIndex: number, fallback?: unknown) {
			const value = path
				.split('.')
				.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], known);
			return value === undefined ? fallback : evaluate(value, items[itemIndex]!.json);
		},
	};
	return context as unknown as IExecuteFunctions;
}

function typeOf(name: string): string {
	return `@human-handover/n8n-nodes-human-handover.${name}`;
}

/** Of the fields that are shown: n8n saves no others. */
function defaultsOf(node: INodeType, given: Record<string, unknown>): Record<string, unknown> {
	const all: Record<string, unknown> = {};
	for (const { name, default: value, displayOptions } of node.description.properties) {
		const conditions = Object.entries(displayOptions?.show ?? {});
		const current = { ...all, ...given };
		if (conditions.every(([field, values]) => values?.includes(current[field] as string))) {
			all[name] = value;
		}
	}
	return all;
}

function evaluate(value: unknown, json: unknown, find?: (node: string) => unknown): unknown {
	const expression = typeof value === 'string' && /^=\{\{(.*)\}\}$/s.exec(value)?.[1];
	return expression ? new Function('$json', '$', `return (${expression})`)(json, find) : value;
}

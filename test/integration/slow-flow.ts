import type { PlatformUnderTest } from './with-platform';

const SECONDS = 3;

/** The reference flow with a wait before Pause Bot, so that a test can hit the middle of a handover. */
export function slowDown(platform: PlatformUnderTest, flow: string): string {
	const slowed = platform === 'n8n' ? slowN8n(JSON.parse(flow)) : slowNodeRed(JSON.parse(flow));
	return JSON.stringify(slowed);
}

interface NodeRedNode {
	id: string;
	type: string;
	wires?: string[][];
	[field: string]: unknown;
}

function slowNodeRed(nodes: NodeRedNode[]): NodeRedNode[] {
	const pause = nodes.find(({ type }) => type === 'handover-pause-bot')!;
	const wait: NodeRedNode = {
		id: 'test-wait',
		type: 'delay',
		z: pause['z'],
		name: '',
		pauseType: 'delay',
		timeout: String(SECONDS),
		timeoutUnits: 'seconds',
		rate: '1',
		nbRateUnits: '1',
		rateUnits: 'second',
		randomFirst: '1',
		randomLast: '5',
		randomUnits: 'seconds',
		drop: false,
		allowrate: false,
		outputs: 1,
		x: 0,
		y: 0,
		wires: [[pause.id]],
	};
	const rewired = nodes.map((node) => ({
		...node,
		...(node.wires && {
			wires: node.wires.map((output) => output.map((id) => (id === pause.id ? wait.id : id))),
		}),
	}));
	return [...rewired, wait];
}

interface N8nFlow {
	nodes: Array<{ name: string; type: string }>;
	connections: Record<string, { main: Array<Array<{ node: string }> | null> }>;
	[field: string]: unknown;
}

function slowN8n(flow: N8nFlow): N8nFlow {
	const pause = flow.nodes.find(({ type }) => type.endsWith('.pauseBot'))!;
	for (const { main } of Object.values(flow.connections)) {
		for (const output of main) {
			for (const target of output ?? []) if (target.node === pause.name) target.node = 'Test Wait';
		}
	}
	const wait = {
		id: 'test-wait',
		name: 'Test Wait',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		position: [0, 0],
		parameters: { amount: SECONDS, unit: 'seconds' },
	};
	return {
		...flow,
		nodes: [...flow.nodes, wait],
		connections: {
			...flow.connections,
			'Test Wait': { main: [[{ node: pause.name, type: 'main', index: 0 } as { node: string }]] },
		},
	};
}

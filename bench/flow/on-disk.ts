import { secondFlow, type NodeRedNode } from './second-flow';

/** The folder of the flow's addresses. */
export const ON_DISK = 'peer-on-disk';
const STORE = 'onDisk';

/**
 * Settings of a Node-RED that has, beside context in memory, one that is written to a file as soon as it
 * changes: what stock nodes have against a crash. By default a file would be written every 30 seconds.
 */
export const NODE_RED_SETTINGS = `module.exports = {
	uiHost: '127.0.0.1',
	flowFile: 'flows.json',
	telemetry: { enabled: false, updateNotification: false },
	contextStorage: {
		default: { module: 'memory' },
		${STORE}: { module: 'localfilesystem', config: { flushInterval: 0 } },
	},
};
`;

/** The peer with its flow context in the file, and otherwise the same. */
export function peerOnDisk(peer: NodeRedNode[]): NodeRedNode[] {
	return secondFlow(peer, ON_DISK).map((node) =>
		node.func === undefined ? node : { ...node, func: onDisk(node.func) },
	);
}

const onDisk = (func: string) => `return await (async (flow) => {
${func}
})({
	get: (key) => flow.get(key, '${STORE}'),
	set: (key, value) => flow.set(key, value, '${STORE}'),
});`;

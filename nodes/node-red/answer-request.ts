import type { ServerResponse } from 'node:http';
import type { Node, NodeAPI, NodeMessage } from 'node-red';
import type { HandoverError } from '../../handover/errors';

/**
 * Answers the HTTP request of a message on which a node failed as it closed. A redeploy takes the
 * whole flow away before its nodes close, so no Catch node's branch answers any more, and the sender
 * would wait until it gives up. Where only some nodes are deployed, the flow is there and answers.
 */
export function answerRequest(
	RED: NodeAPI,
	node: Node,
	msg: NodeMessage,
	{ code, message, status }: HandoverError,
): void {
	const response = responseOf(msg);
	if (!response || response.headersSent || response.writableEnded || isInPlace(RED, node)) return;
	response.statusCode = status;
	response.setHeader('content-type', 'application/json; charset=utf-8');
	response.end(JSON.stringify({ code, message }));
}

/** What an http in node put on the message; a flow may have put anything else there. */
function responseOf(msg: NodeMessage): ServerResponse | undefined {
	const { _res: response } = (msg['res'] ?? {}) as { _res?: Partial<ServerResponse> };
	const answers = typeof response?.setHeader === 'function' && typeof response.end === 'function';
	return answers ? (response as ServerResponse) : undefined;
}

/** Whether the flow goes on behind the node. */
function isInPlace(RED: NodeAPI, node: Node): boolean {
	const { wires = [] } = node as { wires?: string[][] };
	return wires.flat().some((id) => Boolean(RED.nodes.getNode(id)));
}

import type { ServerResponse } from 'node:http';
import type { NodeMessage } from 'node-red';
import type { HandoverError } from '../../handover/errors';

/**
 * Answers the HTTP request of a message on which a node failed as it closed. A deploy stops the flow,
 * or with the node at least the Catch nodes that name it, before the node closes: no branch of theirs
 * answers any more, and the sender would wait until it gives up.
 */
export function answerRequest(msg: NodeMessage, { code, message, status }: HandoverError): void {
	const response = responseOf(msg);
	if (!response || response.headersSent || response.writableEnded) return;
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

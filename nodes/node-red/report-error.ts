import type { Node, NodeMessage } from 'node-red';
import { HandoverError, toHandoverError } from '../../handover/errors';

/**
 * The one place where an error becomes what the builder sees: the node's status, and on the message
 * `msg.handover.error`, from which a Catch node's branch takes the HTTP status. Returns the error for
 * `done`. A Catch node also gets the `cause` of what `done` is given, and a foreign cause may quote a
 * contact, so the error goes on without it.
 */
export function reportError(node: Node, msg: NodeMessage, thrown: unknown): HandoverError {
	const { code, message, status, cause } = toHandoverError(thrown);
	msg['handover'] = { ...objectOrNothing(msg['handover']), error: { code, message, status } };
	showError(node, code);
	if (code === 'UNEXPECTED' && cause instanceof Error) node.debug(stackFrames(cause));
	return new HandoverError(code, message);
}

export function showError(node: Node, code: string): void {
	node.status({ fill: 'red', shape: 'ring', text: code });
}

function objectOrNothing(value: unknown): object {
	return typeof value === 'object' && value !== null ? value : {};
}

/** Where it happened, without the message, which may quote a contact. */
function stackFrames(error: Error): string {
	const frames = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
	return [error.name, ...frames].join('\n');
}

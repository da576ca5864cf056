import type { Node, NodeAPI, NodeMessage } from 'node-red';
import { HandoverError } from '../../handover/errors';

/** What a typedInput saves: the value beside the type under which it is to be read. */
export interface TypedField {
	value: string | undefined;
	type: string | undefined;
}

/**
 * Reads a typedInput for one message. Nothing there is `undefined`, whichever way it is nothing: a
 * property without its parent, an unset variable, a blank field.
 * @throws {HandoverError} `SETTINGS_INVALID` when the expression itself is wrong. What it was applied to
 * stays out of the message, for it may be a contact's text.
 */
export async function readField(
	RED: NodeAPI,
	node: Node,
	msg: NodeMessage,
	name: string,
	field: TypedField,
): Promise<unknown> {
	const { value = '', type = 'str' } = field;
	if (value === '') return undefined;
	if (type === 'str') return value;
	if (type === 'msg') return readMessageProperty(RED, msg, name, value);
	try {
		return (await evaluate(RED, node, msg, value, type)) ?? undefined;
	} catch {
		throw unreadable(name);
	}
}

/**
 * As Node-RED's own `getMessageProperty`, which throws where a parent is missing. Most messages have no
 * `payload.contact`, and four such errors cost more than the rest of a Gate's reading.
 */
function readMessageProperty(RED: NodeAPI, msg: NodeMessage, name: string, path: string): unknown {
	try {
		const keys = RED.util.normalisePropertyExpression(path.replace(/^msg\./, ''), msg) as string[];
		return (
			keys.reduce<unknown>((parent, key) => (parent as Record<string, unknown>)?.[key], msg) ??
			undefined
		);
	} catch (error) {
		// A parent that is not there makes a TypeError; anything else is a path that cannot be read.
		if (error instanceof TypeError) return undefined;
		throw unreadable(name);
	}
}

function evaluate(
	RED: NodeAPI,
	node: Node,
	msg: NodeMessage,
	value: string,
	type: string,
): Promise<unknown> {
	return new Promise((resolve, reject) => {
		RED.util.evaluateNodeProperty(value, type, node, msg, (error, result) =>
			error ? reject(error) : resolve(result),
		);
	});
}

function unreadable(name: string): HandoverError {
	return new HandoverError(
		'SETTINGS_INVALID',
		`The field ${name} could not be read from the message. Check its expression in the node's dialog.`,
	);
}

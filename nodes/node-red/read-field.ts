import type { Node, NodeAPI, NodeMessage } from 'node-red';
import { HandoverError } from '../../handover/errors';

/** What a typedInput saves: the value beside the type under which it is to be read. */
export interface TypedField {
	value: string | undefined;
	type: string | undefined;
}

/** Of one message. A promise where it takes its time, as an expression does. */
export type FieldReader = (msg: NodeMessage) => unknown;

/** Node-RED evaluates these at once; a callback, and a promise for it, would only cost time. */
const CONSTANTS = new Set(['num', 'bool']);

/**
 * Reads a typedInput for each message that comes. Nothing there is `undefined`, whichever way it is
 * nothing: a property without its parent, an unset variable, a blank field.
 *
 * What it returns throws, or rejects with, a {@link HandoverError} `SETTINGS_INVALID` when the expression
 * itself is wrong. What it was applied to stays out of the message, for it may be a contact's text.
 */
export function fieldReader(
	RED: NodeAPI,
	node: Node,
	name: string,
	{ value = '', type = 'str' }: TypedField,
): FieldReader {
	if (value === '') return () => undefined;
	if (type === 'str') return () => value;
	if (type === 'msg') return messagePropertyReader(RED, name, value);
	if (CONSTANTS.has(type)) {
		return (msg) => RED.util.evaluateNodeProperty(value, type, node, msg) as unknown;
	}
	return async (msg) => {
		try {
			return (await evaluate(RED, node, msg, value, type)) ?? undefined;
		} catch {
			throw unreadable(name);
		}
	};
}

/**
 * As Node-RED's own `getMessageProperty`, which takes the path apart again for each message, and throws
 * where a parent is missing. Most messages have no `payload.contact`, and four such errors cost more than
 * the rest of a Gate's reading.
 */
function messagePropertyReader(RED: NodeAPI, name: string, value: string): FieldReader {
	const path = value.replace(/^msg\./, '');
	let fixed: string[] | undefined;
	function keysFor(msg: NodeMessage): string[] {
		const keys = RED.util.normalisePropertyExpression(path, msg) as string[];
		// `[msg.name]` and `[msg["name"]]` are another key for another message.
		if (!/\[msg[.[]/.test(path)) fixed = keys;
		return keys;
	}
	return (msg) => {
		let found: unknown = msg;
		try {
			for (const key of fixed ?? keysFor(msg)) found = (found as Record<string, unknown>)?.[key];
		} catch (error) {
			// A parent that is not there makes a TypeError; anything else is a path that cannot be read.
			if (!(error instanceof TypeError)) throw unreadable(name);
			return undefined;
		}
		return found ?? undefined;
	};
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

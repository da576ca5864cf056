import * as v from 'valibot';
import { HandoverError, type HandoverErrorCode } from '../errors';

/** Reads a node's fields; says which one is wrong, and never what it held. @throws {HandoverError} */
export function parseFields<Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown,
	code: HandoverErrorCode,
): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, input ?? {});
	if (parsed.success) return parsed.output;
	const field = v.getDotPath(parsed.issues[0]) ?? 'The whole of it';
	throw new HandoverError(code, `${field} is not valid. Check this field of the node.`);
}

import * as v from 'valibot';
import { HandoverError, type HandoverErrorCode } from '../errors';
import { fieldLabel } from '../field-label';

/** Reads a node's fields; says which one is wrong, and never what it held. @throws {HandoverError} */
export function parseFields<Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown,
	code: HandoverErrorCode,
): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, input ?? {});
	if (parsed.success) return parsed.output;
	const [field] = v.getDotPath(parsed.issues[0])?.split('.') ?? [];
	const which = field === undefined ? 'The whole of it' : fieldLabel(field);
	throw new HandoverError(code, `${which} is not valid. Check this field of the node.`);
}

/** What Node-RED replaces when the flow starts, in properties and in credentials: no dialog knows its value. */
export function isVariable(value: unknown): boolean {
	return /^\$(\{\S+\}|\(\S+\))$/.test(String(value ?? ''));
}

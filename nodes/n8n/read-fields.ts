import type { IExecuteFunctions } from 'n8n-workflow';

/** The named fields of the node. One that is hidden, and so not saved with the flow, is left out. */
export function readFields<Name extends string>(
	context: IExecuteFunctions,
	itemIndex: number,
	names: readonly Name[],
): Partial<Record<Name, unknown>> {
	const fields: Partial<Record<Name, unknown>> = {};
	for (const name of names) {
		const value: unknown = context.getNodeParameter(name, itemIndex, null);
		if (value !== null && value !== undefined) fields[name] = value;
	}
	return fields;
}

/** The rows of a list (`fixedCollection`) that has one kind of row, called `row`. */
export function readRows(
	context: IExecuteFunctions,
	itemIndex: number,
	list: string,
	row: string,
): Array<Record<string, unknown>> {
	const rows: unknown = context.getNodeParameter(`${list}.${row}`, itemIndex, []);
	return Array.isArray(rows) ? rows : [];
}

/** Without what was left empty, so that the default behind it stays. */
export function withoutBlanks(fields: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(fields).filter(
			([, value]) => value !== '' && value !== null && value !== undefined,
		),
	);
}

/** Rows of a language and a text, as a record; undefined when there is none. */
export function textsByLanguage(rows: unknown): Record<string, unknown> | undefined {
	if (!Array.isArray(rows) || rows.length === 0) return undefined;
	return Object.fromEntries(rows.map(({ language, text }) => [language, text]));
}

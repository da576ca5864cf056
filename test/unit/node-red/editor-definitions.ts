import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';

export const TYPES = Object.keys(manifest['node-red'].nodes);
export const FOLDER = join(__dirname, '../../../nodes/node-red');
export const LANGUAGES = ['en-US', 'de'];

export type Catalogue = { [key: string]: string | Catalogue };

export function readCatalogue(type: string, language: string): Catalogue {
	return JSON.parse(
		readFileSync(join(FOLDER, type, 'locales', language, `${type}.json`), 'utf8'),
	) as Catalogue;
}

export function textAt(catalogue: Catalogue, key: string): string | undefined {
	const found = key
		.split('.')
		.reduce<string | Catalogue | undefined>(
			(level, part) => (typeof level === 'object' ? level[part] : undefined),
			catalogue,
		);
	return typeof found === 'string' ? found : undefined;
}

export interface Definition {
	category: string;
	inputs?: number;
	outputs?: number;
	icon?: string;
	defaults: Record<string, { value: unknown; type?: string; validate?: Validator }>;
	credentials?: Record<string, { validate?: Validator }>;
	paletteLabel?(): string;
	outputLabels?(this: object, index: number): string | undefined;
}

/** What the editor modules register, in an editor that only takes it in. */
export function registerEditors(): Record<string, Definition> {
	const definitions: Record<string, Definition> = {};
	const editor = {
		nodes: { registerType: (type: string, one: Definition) => void (definitions[type] = one) },
		validators: { typedInput: () => () => true },
		events: { on: () => undefined },
	};
	const noElement = { length: 0, val: () => undefined };
	Object.assign(globalThis, {
		RED: editor,
		$: () => noElement,
		document: { getElementById: () => ({}) },
	});
	for (const type of TYPES) require(join(FOLDER, type, 'editor.ts'));
	return definitions;
}

/** A node as the editor keeps it: the defaults, and the English catalogue of its type. */
export function nodeOf(type: string, definition: Definition, given: object = {}): EditorNode {
	const values = Object.entries(definition.defaults).map(([name, { value }]) => [name, value]);
	const catalogue = readCatalogue(type, 'en-US');
	const _ = (key: string) => textAt(catalogue, key) ?? key;
	return { ...Object.fromEntries(values), type, _, ...given } as EditorNode;
}

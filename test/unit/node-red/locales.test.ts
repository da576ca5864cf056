import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import {
	FOLDER,
	LANGUAGES,
	readCatalogue,
	textAt,
	TYPES,
	type Catalogue,
} from './editor-definitions';

function keysOf(catalogue: Catalogue, prefix = ''): string[] {
	return Object.entries(catalogue).flatMap(([key, value]) =>
		typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
	);
}

describe.each(TYPES)('the texts of %s', (type) => {
	test('are there in every language, and none is empty', () => {
		const english = keysOf(readCatalogue(type, 'en-US'));
		for (const language of LANGUAGES) {
			const catalogue = readCatalogue(type, language);
			expect(keysOf(catalogue)).toEqual(english);
			expect(english.filter((key) => !textAt(catalogue, key)?.trim())).toEqual([]);
		}
	});

	test('say what it is called', () => {
		expect(textAt(readCatalogue(type, 'en-US'), `${type}.title`)).toBeTruthy();
	});

	test('are there for every key in the dialog', () => {
		const html = readFileSync(join(FOLDER, type, `${type}.html`), 'utf8');
		const keys = [...html.matchAll(/data-i18n="([^"]+)"/g)].map(([, key]) => key!);
		const catalogue = readCatalogue(type, 'en-US');
		expect(keys.length).toBeGreaterThan(0);
		expect(keys.filter((key) => textAt(catalogue, key) === undefined)).toEqual([]);
	});

	test('are there for every key that the code names in full', () => {
		const code = ['editor.ts', `${type}.ts`]
			.map((file) => readFileSync(join(FOLDER, type, file), 'utf8'))
			.join('\n');
		const keys = [...code.matchAll(new RegExp(`['"\`](${type}\\.(?!svg)[\\w.]+)['"\`]`, 'g'))];
		const catalogue = readCatalogue(type, 'en-US');
		expect(keys.map(([, key]) => key!).filter((key) => !textAt(catalogue, key))).toEqual([]);
	});
});

const ACTION_TYPES = ACTION_KINDS.map(
	(kind) => `handover-${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
);
test.each(ACTION_TYPES)(
	'%s has a status for every outcome of an action, and its outputs',
	(type) => {
		const catalogue = readCatalogue(type, 'en-US');
		for (const status of ['pending', 'done', 'failed', 'skipped']) {
			expect(textAt(catalogue, `${type}.status.${status}`)).toBeTruthy();
		}
		for (const output of ['done', 'failed']) {
			expect(textAt(catalogue, `${type}.output.${output}`)).toBeTruthy();
		}
	},
);

describe.each(TYPES)('the help of %s', (type) => {
	test.each(['', 'de'])('describes what goes in and comes out (language "%s")', (language) => {
		const slug = type.replace(/^handover-/, '');
		const page = join(FOLDER, '../../docs/nodes', language, `${slug}.md`);
		const lines = readFileSync(page, 'utf8').split('\n');
		expect(lines[0]).toMatch(/^# \S/);
		expect(lines).toContain('### Details');
		// Node-RED drops what stands before the last colon of such a line.
		const terms = lines.filter((line) => /^\s*:/.test(line));
		expect(terms.filter((line) => !/^\s*:[^:(]+\([^:]+\) :[^:]+$/.test(line))).toEqual([]);
	});
});

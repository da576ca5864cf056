import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../../../start/data-folder';
import { StartError } from '../../../start/start-error';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
	test('is made when there is none', () => {
		const missing = join(folder, 'a', 'b');
		openDataFolder(missing, 'n8n', false)();
		expect(existsSync(missing)).toBe(true);
	});

	test('keeps what is in it from one run to the next', () => {
		openDataFolder(folder, 'n8n', false)();
		writeFileSync(join(folder, 'flows.json'), '[]');
		openDataFolder(folder, 'n8n', false)();
		expect(readdirSync(folder)).toContain('flows.json');
	});

	test('is emptied by --fresh, and stays ours', () => {
		openDataFolder(folder, 'n8n', false)();
		writeFileSync(join(folder, 'flows.json'), '[]');
		openDataFolder(folder, 'n8n', true)();
		expect(readdirSync(folder)).toEqual(['.human-handover']);
	});

	test.each([true, false])("with somebody else's files is refused, fresh: %s", (fresh) => {
		writeFileSync(join(folder, 'thesis.txt'), 'x');
		expect(() => openDataFolder(folder, 'n8n', fresh)).toThrow(StartError);
		expect(readdirSync(folder)).toEqual(['thesis.txt']);
	});

	test('of the other platform is refused', () => {
		openDataFolder(folder, 'n8n', false)();
		expect(() => openDataFolder(folder, 'node-red', true)).toThrow(/holds data of n8n/);
	});

	test('serves one run at a time', () => {
		const release = openDataFolder(folder, 'n8n', false);
		expect(() => openDataFolder(folder, 'n8n', true)).toThrow(/is running on/);
		release();
		expect(() => openDataFolder(folder, 'n8n', false)).not.toThrow();
	});

	test('is free again after a run that was killed', () => {
		openDataFolder(folder, 'n8n', false)();
		// No process has this id: it is above what Linux gives out.
		writeFileSync(join(folder, '.in-use'), '4194305');
		expect(() => openDataFolder(folder, 'n8n', false)).not.toThrow();
	});
});

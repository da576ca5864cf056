import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainN8nLine } from '../../../start/plain-n8n-line';
import { openPlatformLog, type PlatformLog } from '../../../start/platform-log';

const WARNING = '30 Nov 23:33:13 - [warn] [function:Say So] The bot failed';

let folder: string;
let printed: string[];
let time: number;
let log: PlatformLog;

const open = (longest = 1_000) =>
	openPlatformLog({
		folder,
		platform: 'node-red',
		title: 'Node-RED',
		print: (line) => printed.push(line),
		longest,
		now: () => time,
	});
const kept = (name = 'node-red.log') => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-log-'));
	printed = [];
	time = new Date(2026, 10, 30, 23, 33, 13).getTime();
	log = open();
});
afterEach(() => {
	log.close();
	rmSync(folder, { recursive: true, force: true });
});

test('keeps all that is printed, for the owner alone', () => {
	log.write('Welcome to Node-RED');
	log.write(WARNING);
	expect(kept()).toBe(`Welcome to Node-RED\n${WARNING}\n`);
	expect(statSync(log.path).mode & 0o777).toBe(0o600);
});

test('a start begins a new file, and keeps the one before', () => {
	log.write('the first start');
	log.close();
	log = open();
	log.write('the second start');
	expect(kept()).toBe('the second start\n');
	expect(kept('node-red.previous.log')).toBe('the first start\n');
});

test('does not grow without end', () => {
	log.close();
	log = open(20);
	for (const line of ['a line of the log', 'another line', 'the last']) log.write(line);
	expect(kept('node-red.previous.log')).toBe('a line of the log\nanother line\n');
	expect(kept()).toBe('the last\n');
});

test.each([
	[WARNING, '[warn] [function:Say So] The bot failed'],
	['3 Dec 09:00:00 - [error] [http request:CRM] refused', '[error] [http request:CRM] refused'],
	['30 Nov 23:33:13 - [warn] \u001b[2Jgone', '[warn] gone'],
	['30 Nov 23:33:13 - [warn] go\u0007ne', '[warn] go?ne'],
	['\u001b[33m30 Nov 23:33:13 - [warn] in colour\u001b[39m', '[warn] in colour'],
	['(node:17) [CLOCK] HandoverWarning: Clocks differ.', '[warn] HandoverWarning: Clocks differ.'],
	['TypeError: x is not a function', '[error] TypeError: x is not a function'],
])('shows "%s"', (line, expected) => {
	log.show();
	log.write(line);
	expect(printed).toEqual([`23:33:13  Node-RED  ${expected}`]);
});

test.each([
	'30 Nov 23:33:13 - [info] Started flows',
	'30 Nov 23:33:13 - [warn] ',
	'    at run (/somewhere/node.js:1:1)',
	'(node:17) [DEP0040] DeprecationWarning: The `punycode` module is deprecated.',
	'Your flow credentials file is encrypted using a system-generated key.',
])('does not show "%s"', (line) => {
	log.show();
	log.write(line);
	expect(printed).toEqual([]);
});

test('shows nothing of a start, and nothing of a stop', () => {
	log.write(WARNING);
	log.show();
	log.hide();
	log.write(WARNING);
	expect(printed).toEqual([]);
});

test('shows five in ten seconds, and says that there are more', () => {
	log.show();
	for (let count = 0; count < 20; count += 1) log.write(WARNING);
	expect(printed).toHaveLength(6);
	expect(printed.at(-1)).toBe('23:33:13  Node-RED  more warnings and errors: see its log');
	time += 10_000;
	log.write(WARNING);
	expect(printed).toHaveLength(7);
});

test('goes on to show some where a warning comes every second', () => {
	log.show();
	for (let second = 0; second < 40; second += 1, time += 1_000) log.write(WARNING);
	expect(printed).toHaveLength(4 * 6);
});

test('keeps on writing where no new file can be begun', () => {
	log.close();
	log = open(20);
	// A folder in its place: nothing can be renamed to it.
	rmSync(join(folder, 'node-red.previous.log'));
	mkdirSync(join(folder, 'node-red.previous.log'));
	log.write('longer than one file may be');
	log.write('and still written');
	expect(kept()).toBe('longer than one file may be\nand still written\n');
	rmSync(join(folder, 'node-red.previous.log'), { recursive: true });
	log.write('the last of it');
	log.write('a new one');
	expect(kept()).toBe('a new one\n');
});

test('a line after the end is no trouble', () => {
	log.close();
	log.write('too late');
	log.close();
	expect(kept()).toBe('');
});

describe('a line of n8n', () => {
	const timestamp = new Date(2026, 10, 30, 23, 34, 38).toISOString();

	test('is written with its level, and without what else belongs to it', () => {
		const metadata = { file: 'x.js', timestamp, userId: 'u-1' };
		const line = JSON.stringify({ level: 'warn', message: '\nPing failed', metadata });
		expect(plainN8nLine(line)).toBe('30 Nov 23:34:38 - [warn] Ping failed');
	});

	test.each(['Error: plain', '{"text": "no entry"}', '{ not JSON', '{}', 'null'])(
		'%s stays as it is',
		(line) => expect(plainN8nLine(line)).toBe(line),
	);
});

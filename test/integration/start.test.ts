import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { packPackage } from '../../start/packed-package';
import { freePort, HOST, isPortFree } from '../../start/ports';
import { BOOT_PATIENCE } from './with-platform';

const PROJECT = resolve(__dirname, '../..');
const PATIENCE = 3 * 60_000;

/** `npm start`, as a newcomer types it. */
class Start {
	output = '';
	readonly exitCode: Promise<number | null>;
	private readonly process: ChildProcess;

	constructor(...args: string[]) {
		this.process = spawn('npm', ['start', '--', ...args], { cwd: PROJECT, detached: true });
		for (const stream of [this.process.stdout, this.process.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
		}
		this.exitCode = new Promise((ended) => this.process.once('exit', ended));
	}

	async prints(pattern: RegExp): Promise<RegExpExecArray> {
		let ended = false;
		void this.exitCode.then(() => (ended = true));
		for (;;) {
			const found = pattern.exec(this.output);
			if (found) return found;
			if (ended) throw new Error(`It ended without printing ${pattern}:\n${this.output}`);
			await new Promise((wait) => setTimeout(wait, 100));
		}
	}

	/** As a terminal does on Ctrl-C: to everybody in the foreground. */
	interrupt(signal: NodeJS.Signals = 'SIGINT'): void {
		const { pid, exitCode, signalCode } = this.process;
		if (pid && exitCode === null && signalCode === null) process.kill(-pid, signal);
	}
}

/** Deploys a flow that says so once. */
async function warnOnNodeRed(port: number, text: string): Promise<void> {
	const nodes = [
		{ id: 'begin', type: 'inject', z: 'warns', once: true, onceDelay: 0.1, wires: [['warn']] },
		{ id: 'warn', type: 'function', z: 'warns', func: `node.warn('${text}');`, wires: [] },
	];
	const deployed = await fetch(`http://${HOST}:${port}/flow`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ id: 'warns', label: 'warns', nodes, configs: [] }),
	});
	expect(deployed.status).toBe(200);
}

let folder: string;
let started: Start | undefined;

beforeAll(async () => void (await packPackage()), PATIENCE);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'handover-start-'));
});
afterEach(async () => {
	started?.interrupt('SIGTERM');
	await started?.exitCode;
	started = undefined;
	rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
	test.each([
		['node-red', []],
		['n8n', [/editor\s+http\S+\/workflow\//, /e-mail\s+\S+@/, /password\s+\S{8}/]],
	])(
		'brings up %s and a chat page, shows a handover, and ends with Ctrl-C',
		async (platform, more) => {
			const port = await freePort();
			started = new Start(platform, '--port', String(port), '--data', folder);
			const [, chat] = await started.prints(/Chat page\s+(http:\S+)/);
			for (const pattern of [...more, /Ctrl-C stops/]) await started.prints(pattern);

			const page = await fetch(`${chat}/`);
			expect(await page.text()).toContain('What the team sees');
			const sent = await fetch(`${chat}/api/message`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ conversationId: 'demo-1', text: 'Can I talk to a human?' }),
			});
			expect(await sent.json()).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, owner: 'human' });
			const read = await fetch(`${chat}/api/conversation?id=demo-1`);
			expect(await read.json()).toMatchObject({
				conversation: { owner: 'human', tags: ['human_handover'] },
			});

			const lines = [
				'handover requested: contactRequest',
				'assigned to (Ana|Ben|Chloe)',
				'task created for (Ana|Ben|Chloe), due ',
				'closing message sent',
				'bot paused until ',
				'tags added: human_handover',
				'notified: (Ana|Ben|Chloe)',
			];
			for (const line of lines) {
				await started.prints(new RegExp(`\\d\\d:\\d\\d:\\d\\d  demo-1  ${line}`));
			}
			expect(started.output).not.toMatch(/demo-1 .*talk to a human/);

			const [, log] = await started.prints(/Log\s+(\S+\.log)/);
			expect(readFileSync(log!, 'utf8')).toMatch(/- \[info\] /);
			if (platform === 'node-red') {
				await warnOnNodeRed(port, 'mind the gap');
				await started.prints(/\d\d:\d\d:\d\d {2}Node-RED {2}\[warn\] \[function:.*\] mind the gap/);
			}

			started.interrupt();
			expect(await started.exitCode).toBe(0);
			expect(await isPortFree(port)).toBe(true);
		},
		BOOT_PATIENCE,
	);

	test(
		'keeps the conversations for the next start, until --fresh',
		async () => {
			const port = String(await freePort());
			const talk = async (...more: string[]) => {
				started = new Start('--port', port, '--data', folder, ...more);
				const [, chat] = await started.prints(/Chat page\s+(http:\S+)/);
				const before = await fetch(`${chat}/api/conversation?id=demo-1`);
				await fetch(`${chat}/api/message`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ conversationId: 'demo-1', text: 'Hello' }),
				});
				started.interrupt('SIGTERM');
				expect(await started.exitCode).toBe(0);
				return before.status;
			};
			expect(await talk()).toBe(404);
			expect(await talk()).toBe(200);
			expect(await talk('--fresh')).toBe(404);
		},
		PATIENCE,
	);

	test(
		'says which port is taken, and how to choose another',
		async () => {
			const port = await freePort();
			const other = createServer();
			await new Promise<void>((listening) => other.listen(port, HOST, listening));
			started = new Start('--port', String(port), '--data', folder);
			expect(await started.exitCode).toBe(1);
			expect(started.output).toContain(`Port ${port} is taken`);
			expect(started.output).toMatch(/--port \d+/);
			other.close();
		},
		PATIENCE,
	);

	test('says so at once when the store cannot be reached, and starts nothing', async () => {
		const store = `postgres://u:s3cret@127.0.0.1:${await freePort()}/x`;
		const port = String(await freePort());
		started = new Start('--port', port, '--data', join(folder, 'data'), '--store', store);
		expect(await started.exitCode).toBe(1);
		expect(started.output).toContain('The store of --store cannot be used (STORE_UNAVAILABLE).');
		expect(started.output).not.toMatch(/s3cret|Starting|\n\s+at /);
		expect(existsSync(join(folder, 'data'))).toBe(false);
	});

	test('refuses an option that it does not know', async () => {
		started = new Start('--prot', '1');
		expect(await started.exitCode).toBe(2);
		expect(started.output).toContain("Unknown option '--prot'.");
	});
});

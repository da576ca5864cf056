import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import { COMMANDS, type Command } from './store-in-a-process';

const CHANGES = 400;
const ref = { botId: 'b', conversationId: 'c' };

/** Admits its own messages and adds one to a counter that both share. */
const program = `
	const { openSqliteStore } = require('./handover/stores/sqlite/open-sqlite-store');
	const { newConversation } = require('./handover/conversation/conversation');
	const [path, name] = process.argv.slice(-2);
	const ref = ${JSON.stringify(ref)};
	(async () => {
		const store = await openSqliteStore({ path });
		for (let i = 0; i < ${CHANGES}; i++) {
			await store.change(ref, {}, (snapshot) => {
				const before = snapshot.conversation ?? newConversation(ref, 0);
				return {
					result: undefined,
					writes: [
						{ type: 'conversation', conversation: { ...before, epoch: before.epoch + 1 } },
						{ type: 'message', message: { author: 'contact', text: name + i, at: Date.now(), messageId: null, staffId: null, answersSeq: null } },
					],
				};
			});
		}
		await store.close();
	})();
`;

test('two processes on one file lose nothing', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'handover-two-'));
	const path = join(folder, 'store.sqlite');
	try {
		const runs = ['a', 'b'].map(async (name) => {
			const child = spawn(process.execPath, ['--import', 'tsx', '-e', program, path, name], {
				stdio: ['ignore', 'inherit', 'inherit'],
			});
			const [code] = (await once(child, 'exit')) as [number];
			return code;
		});
		expect(await Promise.all(runs)).toEqual([0, 0]);
		const store = await openSqliteStore({ path });
		const file = await store.read(ref);
		await store.close();
		expect(file?.conversation.epoch).toBe(2 * CHANGES);
		const texts = file!.transcript.map(({ text }) => text);
		for (const name of ['a', 'b']) {
			const mine = texts.filter((text) => text.startsWith(name));
			expect(mine).toEqual(Array.from({ length: CHANGES }, (_, index) => `${name}${index}`));
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}, 60_000);

test('two processes that take turns see at once what the other has done', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'handover-turns-'));
	const path = join(folder, 'store.sqlite');
	const here = await openSqliteStore({ path });
	const child = fork(join(__dirname, 'store-in-a-process.ts'), [path], {
		execArgv: ['--import', 'tsx'],
	});
	const exited = once(child, 'exit');
	const inChild = async (command: Command, argument = '') => {
		const answer = once(child, 'message');
		child.send([command, argument]);
		return ((await answer) as [{ result?: unknown }])[0].result;
	};
	const inHere = async (command: Command, argument = '') => await COMMANDS[command](here, argument);
	try {
		await once(child, 'message');
		const written: string[] = [];
		for (let turn = 0; turn < 30; turn++) {
			const [by, reader] = turn % 2 ? [inHere, inChild] : [inChild, inHere];
			if (turn === 20) {
				await by('erase');
				written.length = 0;
				expect(await reader('look', '5')).toEqual({ texts: [] });
			}
			await reader('fail');
			await by('write', `line ${turn}`);
			written.push(`line ${turn}`);
			for (const count of [3, 25]) {
				const expected = { tags: [`line ${turn}`], texts: written.slice(-count) };
				expect(await reader('look', String(count))).toEqual(expected);
				expect(await by('look', String(count))).toEqual(expected);
			}
		}
	} finally {
		child.disconnect();
		await exited;
		await here.close();
		rmSync(folder, { recursive: true, force: true });
	}
}, 60_000);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';

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
						{ type: 'message', message: { author: 'contact', text: name + i, at: Date.now(), messageId: null, staffId: null } },
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

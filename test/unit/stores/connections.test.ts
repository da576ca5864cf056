import { EventEmitter } from 'node:events';
import { readConnectionSettings } from '../../../handover/stores/postgres/connection-settings';
import type { Batch } from '../../../handover/stores/postgres/batch';
import type { PgLibrary } from '../../../handover/stores/postgres/client-options';
import { Connections } from '../../../handover/stores/postgres/connections';
import { query, statement } from '../../../handover/stores/postgres/statement';

const WRITE = query(statement('INSERT INTO things DEFAULT VALUES'));
const FOUND = { fields: [{ name: 'last', dataTypeID: 20 }] };

type Outcome = 'done' | 'found' | { code: string };

/** A pool on which each batch has the next of these outcomes. */
function fakePool(outcomes: Outcome[]): PgLibrary {
	class Pool extends EventEmitter {
		connect = async () => ({ query: send, release: () => undefined });
	}
	const send = (batch: Batch | 'ROLLBACK') => {
		if (typeof batch === 'string') return Promise.resolve();
		const count = submit(batch);
		const outcome = outcomes.shift()!;
		if (typeof outcome === 'object') {
			batch.handleError(Object.assign(new Error('on purpose'), outcome));
			return undefined;
		}
		for (let index = 0; index < count; index += 1) {
			if (outcome === 'found') {
				batch.handleRowDescription(FOUND as never);
				batch.handleDataRow({ fields: ['1'] });
			}
			batch.handleCommandComplete({ text: 'SELECT 1' });
		}
		batch.handleReadyForQuery();
		return undefined;
	};
	return { Pool } as unknown as PgLibrary;
}

/** How many statements are in it. */
function submit(batch: Batch): number {
	let count = 0;
	const nothing = () => undefined;
	batch.submit({
		stream: { cork: nothing, uncork: nothing },
		close: nothing,
		parse: nothing,
		bind: nothing,
		describe: nothing,
		execute: () => (count += 1),
		sync: nothing,
	} as never);
	return count;
}

const BROKEN = { code: 'ECONNRESET' };
const NOT_PREPARED = { code: '26000' };

/** A write the COMMIT of which breaks, and then these. */
async function writeWith(...outcomes: Outcome[]) {
	const settings = readConnectionSettings({ url: 'postgres://u:p@h/d' });
	const pool = fakePool(['done', BROKEN, ...outcomes]);
	let planned = 0;
	const writing = new Connections(pool, settings, 'own').write(null, async (session) => {
		planned += 1;
		await session.run(WRITE);
		return { result: 'written', writes: [WRITE] };
	});
	const settled = writing.then(
		(result) => result,
		(error: { kind: string }) => error.kind,
	);
	await jest.advanceTimersByTimeAsync(60_000);
	return { outcome: await settled, planned };
}

beforeEach(
	() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }),
);
afterEach(() => void jest.useRealTimers());

test('looks again at once for a commit where connections have not the statements', async () => {
	const forgetful = Array.from({ length: 9 }, () => NOT_PREPARED);
	expect(await writeWith(...forgetful, 'found')).toEqual({ outcome: 'written', planned: 1 });
});

test('never does it again where the look for its commit has only conflicts', async () => {
	const forgetful = Array.from({ length: 100 }, () => NOT_PREPARED);
	expect(await writeWith(...forgetful)).toEqual({ outcome: 'connection', planned: 1 });
});

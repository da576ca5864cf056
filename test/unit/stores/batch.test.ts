import type { Connection } from 'pg';
import { Batch } from '../../../handover/stores/postgres/batch';
import { query, statement } from '../../../handover/stores/postgres/statement';

const LOOK = query(statement('SELECT 1'));

/** What goes to the server, as `pg` is told of it: the statement's name, where it is prepared. */
function fakeConnection() {
	const prepared: string[] = [];
	const bound: string[] = [];
	const nothing = () => undefined;
	const connection = {
		stream: { cork: nothing, uncork: nothing },
		close: nothing,
		parse: ({ name }: { name: string }) => prepared.push(name),
		bind: ({ statement: name }: { statement: string }) => bound.push(name),
		describe: nothing,
		execute: nothing,
		sync: nothing,
	} as unknown as Connection;
	/** Answered with one line, or with this error. */
	const send = (owner: string | undefined, error?: Error) => {
		const batch = new Batch([LOOK], { owner });
		batch.submit(connection);
		if (error) return batch.handleError(error);
		batch.handleCommandComplete({ text: 'SELECT 0' });
		batch.handleReadyForQuery();
	};
	return { prepared, bound, send };
}

test('a statement is prepared once on a connection, under a name that no other process has', () => {
	const [here, there] = [fakeConnection(), fakeConnection()];
	for (const _each of [1, 2]) {
		here.send('a');
		there.send('b');
	}
	expect(here.prepared).toEqual([expect.stringMatching(/^a\//)]);
	expect(here.bound).toEqual([here.prepared[0], here.prepared[0]]);
	expect(there.prepared).toEqual([expect.stringMatching(/^b\//)]);
});

test('without an owner, none is kept', () => {
	const { send, prepared, bound } = fakeConnection();
	for (const _each of [1, 2]) send(undefined);
	expect([prepared, bound]).toEqual([
		['', ''],
		['', ''],
	]);
});

test('once a statement was not there any more, none is kept on that connection', () => {
	const { send, prepared, bound } = fakeConnection();
	send('a');
	send('a', Object.assign(new Error('does not exist'), { code: '26000' }));
	for (const _each of [1, 2]) send('a');
	expect(prepared.slice(1)).toEqual(['', '']);
	expect(bound.slice(2)).toEqual(['', '']);
});

test('after any other failure they are kept, and that one is prepared anew', () => {
	const { send, prepared } = fakeConnection();
	send('a');
	send('a', Object.assign(new Error('took too long'), { code: '57014' }));
	for (const _each of [1, 2]) send('a');
	expect(prepared).toEqual([prepared[0], prepared[0]]);
});

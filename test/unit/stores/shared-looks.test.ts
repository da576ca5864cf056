import { DatabaseFailure } from '../../../handover/stores/postgres/database-failure';
import { SharedLooks } from '../../../handover/stores/postgres/shared-looks';
import { query, statement, type Query } from '../../../handover/stores/postgres/statement';

const LOOK = statement('SELECT 1');
const look = (id: string) => query(LOOK, id);
const idOf = ({ values }: Query) => values[0] as string;
const failureOf = (code: string) => new DatabaseFailure(Object.assign(new Error('no'), { code }));

/** Answers each look with its own id, and remembers what came together. */
function openLooks(refuse?: (ids: string[]) => Error | undefined) {
	const sent: string[][] = [];
	const looks = new SharedLooks(async (queries) => {
		const ids = queries.map(idOf);
		sent.push(ids);
		const failure = refuse?.(ids);
		if (failure) throw failure;
		return ids.map((id) => [{ id }]);
	});
	const all = (ids: string[]) => Promise.allSettled(ids.map((id) => looks.look(look(id))));
	return { sent, all };
}

test('those that come together are sent together, and each gets what is its own', async () => {
	const { sent, all } = openLooks();
	expect(await all(['a', 'b'])).toMatchObject([{ value: [{ id: 'a' }] }, { value: [{ id: 'b' }] }]);
	await all(['c']);
	expect(sent).toEqual([['a', 'b'], ['c']]);
});

test('no more than sixteen', async () => {
	const { sent, all } = openLooks();
	await all(Array.from({ length: 40 }, (_, index) => String(index)));
	expect(sent.map((ids) => ids.length)).toEqual([16, 16, 8]);
});

test('one that fails is sent again by itself, and so are the others', async () => {
	const { sent, all } = openLooks((ids) => (ids.includes('b') ? failureOf('22021') : undefined));
	expect(await all(['a', 'b', 'c'])).toMatchObject([
		{ value: [{ id: 'a' }] },
		{ status: 'rejected' },
		{ value: [{ id: 'c' }] },
	]);
	expect(sent).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
});

test('a connection that is gone is gone for all, who are not sent again here', async () => {
	const { sent, all } = openLooks(() => failureOf('ECONNRESET'));
	expect(await all(['a', 'b'])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
	expect(sent).toEqual([['a', 'b']]);
});

test('all of them hear that they wait', async () => {
	const looks = new SharedLooks(async () => undefined);
	const seen = await Promise.all([looks.look(look('a')), looks.look(look('b'))]);
	expect(seen).toEqual([undefined, undefined]);
});

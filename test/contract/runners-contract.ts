import { RUNNER_KEPT_FOR, type Store } from '../../handover/stores/store';
import { NOON } from './store-builders';

/** What every store promises of the processes that share it, and of who of them reads events. */
export function runnersContract(
	open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>,
) {
	let store: Store;
	let other: Store;

	beforeEach(async () => {
		const opened = await open();
		store = opened.store;
		other = await opened.reopen();
	});
	afterEach(async () => {
		await store.close();
		await other.close();
	});

	describe('beats', () => {
		test('are one more each, and are told to the others', async () => {
			expect(await store.beat('a', NOON)).toEqual([]);
			const [first] = await other.beat('b', NOON);
			expect(first).toMatchObject({ runner: 'a', hasLeft: false });
			const [same] = await other.beat('b', NOON);
			expect(same).toEqual(first);
			// At the same time of the clock, which may stand still or be set back.
			await store.beat('a', NOON);
			const [next] = await other.beat('b', NOON);
			expect(next!.beats).toBe(first!.beats + 1);
		});

		test('that are silent hear the others, and are no other number', async () => {
			await store.beat('a', NOON);
			expect(await other.beat('b', NOON, true)).toMatchObject([{ runner: 'a' }]);
			const [silent] = await store.beat('a', NOON);
			await other.beat('b', NOON, true);
			expect(await store.beat('a', NOON)).toEqual([silent]);
			await other.beat('b', NOON);
			expect(await store.beat('a', NOON)).toEqual([{ ...silent, beats: silent!.beats + 1 }]);
		});

		test('of one who has left say so, until it beats again', async () => {
			await store.beat('a', NOON);
			await store.leave('a');
			expect(await other.beat('b', NOON)).toMatchObject([{ runner: 'a', hasLeft: true }]);
			await store.beat('a', NOON);
			expect(await other.beat('b', NOON)).toMatchObject([{ runner: 'a', hasLeft: false }]);
		});

		test('are nobody’s who has never beaten, also when they leave', async () => {
			await store.leave('a');
			expect(await other.beat('b', NOON)).toEqual([]);
		});

		test('of long ago are forgotten', async () => {
			const limits = { now: NOON, admissionsBefore: 0, eventsBefore: 0 };
			await store.beat('old', NOON - RUNNER_KEPT_FOR - 1);
			await store.beat('new', NOON - RUNNER_KEPT_FOR);
			expect(await store.prune(limits)).toBe(0);
			expect(await store.beat('me', NOON)).toMatchObject([{ runner: 'new' }]);
		});
	});

	describe('the lease of a cursor', () => {
		const cursor = async (by: Store) => await by.readCursor('reader');
		beforeEach(async () => await store.saveCursor('reader', 7));

		test('is nobody’s at first, and stays with the cursor', async () => {
			expect(await cursor(store)).toEqual({ seq: 7, heldBy: null, sign: 0 });
			expect(await store.leaseCursor('reader', await cursor(store), 'a')).toBe(true);
			expect(await cursor(other)).toMatchObject({ seq: 7, heldBy: 'a' });
			await other.saveCursor('reader', 9);
			expect(await cursor(store)).toMatchObject({ seq: 9, heldBy: 'a' });
		});

		test('goes to one of all who ask at once', async () => {
			const found = await cursor(store);
			const asked = await Promise.all(
				['a', 'b', 'c', 'd'].map((runner, index) =>
					[store, other][index % 2]!.leaseCursor('reader', found, runner),
				),
			);
			expect(asked.filter(Boolean)).toHaveLength(1);
		});

		test('is taken over only as it was found', async () => {
			await store.leaseCursor('reader', await cursor(store), 'a');
			const found = await cursor(other);
			// It shows that it is still there.
			expect(await store.leaseCursor('reader', found, 'a')).toBe(true);
			expect((await cursor(other)).sign).not.toBe(found.sign);
			expect(await other.leaseCursor('reader', found, 'b')).toBe(false);
			expect(await other.leaseCursor('reader', await cursor(other), 'b')).toBe(true);
			expect((await cursor(store)).heldBy).toBe('b');
		});

		test('is released by who has it, and by nobody else', async () => {
			await store.leaseCursor('reader', await cursor(store), 'a');
			await other.releaseCursor('reader', 'b');
			expect((await cursor(store)).heldBy).toBe('a');
			const { sign } = await cursor(store);
			await store.releaseCursor('reader', 'a');
			const released = await cursor(other);
			expect(released.heldBy).toBeNull();
			expect(released.sign).not.toBe(sign);
			expect(await other.leaseCursor('reader', released, 'b')).toBe(true);
		});

		test('of one who is forgotten is nobody’s', async () => {
			await store.beat('old', NOON - RUNNER_KEPT_FOR - 1);
			await store.beat('new', NOON);
			await store.leaseCursor('reader', await cursor(store), 'old');
			await store.saveCursor('second', 1);
			await store.leaseCursor('second', await store.readCursor('second'), 'new');
			const { sign } = await cursor(other);
			expect(await other.prune({ now: NOON, admissionsBefore: 0, eventsBefore: 0 })).toBe(0);
			expect(await cursor(other)).toMatchObject({ seq: 7, heldBy: null });
			expect((await cursor(other)).sign).not.toBe(sign);
			expect(await other.readCursor('second')).toMatchObject({ heldBy: 'new' });
		});

		test('is seen also while its reader has no place yet', async () => {
			const found = await store.readCursor('new');
			expect(await store.leaseCursor('new', found, 'a')).toBe(true);
			const held = await other.readCursor('new');
			expect(held).toMatchObject({ seq: null, heldBy: 'a' });
			expect(await other.leaseCursor('new', held, 'b')).toBe(true);
			await other.saveCursor('new', 3);
			expect(await store.readCursor('new')).toMatchObject({ seq: 3, heldBy: 'b' });
		});

		test('of one name is not that of another', async () => {
			await store.leaseCursor('reader', await cursor(store), 'a');
			await store.saveCursor('second', 1);
			expect(await other.readCursor('second')).toEqual({ seq: 1, heldBy: null, sign: 0 });
		});
	});
}

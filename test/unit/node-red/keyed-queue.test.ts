import { KeyedQueue } from '../../../nodes/node-red/keyed-queue';

function deferred() {
	let resolve!: () => void;
	const promise = new Promise<void>((done) => (resolve = done));
	return { promise, resolve };
}

test('the messages of one conversation are handled one after the other', async () => {
	const queue = new KeyedQueue();
	const first = deferred();
	const seen: string[] = [];
	queue.add('a', async () => {
		await first.promise;
		seen.push('first');
	});
	queue.add('a', async () => void seen.push('second'));
	queue.add('b', async () => void seen.push('other conversation'));
	await new Promise(setImmediate);
	expect(seen).toEqual(['other conversation']);
	first.resolve();
	await queue.idle();
	expect(seen).toEqual(['other conversation', 'first', 'second']);
});

test('a message that nothing is in front of is handled at once', () => {
	const queue = new KeyedQueue();
	const seen: string[] = [];
	queue.add('a', async () => void seen.push('first'));
	expect(seen).toEqual(['first']);
});

test('an idle queue waits for nothing', async () => {
	await expect(new KeyedQueue().idle()).resolves.toBeUndefined();
});

import { setImmediate as comeRound } from 'node:timers/promises';
import { SharedWrites } from '../../../handover/stores/sqlite/shared-writes';

/** Works of each transaction, in the order in which they were begun. */
let transactions: string[][];
let isBusy: boolean;
let shared: SharedWrites;

beforeEach(() => {
	transactions = [];
	isBusy = false;
	shared = new SharedWrites({
		write(work) {
			transactions.push([]);
			if (isBusy) throw new Error('busy');
			return work();
		},
	});
});

const write = (name: string, fail?: Error) =>
	shared.write(() => {
		transactions.at(-1)!.push(name);
		if (fail) throw fail;
		return name;
	});

/** From the next turn of the loop on, changes are gathered. */
async function crowd(): Promise<void> {
	await Promise.all([write('x'), write('y')]);
	await comeRound();
	transactions = [];
}

test('carries a change out at once while they come one by one', async () => {
	void write('a');
	expect(transactions).toEqual([['a']]);
	await comeRound();
	void write('b');
	expect(transactions).toEqual([['a'], ['b']]);
});

test('puts changes that come together into one transaction, in their order', async () => {
	await crowd();
	expect(await Promise.all([write('a'), write('b'), write('c')])).toEqual(['a', 'b', 'c']);
	expect(transactions).toEqual([['a', 'b', 'c']]);
});

test('carries them out at once again when they come one by one again', async () => {
	await crowd();
	await write('a');
	void write('b');
	expect(transactions).toEqual([['a'], ['b']]);
});

test('tries each by itself when one fails, and fails that one only', async () => {
	await crowd();
	const fault = new Error('refused');
	const settled = await Promise.allSettled([write('a'), write('b', fault), write('c')]);
	expect(settled).toEqual([
		{ status: 'fulfilled', value: 'a' },
		{ status: 'rejected', reason: fault },
		{ status: 'fulfilled', value: 'c' },
	]);
	expect(transactions).toEqual([['a', 'b'], ['a'], ['b'], ['c']]);
});

test('waits once for a file that another process has, and not for each change', async () => {
	await crowd();
	isBusy = true;
	const settled = await Promise.allSettled([write('a'), write('b')]);
	expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(transactions).toEqual([[]]);
});

test('does at once what is waiting when it is told to', async () => {
	await crowd();
	const waiting = Promise.all([write('a'), write('b')]);
	shared.flush();
	expect(transactions).toEqual([['a', 'b']]);
	expect(await waiting).toEqual(['a', 'b']);
});

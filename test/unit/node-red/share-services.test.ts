import { HandoverError } from '../../../handover/errors';
import type { Services } from '../../../handover/operations/services';
import { shareServices } from '../../../nodes/node-red/share-services';

function aStore() {
	const opened: string[] = [];
	const hold = async () => {
		const name = `store ${opened.filter((one) => one.startsWith('store')).length + 1}`;
		opened.push(name);
		return {
			services: { newId: () => name } as Services,
			release: async () => void opened.push(`released ${name}`),
		};
	};
	return { opened, hold };
}

const nameOf = async (services: Services) => services.newId();

test('all uses share one store, opened by the first', async () => {
	const { opened, hold } = aStore();
	const shared = shareServices(hold);
	expect(opened).toEqual([]);
	await expect(Promise.all([shared.use(nameOf), shared.use(nameOf)])).resolves.toEqual([
		'store 1',
		'store 1',
	]);
	await shared.close();
	expect(opened).toEqual(['store 1', 'released store 1']);
});

test('a store that could not be opened is tried again by the next use', async () => {
	const { hold } = aStore();
	let broken = true;
	const shared = shareServices(async () => {
		if (broken) throw new HandoverError('STORE_UNAVAILABLE', 'It is not there.');
		return await hold();
	});
	await expect(shared.use(nameOf)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
	broken = false;
	await expect(shared.use(nameOf)).resolves.toBe('store 1');
	await shared.close();
});

test('closing waits for the work under way, also where the work fails', async () => {
	const { opened, hold } = aStore();
	const shared = shareServices(hold);
	let fail!: (error: Error) => void;
	const working = shared.use(async () => await new Promise((_, reject) => (fail = reject)));
	const failed = expect(working).rejects.toThrow('work');
	await new Promise(setImmediate);
	const closing = shared.close();
	await new Promise(setImmediate);
	expect(opened).toEqual(['store 1']);
	fail(new Error('work'));
	await failed;
	await closing;
	expect(opened).toEqual(['store 1', 'released store 1']);
});

test('work that comes after the close opens the store for itself', async () => {
	const { opened, hold } = aStore();
	const shared = shareServices(hold);
	await shared.close();
	await expect(shared.use(nameOf)).resolves.toBe('store 1');
	expect(opened).toEqual(['store 1', 'released store 1']);
});

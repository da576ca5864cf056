import type { Job, NewJob } from '../../handover/stores/records';
import type { Store, Write } from '../../handover/stores/store';
import { conversation, NOON, ref } from './store-builders';

const LEASE = 30_000;

export function aJob(given: Partial<NewJob> = {}): NewJob {
	return {
		id: 'j1',
		kind: 'endPause',
		handoverId: 'h1',
		dueAt: NOON,
		attempts: 0,
		payload: { until: NOON },
		dead: false,
		error: null,
		createdAt: NOON,
		...given,
	};
}

/** What every store promises of timers and of the outbox. */
export function jobsContract(open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>) {
	let store: Store;
	let other: Store;
	const change = (...writes: Write[]) =>
		store.change(ref, {}, () => ({ result: undefined, writes }));
	const plan = (...jobs: Array<Partial<NewJob>>) =>
		change(...jobs.map((job): Write => ({ type: 'job', job: aJob(job) })));
	const lease = (by: Store, now: number, leaseBy: string, limit = 10) =>
		by.leaseJobs({ now, leaseBy, leaseFor: LEASE, kinds: ['endPause'], limit });
	const ids = (jobs: Job[]) => jobs.map(({ id }) => id);

	beforeEach(async () => {
		const opened = await open();
		store = opened.store;
		other = await opened.reopen();
		await change({ type: 'conversation', conversation });
	});
	afterEach(async () => {
		await store.close();
		await other.close();
	});

	test('a job is there for its conversation, as it was written', async () => {
		const job = aJob({ payload: { text: 'héllo 👋', n: 1 }, error: { code: 'X', message: 'why' } });
		await plan(job);
		const whole = { ...ref, ...job, leasedBy: null, leasedUntil: null };
		expect((await other.read(ref))?.jobs).toEqual([whole]);
		expect((await other.snapshot(ref, { jobId: 'j1' })).job).toEqual(whole);
		const elsewhere = { botId: 'b', conversationId: 'another' };
		expect((await other.snapshot(elsewhere, { jobId: 'j1' })).job).toBeUndefined();
		expect((await other.snapshot(ref, {})).job).toBeUndefined();
	});

	test('gives what is due, the longest due first, and no more than asked for', async () => {
		await plan(
			{ id: 'late', dueAt: NOON + 1 },
			{ id: 'b', dueAt: NOON },
			{ id: 'a', dueAt: NOON - 5 },
			{ id: 'c', dueAt: NOON },
		);
		expect(ids(await lease(store, NOON, 'me', 2))).toEqual(['a', 'b']);
		expect(ids(await lease(store, NOON, 'me'))).toEqual(['c']);
		expect(ids(await lease(store, NOON + 1, 'me'))).toEqual(['late']);
	});

	test('leases a job to one, and to the next when the lease is over', async () => {
		await plan({});
		const [mine] = await lease(store, NOON, 'me');
		expect(mine).toMatchObject({ ...ref, leasedBy: 'me', leasedUntil: NOON + LEASE });
		expect(await lease(other, NOON + LEASE - 1, 'you')).toEqual([]);
		const [yours] = await lease(other, NOON + LEASE, 'you');
		expect(yours).toMatchObject({ leasedBy: 'you' });
		expect((await store.snapshot(ref, { jobId: 'j1' })).job?.leasedBy).toBe('you');
	});

	test('two who ask at once never get the same job', async () => {
		await plan(...Array.from({ length: 40 }, (_, index) => ({ id: `j${index}` })));
		const taken: string[] = [];
		const takeAll = async (by: Store, name: string) => {
			for (;;) {
				const jobs = await lease(by, NOON, name, 3);
				if (jobs.length === 0) return;
				taken.push(...ids(jobs));
			}
		};
		await Promise.all([takeAll(store, 'me'), takeAll(other, 'you'), takeAll(store, 'me too')]);
		expect(taken).toHaveLength(40);
		expect(new Set(taken).size).toBe(40);
	});

	test('a lease that a clock set forward has given ends when the clock is right again', async () => {
		await plan({});
		await lease(store, NOON + 3_600_000, 'me');
		expect(ids(await lease(other, NOON, 'you'))).toEqual(['j1']);
	});

	test('a clock that is a little ahead keeps its lease', async () => {
		await plan({});
		await lease(store, NOON + 5_000, 'me');
		expect(await lease(other, NOON, 'you')).toEqual([]);
	});

	test('a job that is due later than the lines are kept is there when it is due', async () => {
		const dueAt = NOON + 2 * conversation.keepFor;
		await plan({ dueAt });
		await store.prune({ now: dueAt - 1, admissionsBefore: 0, eventsBefore: 0 });
		expect(ids(await lease(store, dueAt, 'me'))).toEqual(['j1']);
	});

	test('writing a job again changes it, and ends its lease', async () => {
		await plan({});
		await lease(store, NOON, 'me');
		await plan({ dueAt: NOON + 5, attempts: 1, error: { code: 'TIMEOUT', message: 'too slow' } });
		expect(await lease(other, NOON, 'you')).toEqual([]);
		const [again] = await lease(other, NOON + 5, 'you');
		expect(again).toMatchObject({ attempts: 1, error: { code: 'TIMEOUT' }, leasedBy: 'you' });
	});

	test('a job that was given up is leased to nobody, is found, and may be tried again', async () => {
		await plan({ id: 'second', dead: true, createdAt: NOON + 1 }, { id: 'first', dead: true }, {});
		expect(ids(await lease(store, NOON, 'me'))).toEqual(['j1']);
		expect(ids(await other.findDeadJobs(10))).toEqual(['first', 'second']);
		expect(ids(await other.findDeadJobs(1))).toEqual(['first']);
		await plan({ id: 'first' });
		expect(ids(await other.findDeadJobs(10))).toEqual(['second']);
		expect(ids(await lease(other, NOON, 'you'))).toEqual(['first']);
	});

	test('a job that is done is gone; removing it once more changes nothing', async () => {
		await plan({});
		await change({ type: 'removeJob', jobId: 'j1' });
		await change({ type: 'removeJob', jobId: 'j1' });
		expect(await lease(other, NOON, 'you')).toEqual([]);
		expect((await other.read(ref))?.jobs).toEqual([]);
	});

	test('nothing of a decision that fails is planned or removed', async () => {
		await plan({});
		const failing = store.change(ref, {}, () => ({
			result: undefined,
			writes: [
				{ type: 'job', job: aJob({ id: 'never' }) },
				{ type: 'removeJob', jobId: 'j1' },
				// No store takes an owner that there is not.
				{ type: 'conversation', conversation: { ...conversation, owner: 'nobody' as 'bot' } },
			],
		}));
		await expect(failing).rejects.toThrow();
		expect(ids((await other.read(ref))!.jobs)).toEqual(['j1']);
	});

	test('leases only the kinds that are asked for', async () => {
		await plan({ id: 'known' }, { id: 'from a newer version', kind: 'unheardOf' });
		expect(ids(await lease(store, NOON, 'me'))).toEqual(['known']);
		const kinds = ['unheardOf', 'endPause'];
		const all = await other.leaseJobs({
			now: NOON + LEASE,
			leaseBy: 'you',
			leaseFor: LEASE,
			kinds,
			limit: 5,
		});
		expect(ids(all)).toEqual(['from a newer version', 'known']);
	});

	test('what was given up goes no later than the lines, and what is still to be done stays', async () => {
		await plan({}, { id: 'dead', dead: true });
		const limits = { admissionsBefore: 0, eventsBefore: 0 };
		await store.prune({ ...limits, now: NOON + conversation.keepFor });
		expect(ids((await other.read(ref))!.jobs)).toEqual(['dead', 'j1']);
		await store.prune({ ...limits, now: NOON + conversation.keepFor + 1 });
		expect(ids((await other.read(ref))!.jobs)).toEqual(['j1']);
	});

	test('jobs go with their conversation', async () => {
		await plan({}, { id: 'dead', dead: true });
		await store.erase(ref);
		expect(await lease(other, NOON, 'you')).toEqual([]);
		expect(await other.findDeadJobs(10)).toEqual([]);
	});
}

import { JobRunner, runDueJobs } from '../../../handover/jobs/job-runner';
import { readConversation } from '../../../handover/operations/conversation-view';
import { replayDeliveries } from '../../../handover/operations/replay-deliveries';
import { outboxStage } from '../../builders/outbox-stage';
import { NOON } from '../../builders/services';

const SECOND = 1_000;
const DAY = 24 * 3_600 * SECOND;
const stage = outboxStage();
const { receiver, deliveries, notify, file } = stage;
const run = () => runDueJobs(stage.services);
const types = async () => (await deliveries()).events.map(({ type }) => type.slice(9));

beforeEach(async () => {
	await stage.perform('assignConversation');
	await notify();
});

describe('a delivery', () => {
	test.each([
		[200, 'done', null],
		[204, 'done', null],
		[301, 'failed', 2.5],
		[307, 'failed', 2.5],
		[400, 'dead', null],
		[401, 'dead', null],
		[404, 'dead', null],
		[410, 'dead', null],
		[408, 'failed', 2.5],
		[425, 'failed', 2.5],
		[429, 'failed', 2.5],
		[500, 'failed', 2.5],
		[503, 'failed', 2.5],
		[{ status: 503, retryAfter: '60' }, 'failed', 60.5],
		[{ status: 429, retryAfter: 'Sun, 22 Nov 2026 12:02:00 GMT' }, 'failed', 120.5],
		[{ status: 400, retryAfter: '60' }, 'dead', null],
		['TIMEOUT', 'failed', 2.5],
		['UNREACHABLE', 'failed', 2.5],
	] as const)('that is answered with %j is %s, next after %j s', async (answer, outcome, wait) => {
		receiver.answers = [answer];
		await run();
		const { jobs } = await deliveries();
		expect((await types()).at(-1)).toBe(outcome);
		expect(jobs).toHaveLength(outcome === 'done' ? 0 : 1);
		if (outcome === 'done') return;
		expect(jobs[0]).toMatchObject({ attempts: 1, dead: outcome === 'dead', leasedBy: null });
		if (wait !== null) expect(jobs[0]?.dueAt).toBe(NOON + wait * SECOND);
	});

	test('is given up after eight tries, with an event for each, and its person told', async () => {
		receiver.answers = [503];
		for (let day = 0; day < 12; day++) {
			await run();
			stage.services.clock.advance(DAY);
		}
		expect(receiver.calls).toHaveLength(8);
		expect(await types()).toEqual([...Array<string>(8).fill('failed'), 'dead']);
		const { events, jobs } = await deliveries();
		expect(events.at(-1)).toMatchObject({
			handoverId: (await file()).handover?.id,
			data: { delivery: jobs[0]?.id, kind: 'webhook', attempts: 8, code: 'HTTP_503' },
		});
		expect((await file()).notifications).toContainEqual(
			expect.objectContaining({ staffId: 'Ana', reason: 'deliveryFailed', channel: 'inApp' }),
		);
	});

	test('counts once although its record was lost and it went out twice', async () => {
		const { store } = stage.services;
		const change = store.change.bind(store);
		const lost = jest.spyOn(store, 'change').mockRejectedValueOnce(new Error('killed'));
		await expect(run()).rejects.toThrow();
		lost.mockImplementation(change);
		expect(await run()).toBe(0);
		stage.services.clock.advance(30 * SECOND);
		await run();
		const ids = receiver.calls.map(({ headers }) => headers['webhook-id']);
		expect(ids).toEqual([ids[0], ids[0]]);
		expect(await types()).toEqual(['done']);
	});

	test('that another worker has taken meanwhile is recorded by that one only', async () => {
		const { services } = stage;
		const other = { ...services, runner: { ...services.runner, id: 'here/2/b' } };
		services.outbox.send = async () => {
			receiver.calls.push({ url: '', headers: {}, body: '', timeout: 0 });
			if (receiver.calls.length > 1) return { status: 503, retryAfter: null };
			services.clock.advance(30 * SECOND);
			await runDueJobs(other);
			return { status: 200, retryAfter: null };
		};
		await run();
		expect(receiver.calls).toHaveLength(2);
		expect(await types()).toEqual(['failed']);
		expect((await deliveries()).jobs).toMatchObject([{ attempts: 1, leasedBy: null }]);
	});

	test('whose receiver is not in the store any more is given up at once', async () => {
		jest.spyOn(stage.services.store, 'readChannel').mockResolvedValue(undefined);
		await run();
		expect((await deliveries()).jobs[0]).toMatchObject({
			dead: true,
			error: { code: 'CHANNEL_UNKNOWN' },
		});
	});

	test('that is under way when the conversation is erased leaves nothing behind', async () => {
		const { outbox, store } = stage.services;
		outbox.send = async () => {
			await store.erase(stage.ref);
			return { status: 200, retryAfter: null };
		};
		await run();
		expect(await store.read(stage.ref)).toBeUndefined();
		expect(await store.readEvents(0, 100)).toEqual([]);
	});

	test('a slow receiver holds no timer up', async () => {
		await stage.perform('pauseBot', { pauseFor: 1, pauseUnit: 'minutes' });
		let answer = () => undefined as void;
		stage.services.outbox.send = () =>
			new Promise((resolve) => {
				answer = () => resolve({ status: 200, retryAfter: null });
			});
		const errors: unknown[] = [];
		const runner = new JobRunner(stage.services, (error) => errors.push(error));
		await runner.run();
		stage.services.clock.advance(60 * SECOND);
		await runner.run();
		expect((await file()).conversation.owner).toBe('bot');
		answer();
		await runner.settled();
		expect(errors).toEqual([]);
		expect(await types()).toEqual(['done']);
	});
});

describe('what can be seen of deliveries', () => {
	const seen = async () => {
		const { view } = await readConversation(stage.services, stage.ref, null);
		return view.deliveries;
	};

	test.each([
		[200, []],
		[
			503,
			[
				{
					kind: 'webhook',
					status: 'pending',
					attempts: 1,
					nextTryAt: '2026-11-22T12:00:02.500Z',
					error: 'HTTP_503',
				},
			],
		],
		[404, [{ kind: 'webhook', status: 'dead', attempts: 1, nextTryAt: null, error: 'HTTP_404' }]],
	])('after %i: %j', async (answer, expected) => {
		receiver.answers = [answer];
		await run();
		expect(await seen()).toEqual(expected);
	});

	test('before the first try', async () => {
		expect(await seen()).toEqual([
			{
				kind: 'webhook',
				status: 'pending',
				attempts: 0,
				nextTryAt: '2026-11-22T12:00:00.000Z',
				error: null,
			},
		]);
	});
});

describe('replaying', () => {
	const replay = async () => (await replayDeliveries(stage.services, stage.ref, null)).replayed;

	test('sends what was given up once more, under the same id, with all its tries', async () => {
		receiver.answers = [404, 503, 200];
		await run();
		expect(await replay()).toBe(1);
		expect(await replay()).toBe(0);
		await run();
		stage.services.clock.advance(DAY);
		await run();
		expect(await types()).toEqual(['failed', 'dead', 'replayed', 'failed', 'done']);
		expect(new Set(receiver.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
	});

	test('leaves alone what is still to be tried, and says what it does not know', async () => {
		receiver.answers = [503];
		await run();
		expect(await replay()).toBe(0);
		const unknown = { botId: 'default', conversationId: 'nobody' };
		await expect(replayDeliveries(stage.services, unknown, null)).rejects.toMatchObject({
			code: 'CONVERSATION_UNKNOWN',
		});
	});
});

import { HandoverError } from '../../../handover/errors';
import type { Doing } from '../../../nodes/keep-doing';
import { tickJobs } from '../../../nodes/tick-jobs';
import { outboxStage } from '../../builders/outbox-stage';

const stage = outboxStage();
let ticking: Doing;
const reports: string[] = [];
const start = () => {
	reports.length = 0;
	ticking = tickJobs(stage.services, (code) => reports.push(code));
};
const settle = () => new Promise((done) => setImmediate(done));

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(async () => {
	jest.useRealTimers();
	await ticking.stop();
});

async function pass(milliseconds: number): Promise<void> {
	for (let passed = 0; passed < milliseconds; passed += 500) {
		await jest.advanceTimersByTimeAsync(500);
		await settle();
	}
}

const refusing = () =>
	jest
		.spyOn(stage.services.store, 'leaseJobs')
		.mockRejectedValue(new HandoverError('STORE_BUSY', 'on purpose'));

test('looks every second', async () => {
	await stage.perform('pauseBot', { pauseFor: 1, pauseUnit: 'minutes' });
	start();
	await pass(1_000);
	expect((await stage.file()).conversation.owner).toBe('waiting');
	stage.services.clock.advance(60_000);
	await pass(1_000);
	expect((await stage.file()).conversation.owner).toBe('bot');
});

test('a store that fails is reported once, looked at less often, and taken up again', async () => {
	const lease = refusing();
	start();
	await pass(10_000);
	expect(reports).toEqual(['STORE_BUSY']);
	expect(lease.mock.calls.length).toBeLessThan(6);
	lease.mockRestore();
	await stage.perform('pauseBot', { pauseFor: 1, pauseUnit: 'minutes' });
	stage.services.clock.advance(60_000);
	await pass(20_000);
	expect((await stage.file()).conversation.owner).toBe('bot');
});

test('a job that cannot be carried out is reported, comes again, and holds nothing up', async () => {
	await stage.perform('pauseBot', { pauseFor: 1, pauseUnit: 'minutes' });
	stage.services.clock.advance(60_000);
	const change = jest.spyOn(stage.services.store, 'change');
	change.mockRejectedValueOnce(new HandoverError('STORE_FULL', 'on purpose'));
	start();
	await pass(2_000);
	expect(reports).toEqual(['STORE_FULL']);
	expect((await stage.file()).conversation.owner).toBe('waiting');
	stage.services.clock.advance(30_000);
	await pass(1_000);
	expect((await stage.file()).conversation.owner).toBe('bot');
});

test('stopping waits for the delivery in hand, and begins nothing more', async () => {
	await stage.perform('assignConversation');
	await stage.notify();
	let answer = () => undefined as void;
	stage.services.outbox.send = () =>
		new Promise((resolve) => {
			answer = () => resolve({ status: 200, retryAfter: null });
		});
	start();
	await pass(1_000);
	let stopped = false;
	const stopping = ticking.stop().then(() => (stopped = true));
	await settle();
	expect(stopped).toBe(false);
	answer();
	await stopping;
	expect((await stage.deliveries()).events).toMatchObject([{ type: 'delivery.done' }]);
	const lease = jest.spyOn(stage.services.store, 'leaseJobs');
	await pass(5_000);
	expect(lease).not.toHaveBeenCalled();
});

import { HandoverError } from '../../../handover/errors';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { keepBeating, type Beating } from '../../../nodes/keep-beating';
import { openTestServices, type TestServices } from '../../builders/services';

let services: TestServices;
let beating: Beating;
beforeEach(async () => {
	services = await openTestServices();
	jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
});
afterEach(async () => {
	jest.useRealTimers();
	await beating.stop();
	await services.close();
});

async function pass(milliseconds: number): Promise<void> {
	for (let passed = 0; passed < milliseconds; passed += 500) {
		await jest.advanceTimersByTimeAsync(500);
		await new Promise((done) => setImmediate(done));
	}
}
/** As somebody else sees it. */
const seen = async () => (await services.store.beat('other', 0))[0];

test('beats at once and every five seconds, and says that it leaves', async () => {
	const beat = jest.spyOn(services.store, 'beat');
	beating = keepBeating(services);
	await pass(500);
	expect(beat).toHaveBeenCalledTimes(1);
	await pass(20_000);
	expect(beat).toHaveBeenCalledTimes(5);
	expect(await seen()).toMatchObject({ runner: services.runner.id, hasLeft: false });
	await beating.stop();
	expect(await seen()).toMatchObject({ hasLeft: true });
	beat.mockClear();
	await pass(20_000);
	expect(beat).not.toHaveBeenCalled();
});

test('beats as often while the store fails, so that nobody takes it for dead afterwards', async () => {
	const beat = jest.spyOn(services.store, 'beat');
	beat.mockRejectedValue(new HandoverError('STORE_UNAVAILABLE', 'on purpose'));
	beating = keepBeating(services);
	await pass(60_000);
	expect(beat.mock.calls.length).toBeGreaterThanOrEqual(12);
	beat.mockRestore();
	await pass(5_500);
	expect(await seen()).toMatchObject({ hasLeft: false });
});

test('hears who of the others is gone', async () => {
	beating = keepBeating(services);
	await services.store.beat('there/1/b', 0);
	await pass(1_000);
	expect(services.heartbeats.isGone('there/1/b')).toBe(false);
	await services.store.leave('there/1/b');
	await pass(10_000);
	expect(services.heartbeats.isGone('there/1/b')).toBe(true);
});

test('does not wait for a store that is away when it is closed', async () => {
	beating = keepBeating(services);
	await pass(500);
	jest.spyOn(services.store, 'leave').mockReturnValue(new Promise(() => undefined));
	let stopped = false;
	void beating.stop().then(() => (stopped = true));
	await pass(1_500);
	expect(stopped).toBe(true);
});

test('says what it has left when it is closed', async () => {
	beating = keepBeating(services);
	await pass(500);
	const message = { conversationId: 'c', messageId: 'm1', text: 'hello' };
	const { handover } = await receiveMessage(services, message);
	const away = new HandoverError('STORE_UNAVAILABLE', 'on purpose');
	jest.spyOn(services.store, 'change').mockRejectedValueOnce(away);
	services.leftTurns.leave(services, handover);
	await expect(services.leftTurns.write(services)).rejects.toThrow('on purpose');
	await beating.stop();
	const { admission } = await services.store.snapshot(handover, { messageId: 'm1' });
	expect(admission?.runner).toBe('');
	expect(await seen()).toMatchObject({ hasLeft: true });
});

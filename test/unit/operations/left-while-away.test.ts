import { HandoverError } from '../../../handover/errors';
import { beat } from '../../../handover/operations/beat';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { closeConversation } from '../../../handover/operations/own-conversation';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { failingNodeStage } from '../../builders/failing-node-stage';

const stage = failingNodeStage();
const { answer, goAway, leave, receive, ref } = stage;

describe('a turn that was left while the store is away', () => {
	test('is written when it is back, before this process beats again', async () => {
		const { handover } = await receive('m1');
		const { comeBack } = goAway();
		await leave(handover);
		await expect(beat(stage.services)).rejects.toThrow('on purpose');
		comeBack();
		jest
			.spyOn(stage.services.store, 'change')
			.mockRejectedValueOnce(new HandoverError('STORE_BUSY', 'not yet'));
		await beat(stage.services);
		const beats = async () => (await stage.services.store.beat('there/1/b', 0))[0]?.beats;
		expect(await beats()).toBe(0);
		await beat(stage.services);
		expect(await beats()).toBe(1);
		expect((await receive('m1', stage.other)).output).toBe('bot');
	});

	test('is taken up at once where its message comes to the process that left it', async () => {
		const { handover } = await receive('m1');
		const { comeBack } = goAway();
		await leave(handover);
		await expect(receive('m1')).rejects.toThrow('on purpose');
		comeBack();
		expect((await receive('m1')).output).toBe('bot');
	});

	test.each([
		['another process has taken it up', async () => void (await receive('m1', stage.other))],
		[
			'another process has answered it',
			async (handover: HandoverData) => void (await answer(stage.other, handover)),
		],
		[
			'the conversation was closed, and is another’s turn now',
			async () => {
				await closeConversation(stage.services, ref, null);
				await receive('m2', stage.other);
			},
		],
		[
			'its conversation was erased, and begun anew',
			async () => {
				await stage.services.store.erase(ref);
				stage.services.clock.advance(1_000);
				await receive('m1', stage.other);
			},
		],
	])('stays as it is when %s meanwhile', async (_why, happen) => {
		const { handover } = await receive('m1');
		const { comeBack } = goAway();
		await leave(handover);
		comeBack();
		// As if the other one had heard that this process is gone.
		stage.other = {
			...stage.other,
			runner: { id: 'there/1/b', isAlive: (id) => id === 'there/1/b' },
		};
		await happen(handover);
		const before = await stage.services.store.read(ref);
		const { admission } = await stage.services.store.snapshot(ref, { messageId: 'm1' });
		await stage.services.leftTurns.write(stage.services);
		expect(await stage.services.store.read(ref)).toEqual(before);
		expect((await stage.services.store.snapshot(ref, { messageId: 'm1' })).admission).toEqual(
			admission,
		);
	});

	test('is written once, however many ask for it at the same time', async () => {
		const { handover } = await receive('m1');
		const { comeBack } = goAway();
		await leave(handover);
		comeBack();
		const change = jest.spyOn(stage.services.store, 'change');
		await Promise.all([beat(stage.services), beat(stage.services), receive('m1')]);
		// One that leaves the turn, one that takes it up.
		expect(change).toHaveBeenCalledTimes(2);
		await beat(stage.services);
		expect(change).toHaveBeenCalledTimes(2);
	});

	test('is given up when its fault is not the store’s, and the others are written', async () => {
		const [first, second] = [await receive('m1'), await receive('m2')];
		const { comeBack } = goAway();
		await leave(first.handover);
		await leave(second.handover);
		comeBack();
		jest.spyOn(stage.services.store, 'change').mockRejectedValueOnce(new TypeError('a mistake'));
		await stage.services.leftTurns.write(stage.services);
		expect((await receive('m2', stage.other)).output).toBe('bot');
	});
});

describe('a conversation that cannot be written', () => {
	const beats = async () => (await stage.services.store.beat('there/1/b', 0))[0]?.beats;
	/** As by somebody who has a transaction open on it. */
	function lock() {
		const { change } = stage.services.store;
		const locked = jest.spyOn(stage.services.store, 'change');
		locked.mockImplementation((async (...args: Parameters<typeof change>) => {
			if (args[0].conversationId !== 'c') return await change.apply(stage.services.store, args);
			throw new HandoverError('STORE_BUSY', 'locked');
		}) as typeof change);
		return { unlock: () => locked.mockRestore() };
	}
	async function pass(seconds: number, of = stage.services): Promise<void> {
		for (let passed = 0; passed < seconds; passed += 5) {
			stage.services.clock.advance(5_000);
			await beat(of).catch(() => undefined);
		}
	}

	test('does not keep the turns of others from being written', async () => {
		const first = await receive('m1');
		const elsewhere = { ...ref, conversationId: 'd', messageId: 'm1', text: 'hello' };
		const many = Array.from({ length: 12 }, (_, index) => ({
			...elsewhere,
			conversationId: `d${index}`,
		}));
		const received = await Promise.all(many.map((one) => receiveMessage(stage.services, one)));
		const { comeBack } = goAway();
		for (const { handover } of [first, ...received]) await leave(handover);
		comeBack();
		const { unlock } = lock();
		await expect(stage.services.leftTurns.write(stage.services)).rejects.toThrow('locked');
		unlock();
		for (const one of many) expect((await receiveMessage(stage.other, one)).output).toBe('bot');
		expect((await receive('m1', stage.other)).output).toBe('duplicate');
	});

	test('lets the others be heard', async () => {
		const { handover } = await receive('m1');
		lock();
		await leave(handover);
		await stage.services.store.beat('there/1/b', 0);
		await beat(stage.services);
		expect(stage.services.heartbeats.beatsOf('there/1/b')).toBe(1);
	});

	test('holds the beats back until this process must have counted as gone, and is written later', async () => {
		const { handover } = await receive('m1');
		const { unlock } = lock();
		await leave(handover);
		await pass(45);
		expect(await beats()).toBe(0);
		await pass(10);
		expect(await beats()).toBeGreaterThan(0);
		unlock();
		expect((await receive('m1')).output).toBe('bot');
	});

	test('is not given up for a store that was away for long', async () => {
		const { handover } = await receive('m1');
		const { comeBack } = goAway();
		await leave(handover);
		await pass(600);
		comeBack();
		const { unlock } = lock();
		await pass(5);
		expect(await beats()).toBe(0);
		unlock();
		await pass(5);
		expect(await beats()).toBe(1);
		expect((await receive('m1', stage.other)).output).toBe('bot');
	});
});

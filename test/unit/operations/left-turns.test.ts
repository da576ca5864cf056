import { HandoverError } from '../../../handover/errors';
import { beat } from '../../../handover/operations/beat';
import { beforeReply } from '../../../handover/operations/before-reply';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { LeftTurns } from '../../../handover/operations/left-turns';
import { closeConversation } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import type { Services } from '../../../handover/operations/services';
import { openTestServices, type TestServices } from '../../builders/services';

const ref = { botId: 'default', conversationId: 'c' };
const trigger = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };
let services: TestServices;
/** Shares the store, sees the other one live, and remembers nothing of it. */
let other: Services;
beforeEach(async () => {
	const isAlive = () => true;
	services = await openTestServices({ runner: { id: 'here/1/a', isAlive } });
	other = { ...services, runner: { id: 'there/1/b', isAlive }, leftTurns: new LeftTurns() };
});
afterEach(async () => await services.close());

const receive = (messageId?: string, by: Services = services) =>
	receiveMessage(by, { ...ref, text: 'hello', ...(messageId && { messageId }) });
const answer = async (by: Services, carried: HandoverData) =>
	(await beforeReply(by, { ...ref, carried, text: 'Hi!' })).output;

/** Until the store is back. */
function goAway() {
	const away = () => Promise.reject(new HandoverError('STORE_UNAVAILABLE', 'on purpose'));
	const { store } = services;
	const methods = [jest.spyOn(store, 'change'), jest.spyOn(store, 'beat')];
	methods.forEach((method) => method.mockImplementation(away));
	return { comeBack: () => methods.forEach((method) => method.mockRestore()) };
}

async function leave(carried: unknown): Promise<void> {
	services.leftTurns.leave(services, carried);
	await services.leftTurns.write(services).catch(() => undefined);
}

async function failInHandover({ handover }: { handover: HandoverData }): Promise<void> {
	const carried = { ...handover, trigger };
	await performAction(services, 'createTask', { ...ref, carried });
	await leave(carried);
}

describe('a turn on which a node failed', () => {
	test('is taken up by whichever process its message comes to again', async () => {
		await leave((await receive('m1')).handover);
		const { output, handover } = await receive('m1', other);
		expect([output, handover.worker]).toEqual(['bot', 'b']);
		expect((await receive('m1')).output).toBe('duplicate');
		expect(await answer(other, handover)).toBe('send');
	});

	test('is taken up when the message comes again, by one of two at once', async () => {
		services.leftTurns.leave(services, (await receive('m1')).handover);
		const again = await Promise.all([receive('m1'), receive('m1')]);
		expect(again.map(({ output }) => output)).toEqual(['bot', 'duplicate']);
		expect((await services.store.read(ref))?.transcript).toHaveLength(1);
	});

	test('is taken up again after each failure', async () => {
		for (const _time of [1, 2, 3]) {
			const { output, handover } = await receive('m1');
			expect(output).toBe('bot');
			services.leftTurns.leave(services, handover);
		}
	});

	test('stays a duplicate when the answer has gone out before', async () => {
		const { handover } = await receive('m1');
		await answer(services, handover);
		await leave(handover);
		expect((await receive('m1')).output).toBe('duplicate');
	});

	test('is answered by a node that is tried again, as long as nobody has taken it up', async () => {
		const { handover } = await receive('m1');
		await leave(handover);
		expect(await answer(services, handover)).toBe('send');
		expect((await receive('m1', other)).output).toBe('duplicate');
	});

	test('is not answered by the one that left it once another has it', async () => {
		const { handover } = await receive('m1');
		await leave(handover);
		await receive('m1', other);
		expect(await answer(services, handover)).toBe('drop');
	});
});

describe('a turn that was left while the store is away', () => {
	test('is written when it is back, before this process beats again', async () => {
		const { handover } = await receive('m1');
		const { comeBack } = goAway();
		await leave(handover);
		await expect(beat(services)).rejects.toThrow('on purpose');
		comeBack();
		jest
			.spyOn(services.store, 'change')
			.mockRejectedValueOnce(new HandoverError('STORE_BUSY', 'not yet'));
		await beat(services);
		const beats = async () => (await services.store.beat('there/1/b', 0))[0]?.beats;
		expect(await beats()).toBe(0);
		await beat(services);
		expect(await beats()).toBe(1);
		expect((await receive('m1', other)).output).toBe('bot');
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
		['another process has taken it up', async () => void (await receive('m1', other))],
		[
			'another process has answered it',
			async (handover: HandoverData) => void (await answer(other, handover)),
		],
		[
			'the conversation was closed, and is another’s turn now',
			async () => {
				await closeConversation(services, ref, null);
				await receive('m2', other);
			},
		],
		[
			'its conversation was erased, and begun anew',
			async () => {
				await services.store.erase(ref);
				services.clock.advance(1_000);
				await receive('m1', other);
			},
		],
	])('stays as it is when %s meanwhile', async (_why, happen) => {
		const { handover } = await receive('m1');
		const { comeBack } = goAway();
		await leave(handover);
		comeBack();
		// As if the other one had heard that this process is gone.
		other = { ...other, runner: { id: 'there/1/b', isAlive: (id) => id === 'there/1/b' } };
		await happen(handover);
		const before = await services.store.read(ref);
		const { admission } = await services.store.snapshot(ref, { messageId: 'm1' });
		await services.leftTurns.write(services);
		expect(await services.store.read(ref)).toEqual(before);
		expect((await services.store.snapshot(ref, { messageId: 'm1' })).admission).toEqual(admission);
	});

	test('is written once, however many ask for it at the same time', async () => {
		const { handover } = await receive('m1');
		const { comeBack } = goAway();
		await leave(handover);
		comeBack();
		const change = jest.spyOn(services.store, 'change');
		await Promise.all([beat(services), beat(services), receive('m1')]);
		// One that leaves the turn, one that takes it up.
		expect(change).toHaveBeenCalledTimes(2);
		await beat(services);
		expect(change).toHaveBeenCalledTimes(2);
	});

	test('is given up when its fault is not the store’s, and the others are written', async () => {
		const [first, second] = [await receive('m1'), await receive('m2')];
		const { comeBack } = goAway();
		await leave(first.handover);
		await leave(second.handover);
		comeBack();
		jest.spyOn(services.store, 'change').mockRejectedValueOnce(new TypeError('a mistake'));
		await services.leftTurns.write(services);
		expect((await receive('m2', other)).output).toBe('bot');
	});
});

describe('a conversation that cannot be written', () => {
	const beats = async () => (await services.store.beat('there/1/b', 0))[0]?.beats;
	/** As by somebody who has a transaction open on it. */
	function lock() {
		const { change } = services.store;
		const locked = jest.spyOn(services.store, 'change');
		locked.mockImplementation((async (...args: Parameters<typeof change>) => {
			if (args[0].conversationId !== 'c') return await change.apply(services.store, args);
			throw new HandoverError('STORE_BUSY', 'locked');
		}) as typeof change);
		return { unlock: () => locked.mockRestore() };
	}
	async function pass(seconds: number, of = services): Promise<void> {
		for (let passed = 0; passed < seconds; passed += 5) {
			services.clock.advance(5_000);
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
		const received = await Promise.all(many.map((one) => receiveMessage(services, one)));
		const { comeBack } = goAway();
		for (const { handover } of [first, ...received]) await leave(handover);
		comeBack();
		const { unlock } = lock();
		await expect(services.leftTurns.write(services)).rejects.toThrow('locked');
		unlock();
		for (const one of many) expect((await receiveMessage(other, one)).output).toBe('bot');
		expect((await receive('m1', other)).output).toBe('duplicate');
	});

	test('lets the others be heard', async () => {
		const { handover } = await receive('m1');
		lock();
		await leave(handover);
		await services.store.beat('there/1/b', 0);
		await beat(services);
		expect(services.heartbeats.beatsOf('there/1/b')).toBe(1);
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
		expect((await receive('m1', other)).output).toBe('bot');
	});
});

describe('a message whose admission nobody heard of', () => {
	/** The server does it, and is gone before it says so. */
	const receiveUnheard = async () => {
		const { change } = services.store;
		jest.spyOn(services.store, 'change').mockImplementationOnce(async (...args) => {
			await change.apply(services.store, args as never);
			throw new HandoverError('STORE_UNAVAILABLE', 'on purpose');
		});
		await expect(receive('m1')).rejects.toThrow('on purpose');
		await services.leftTurns.write(services);
	};

	test('is taken up by whichever process it comes to again', async () => {
		await receiveUnheard();
		expect((await receive('m1', other)).output).toBe('bot');
		expect((await services.store.read(ref))?.transcript).toHaveLength(1);
	});

	test('stays with the turn that had it before', async () => {
		const { handover } = await receive('m1');
		services.clock.advance(1);
		await receiveUnheard();
		expect((await receive('m1', other)).output).toBe('duplicate');
		expect(await answer(services, handover)).toBe('send');
	});
});

describe('a handover in which a node failed', () => {
	test.each([
		['the same message, sent again', 'm1', 'm1'],
		['the next message', 'm1', 'm2'],
		['the next message, where none has an id', undefined, undefined],
	])('is finished by %s, wherever it comes', async (_case, first, next) => {
		await failInHandover(await receive(first));
		const again = await receive(next, other);
		expect(again).toMatchObject({
			output: 'bot',
			handover: { duplicate: false, trigger: { scenario: 'contactRequest' } },
		});
		expect((await receive('m3')).output).toBe('human');
	});

	test('is finished also when the flow opened it itself, as by a tool call of its agent', async () => {
		const { handover } = await receive('m1');
		await performAction(services, 'assignConversation', { ...ref, carried: handover });
		await leave(handover);
		expect(await receive('m1', other)).toMatchObject({
			output: 'bot',
			handover: { duplicate: false, scenario: 'flow' },
		});
	});

	test('stays as it is when another message fails without one', async () => {
		const [first, second] = [await receive('m1'), await receive('m2')];
		await performAction(services, 'assignConversation', { ...ref, carried: first.handover });
		await leave(second.handover);
		expect((await services.store.read(ref))?.handover?.runner).toBe('here/1/a');
	});

	test('is its process’s again when a node that is tried again goes on with it', async () => {
		const { handover } = await receive('m1');
		await failInHandover({ handover });
		const carried = { ...handover, trigger };
		await performAction(services, 'pauseBot', { ...ref, carried });
		expect((await receive('m2', other)).output).toBe('human');
	});

	test('is left before a node that is tried again goes on with it, not after', async () => {
		const { handover } = await receive('m1');
		const carried = { ...handover, trigger };
		await performAction(services, 'createTask', { ...ref, carried });
		const { comeBack } = goAway();
		await leave(carried);
		comeBack();
		await performAction(services, 'pauseBot', { ...ref, carried });
		await beat(services);
		expect((await receive('m2', other)).output).toBe('human');
	});

	test('stays with another process that has taken it up', async () => {
		const { handover } = await receive('m1');
		await failInHandover({ handover });
		await receive('m1', other);
		await leave({ ...handover, trigger });
		expect((await services.store.read(ref))?.handover?.runner).toBe('there/1/b');
	});
});

describe('nothing is left', () => {
	test('by an item without a turn', async () => {
		const change = jest.spyOn(services.store, 'change');
		const bent = [undefined, null, 'text', {}, { messageSeq: 'one' }, { messageSeq: 1 }];
		for (const carried of bent) await leave(carried);
		expect(change).not.toHaveBeenCalled();
	});

	test('by a duplicate, whose turn is under way', async () => {
		await receive('m1');
		await leave((await receive('m1')).handover);
		expect((await receive('m1', other)).output).toBe('duplicate');
	});
});

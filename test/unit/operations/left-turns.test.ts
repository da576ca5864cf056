import { HandoverError } from '../../../handover/errors';
import { failingNodeStage } from '../../builders/failing-node-stage';

const stage = failingNodeStage();
const { answer, leave, receive, ref } = stage;

describe('a turn on which a node failed', () => {
	test('is taken up by whichever process its message comes to again', async () => {
		await leave((await receive('m1')).handover);
		const { output, handover } = await receive('m1', stage.other);
		expect([output, handover.worker]).toEqual(['bot', 'b']);
		expect((await receive('m1')).output).toBe('duplicate');
		expect(await answer(stage.other, handover)).toBe('send');
	});

	test('is taken up when the message comes again, by one of two at once', async () => {
		stage.services.leftTurns.leave(stage.services, (await receive('m1')).handover);
		const again = await Promise.all([receive('m1'), receive('m1')]);
		expect(again.map(({ output }) => output)).toEqual(['bot', 'duplicate']);
		expect((await stage.services.store.read(ref))?.transcript).toHaveLength(1);
	});

	test('is taken up again after each failure', async () => {
		for (const _time of [1, 2, 3]) {
			const { output, handover } = await receive('m1');
			expect(output).toBe('bot');
			stage.services.leftTurns.leave(stage.services, handover);
		}
	});

	test('stays a duplicate when the answer has gone out before', async () => {
		const { handover } = await receive('m1');
		await answer(stage.services, handover);
		await leave(handover);
		expect((await receive('m1')).output).toBe('duplicate');
	});

	test('is answered by a node that is tried again, as long as nobody has taken it up', async () => {
		const { handover } = await receive('m1');
		await leave(handover);
		expect(await answer(stage.services, handover)).toBe('send');
		expect((await receive('m1', stage.other)).output).toBe('duplicate');
	});

	test('is not answered by the one that left it once another has it', async () => {
		const { handover } = await receive('m1');
		await leave(handover);
		await receive('m1', stage.other);
		expect(await answer(stage.services, handover)).toBe('drop');
	});
});

describe('a message whose admission nobody heard of', () => {
	/** The server does it, and is gone before it says so. */
	const receiveUnheard = async () => {
		const { change } = stage.services.store;
		jest.spyOn(stage.services.store, 'change').mockImplementationOnce(async (...args) => {
			await change.apply(stage.services.store, args as never);
			throw new HandoverError('STORE_UNAVAILABLE', 'on purpose');
		});
		await expect(receive('m1')).rejects.toThrow('on purpose');
		await stage.services.leftTurns.write(stage.services);
	};

	test('is taken up by whichever process it comes to again', async () => {
		await receiveUnheard();
		expect((await receive('m1', stage.other)).output).toBe('bot');
		expect((await stage.services.store.read(ref))?.transcript).toHaveLength(1);
	});

	test('stays with the turn that had it before', async () => {
		const { handover } = await receive('m1');
		stage.services.clock.advance(1);
		await receiveUnheard();
		expect((await receive('m1', stage.other)).output).toBe('duplicate');
		expect(await answer(stage.services, handover)).toBe('send');
	});
});

describe('nothing is left', () => {
	test('by an item without a turn', async () => {
		const change = jest.spyOn(stage.services.store, 'change');
		const bent = [undefined, null, 'text', {}, { messageSeq: 'one' }, { messageSeq: 1 }];
		for (const carried of bent) await leave(carried);
		expect(change).not.toHaveBeenCalled();
	});

	test('by a duplicate, whose turn is under way', async () => {
		await receive('m1');
		await leave((await receive('m1')).handover);
		expect((await receive('m1', stage.other)).output).toBe('duplicate');
	});
});

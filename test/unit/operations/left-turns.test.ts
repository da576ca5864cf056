import type { HandoverData } from '../../../handover/operations/handover-data';
import { beforeReply } from '../../../handover/operations/before-reply';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { openTestServices, type TestServices } from '../../builders/services';

const ref = { botId: 'default', conversationId: 'c' };
const trigger = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };
let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
});
afterEach(async () => await services.close());

const receive = (messageId?: string) =>
	receiveMessage(services, { ...ref, text: 'hello', ...(messageId && { messageId }) });

async function failInHandover({ handover }: { handover: HandoverData }): Promise<void> {
	const carried = { ...handover, trigger };
	await performAction(services, 'createTask', { ...ref, carried });
	services.leftTurns.leave(carried);
}

describe('a turn on which a node failed', () => {
	test('is taken up when the message comes again, by one of two at once', async () => {
		services.leftTurns.leave((await receive('m1')).handover);
		const again = await Promise.all([receive('m1'), receive('m1')]);
		expect(again.map(({ output }) => output)).toEqual(['bot', 'duplicate']);
		expect((await services.store.read(ref))?.transcript).toHaveLength(1);
	});

	test('is taken up again after each failure', async () => {
		for (const _time of [1, 2, 3]) {
			const { output, handover } = await receive('m1');
			expect(output).toBe('bot');
			services.leftTurns.leave(handover);
		}
	});

	test('stays a duplicate when the answer has gone out before', async () => {
		const { handover } = await receive('m1');
		await beforeReply(services, { ...ref, carried: handover, text: 'Hi!' });
		services.leftTurns.leave(handover);
		expect((await receive('m1')).output).toBe('duplicate');
	});

	test('waits for the store to be back', async () => {
		services.leftTurns.leave((await receive('m1')).handover);
		const change = jest.spyOn(services.store, 'change').mockRejectedValueOnce(new Error('away'));
		await expect(receive('m1')).rejects.toThrow('away');
		change.mockRestore();
		expect((await receive('m1')).output).toBe('bot');
	});
});

describe('a handover in which a node failed', () => {
	test.each([
		['the same message, sent again', 'm1', 'm1'],
		['the next message', 'm1', 'm2'],
		['the next message, where none has an id', undefined, undefined],
	])('is finished by %s', async (_case, first, next) => {
		await failInHandover(await receive(first));
		const again = await receive(next);
		expect(again).toMatchObject({
			output: 'bot',
			handover: { duplicate: false, trigger: { scenario: 'contactRequest' } },
		});
		expect((await receive('m3')).output).toBe('human');
	});
});

test('an item without a turn leaves nothing', () => {
	for (const carried of [undefined, null, 'text', {}, { messageSeq: 'one' }]) {
		expect(() => services.leftTurns.leave(carried)).not.toThrow();
	}
});

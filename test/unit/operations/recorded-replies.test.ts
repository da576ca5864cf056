import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { eraseConversation } from '../../../handover/operations/conversation-view';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { HandoverError } from '../../../handover/errors';
import { repeatStage } from '../../builders/repeat-stage';
import { BURST } from '../../builders/turn-stage';

const { stage, ref, send, answer, deliver, again, handOver } = repeatStage();

describe('a message that comes again', () => {
	test('brings what it was answered with, under the number that it went out with', async () => {
		const { handover } = await deliver('m1');
		const sent = await answer(handover, 'We open at nine.');
		expect(sent.handover).toMatchObject({ reply: 'We open at nine.', replySeq: 2 });
		for (const _time of [1, 2]) {
			expect(await again('m1')).toEqual([{ text: 'We open at nine.', seq: 2 }]);
		}
		const { transcript } = (await stage.services.store.read(ref))!;
		expect(transcript).toHaveLength(2);
	});

	test('brings its own answer after others, and all of several', async () => {
		const first = await deliver('m1');
		await answer(first.handover, 'one');
		await answer(first.handover, 'and one more');
		const second = await deliver('m2');
		await answer(second.handover, 'two');
		expect(await again('m1')).toEqual([
			{ text: 'one', seq: 2 },
			{ text: 'and one more', seq: 3 },
		]);
		expect(await again('m2')).toEqual([{ text: 'two', seq: 5 }]);
	});

	test('brings one text where a node that was tried again has written it twice, as the last try did', async () => {
		const { handover } = await deliver('m1');
		for (const text of ['One moment.', 'Nine.', 'Nine.', 'One moment.']) {
			await answer(handover, text);
		}
		expect(await again('m1')).toEqual([
			{ text: 'One moment.', seq: 2 },
			{ text: 'Nine.', seq: 4 },
			{ text: 'One moment.', seq: 5 },
		]);
	});

	test('brings nothing while it is being answered, nor what was never answered', async () => {
		await deliver('m1');
		expect(await again('m1')).toEqual([]);
		await recordHumanReply(stage.services, ref, { text: 'Hi', messageId: 'h1' });
		expect(await again('h1')).toEqual([]);
		const { output, handover } = await deliver('m2');
		expect([output, handover.recordedReplies]).toEqual(['human', []]);
		expect(await again('m2')).toEqual([]);
	});

	test('brings the answer of a burst with the message that was answered, and no other one', async () => {
		const turns = [await send('m1', 'a', BURST), await send('m2', 'b', BURST)];
		stage.services.clock.advance(3_000);
		const [, last] = await Promise.all(turns.map(({ turn }) => turn));
		await answer(last!.handover, 'to both');
		expect(await again('m1')).toEqual([]);
		expect(await again('m2')).toEqual([{ text: 'to both', seq: 3 }]);
	});

	test('brings nothing that is not in the transcript any more', async () => {
		const { handover } = await deliver('m1');
		await answer(handover);
		await (
			await send('m2', 'x', { keepMessages: 2 })
		).turn;
		await (
			await send('m3', 'x', { keepMessages: 2, orderPatience: 0 })
		).turn;
		expect(await again('m1')).toEqual([]);
	});

	test('brings nothing of a conversation that was erased and begun anew', async () => {
		const { handover } = await deliver('m1');
		await answer(handover);
		const received = await receiveMessage(stage.services, { ...ref, messageId: 'm1', text: 'm1' });
		await eraseConversation(stage.services, ref);
		stage.services.clock.advance(1);
		const anew = await deliver('m1');
		await answer(anew.handover, 'of another one');
		const { handover: late } = await awaitTurn(stage.services, received);
		expect(late.recordedReplies).toEqual([]);
	});

	test('is no duplicate when nobody can say what it was answered with', async () => {
		const { handover } = await deliver('m1');
		await answer(handover);
		const received = await receiveMessage(stage.services, { ...ref, messageId: 'm1', text: 'm1' });
		const unavailable = new HandoverError('STORE_UNAVAILABLE', 'The store is away.');
		const snapshot = jest.spyOn(stage.services.store, 'snapshot').mockRejectedValue(unavailable);
		await expect(awaitTurn(stage.services, received)).rejects.toThrow(unavailable);
		snapshot.mockRestore();
		expect(await again('m1')).toHaveLength(1);
	});
});

describe('after a takeover', () => {
	const takeovers: Array<[string, () => Promise<unknown>]> = [
		['a human types', async () => await recordHumanReply(stage.services, ref, { text: 'Hi' })],
		[
			'another message hands over',
			async () => await handOver((await deliver('m2')).handover, 'createTask'),
		],
		['it is closed', async () => await closeConversation(stage.services, ref, null)],
	];
	test.each(takeovers)('an answer is not said again: %s', async (_how, takeOver) => {
		const { handover } = await deliver('m1');
		await answer(handover);
		expect(await again('m1')).toHaveLength(1);
		await takeOver();
		expect(await again('m1')).toEqual([]);
		await returnToBot(stage.services, ref, 'handedBack', null).catch(() => undefined);
		expect(await again('m1')).toEqual([]);
	});

	test('an answer that is followed by a handover in the same turn is not said again, the closing message is', async () => {
		const { handover } = await deliver('m1');
		await answer(handover, 'One moment.');
		await handOver(handover, 'createTask', 'sendClosingMessage');
		expect(await again('m1')).toEqual([{ text: DEFAULT_CLOSING_MESSAGE, seq: 3 }]);
	});
});

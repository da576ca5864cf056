import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { awaitTurn } from '../../../handover/operations/await-turn';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { repeatStage } from '../../builders/repeat-stage';

const { stage, ref, answer, deliver, again, handOver, leave } = repeatStage();

describe('what was said again and comes back as an echo', () => {
	const MINUTES = 60_000;
	const echo = async (text: string) => await recordHumanReply(stage.services, ref, { text });

	test('is no takeover, however long after the answer, and however much was said since', async () => {
		const { handover } = await deliver('m1');
		await answer(handover, 'We open at nine.');
		for (const messageId of ['m2', 'm3', 'm4', 'm5']) {
			await answer((await deliver(messageId)).handover, `to ${messageId}`);
		}
		stage.services.clock.advance(3 * MINUTES);
		expect(await again('m1')).toHaveLength(1);
		expect(await again('m2')).toHaveLength(1);
		stage.services.clock.advance(1 * MINUTES);
		for (const text of [' We  open at nine.', 'to m2', 'We open at nine.']) {
			expect((await echo(text)).owner).toBe('bot');
		}
		// Nobody has said this one again.
		expect((await echo('to m3')).owner).toBe('human');
	});

	test('is an echo for as long as that of an answer is', async () => {
		const { handover } = await deliver('m1');
		await answer(handover, 'We open at nine.');
		stage.services.clock.advance(3 * MINUTES);
		await again('m1');
		stage.services.clock.advance(2 * MINUTES);
		expect((await echo('We open at nine.')).owner).toBe('human');
	});

	test.each([
		['once', 1],
		['often', 40],
	])('is written down in few words: %s', async (_title, times) => {
		const { handover } = await deliver('m1');
		await answer(handover);
		for (let time = 0; time < times; time++) await again('m1');
		const { conversation } = (await stage.services.store.read(ref))!;
		expect(conversation.saidAgain).toEqual([{ seq: 1, at: stage.services.clock.now() }]);
	});

	test('leaves no more turns behind than may still echo', async () => {
		for (const messageId of ['m1', 'm2']) {
			await answer((await deliver(messageId)).handover);
			await again(messageId);
			stage.services.clock.advance(3 * MINUTES);
		}
		await again('m2');
		const { saidAgain } = (await stage.services.store.read(ref))!.conversation;
		expect(saidAgain.map(({ seq }) => seq)).toEqual([3]);
	});

	test('writes nothing where there is nothing to say', async () => {
		await deliver('m1');
		const received = await receiveMessage(stage.services, { ...ref, messageId: 'm1', text: 'm1' });
		const change = jest.spyOn(stage.services.store, 'change');
		expect((await awaitTurn(stage.services, received)).handover.recordedReplies).toEqual([]);
		expect(change).not.toHaveBeenCalled();
		change.mockRestore();
	});

	const closings: Array<[string, (handover: HandoverData) => Promise<unknown>]> = [
		['with a duplicate', async () => expect(await again('m1')).toHaveLength(1)],
		[
			'with the run that finishes the handover',
			async (handover) => {
				await leave(handover);
				const resumed = await deliver('m1');
				const { reply } = await handOver(resumed.handover, 'sendClosingMessage', 'createTask');
				expect(reply).toBe(DEFAULT_CLOSING_MESSAGE);
			},
		],
	];
	test.each(closings)(
		'is no human who answers: the closing message, %s',
		async (_how, sayAgain) => {
			const { handover } = await deliver('m1');
			const carried = await handOver(handover, 'sendClosingMessage');
			stage.services.clock.advance(3 * MINUTES);
			await sayAgain(carried);
			stage.services.clock.advance(1 * MINUTES);
			expect((await echo(DEFAULT_CLOSING_MESSAGE)).owner).toBe('waiting');
			const { conversation, handovers } = (await stage.services.store.read(ref))!;
			expect(conversation.lastHumanReplyAt).toBeNull();
			expect(handovers[0]!.staffing.acceptedAt).toBeNull();
		},
	);
});

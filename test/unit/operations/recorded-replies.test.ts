import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import type { ActionKind } from '../../../handover/conversation/handover';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { acceptHandover } from '../../../handover/operations/accept-handover';
import { eraseConversation } from '../../../handover/operations/conversation-view';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { HandoverError } from '../../../handover/errors';
import { aMember } from '../../builders/staff';
import { BURST, turnStage } from '../../builders/turn-stage';

const stage = turnStage();
const { ref, send, answer } = stage;
const TRIGGER = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };

const deliver = async (messageId: string, text = messageId) =>
	await (
		await send(messageId, text)
	).turn;
const again = async (messageId: string) => {
	const { output, handover } = await deliver(messageId);
	expect([output, handover.duplicate, handover.reply]).toEqual(['duplicate', true, null]);
	return handover.recordedReplies;
};
const handOver = async (handover: HandoverData, ...kinds: ActionKind[]) => {
	let carried: HandoverData = { ...handover, trigger: TRIGGER };
	for (const kind of kinds) {
		carried = (await performAction(stage.services, kind, { ...ref, carried })).handover;
	}
	return carried;
};

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

describe('the closing message', () => {
	beforeEach(async () => await stage.services.store.saveStaff([aMember('ana')]));

	test('comes again with its message until a human answers', async () => {
		const { handover } = await deliver('m1');
		const kinds = ['assignConversation', 'sendClosingMessage', 'pauseBot'] as const;
		expect(await handOver(handover, ...kinds)).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			replySeq: 2,
			owner: 'human',
		});
		const recorded = [{ text: DEFAULT_CLOSING_MESSAGE, seq: 2 }];
		expect(await again('m1')).toEqual(recorded);
		await acceptHandover(stage.services, ref, { staffId: 'ana' });
		expect(await again('m1')).toEqual(recorded);
		await recordHumanReply(stage.services, ref, { text: 'Ana here', staffId: 'ana' });
		expect(await again('m1')).toEqual([]);
	});

	test('does not come again once the bot has the conversation back, or another handover is open', async () => {
		const { handover } = await deliver('m1');
		await handOver(handover, 'sendClosingMessage');
		await returnToBot(stage.services, ref, 'handedBack', null);
		expect(await again('m1')).toEqual([]);
		await handOver((await deliver('m2')).handover, 'sendClosingMessage');
		expect(await again('m1')).toEqual([]);
		expect(await again('m2')).toEqual([{ text: DEFAULT_CLOSING_MESSAGE, seq: 4 }]);
	});

	test('comes with the message whose flow sent it, though another one opened the handover', async () => {
		const { handover } = await deliver('m1');
		await handOver(handover, 'createTask');
		stage.services.leftTurns.leave(stage.services, { ...handover, trigger: TRIGGER });
		await stage.services.leftTurns.write(stage.services);
		const next = await deliver('m2');
		expect(next.output).toBe('bot');
		await handOver(next.handover, 'createTask', 'sendClosingMessage');
		expect(await again('m1')).toEqual([]);
		expect(await again('m2')).toEqual([{ text: DEFAULT_CLOSING_MESSAGE, seq: 3 }]);
	});

	test('of a flow that lacks an action is handed out as one that went out before, as often as its message comes', async () => {
		const kinds = ['createTask', 'sendClosingMessage', 'pauseBot'] as const;
		const first = await handOver((await deliver('m1')).handover, ...kinds);
		expect(first).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, repeated: false });
		for (const _time of [1, 2]) {
			stage.services.clock.advance(11 * 60_000);
			const { output, handover } = await deliver('m1');
			expect([output, handover.duplicate]).toEqual(['bot', false]);
			expect(await handOver(handover, ...kinds)).toMatchObject({
				reply: DEFAULT_CLOSING_MESSAGE,
				replySeq: 2,
				repeated: true,
				duplicate: false,
			});
		}
	});

	test('that is sent late is none that went out before, though its message came again', async () => {
		const { handover } = await deliver('m1');
		const before = await handOver(handover, 'createTask');
		stage.services.leftTurns.leave(stage.services, before);
		await stage.services.leftTurns.write(stage.services);
		const resumed = await deliver('m1');
		expect(await handOver(resumed.handover, 'createTask', 'sendClosingMessage')).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			repeated: false,
		});
	});

	test('of a flow that died behind it is handed out when the same message finishes the handover', async () => {
		const { handover } = await deliver('m1');
		const before = await handOver(handover, 'sendClosingMessage');
		stage.services.leftTurns.leave(stage.services, before);
		await stage.services.leftTurns.write(stage.services);
		const resumed = await deliver('m1');
		expect(resumed.output).toBe('bot');
		expect(await handOver(resumed.handover, 'sendClosingMessage', 'createTask')).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			replySeq: 2,
		});
	});
	test('is said once, whatever an earlier run of its message does when it goes on', async () => {
		const first = await deliver('m1');
		stage.services.clock.advance(11 * 60_000);
		const second = await deliver('m1');
		const said = await handOver(second.handover, 'createTask', 'sendClosingMessage');
		expect(said.reply).toBe(DEFAULT_CLOSING_MESSAGE);
		expect((await handOver(first.handover, 'createTask', 'sendClosingMessage')).reply).toBeNull();
	});

	test('is handed out to the run that finishes the handover, and to none before it', async () => {
		const first = await deliver('m1');
		const before = await handOver(first.handover, 'sendClosingMessage');
		stage.services.leftTurns.leave(stage.services, before);
		await stage.services.leftTurns.write(stage.services);
		const second = await deliver('m1');
		expect(await handOver(second.handover, 'sendClosingMessage')).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			repeated: true,
		});
		expect((await handOver(first.handover, 'sendClosingMessage')).reply).toBeNull();
	});

	test('does not keep a run that fails behind it from being left once more', async () => {
		let { handover } = await deliver('m1');
		for (const _time of [1, 2, 3]) {
			const before = await handOver(handover, 'createTask', 'sendClosingMessage');
			stage.services.leftTurns.leave(stage.services, before);
			await stage.services.leftTurns.write(stage.services);
			const next = await deliver('m1');
			expect(next.output).toBe('bot');
			({ handover } = next);
		}
	});

	test('whose commit was not heard of did not go out before', async () => {
		const { handover } = await deliver('m1');
		const { store } = stage.services;
		const change = store.change.bind(store);
		jest.spyOn(store, 'change').mockImplementationOnce(async (...args) => {
			await change(...args);
			throw new HandoverError('STORE_UNAVAILABLE', 'The answer was lost.');
		});
		expect(await handOver(handover, 'sendClosingMessage')).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			replySeq: 2,
			repeated: false,
		});
	});
});

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
				stage.services.leftTurns.leave(stage.services, handover);
				await stage.services.leftTurns.write(stage.services);
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

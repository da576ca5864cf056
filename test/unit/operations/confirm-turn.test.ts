import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { beforeReply } from '../../../handover/operations/before-reply';
import { eraseConversation } from '../../../handover/operations/conversation-view';
import { closeConversation } from '../../../handover/operations/own-conversation';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { confirmStage, CONFIRM } from '../../builders/confirm-stage';
import { aMember } from '../../builders/staff';

const { stage, ref, write, confirm, again, act, watched, attempts, eventsOf, comesBack } =
	confirmStage();

/** What it says is in the transcript as `seq`. */
const ANSWERED = [{ text: 'an answer', seq: 2 }];

describe('a turn that was answered', () => {
	test('comes back until it is confirmed, with what it was answered with, under the same number', async () => {
		const sent = await stage.answer((await write()).handover);
		expect(sent.handover.replySeq).toBe(2);
		await comesBack();
		const { output, handover } = await again();
		expect([output, handover.recordedReplies]).toEqual(['duplicate', ANSWERED]);
		expect(await confirm({ ...handover, reply: 'an answer', replySeq: 2 })).toBe(true);
		expect(await watched()).toBe(0);
		await stage.pass(600);
		expect(await stage.raisedOf()).toHaveLength(1);
		expect(await stage.authors()).toEqual(['contact', 'bot']);
	});

	test('is confirmed behind an item of the channel, unless that says that it has failed', async () => {
		const sent = await stage.answer((await write()).handover);
		expect(await confirm(sent.handover, { isReplaced: true, isRefused: true })).toBe(false);
		await comesBack();
		const { handover } = await again();
		expect(await confirm(handover, { isReplaced: true, isRefused: true })).toBe(false);
		expect(await confirm(handover, { isReplaced: true })).toBe(true);
	});

	test('and confirmed does not come back, nor is it confirmed twice', async () => {
		const { handover } = await stage.answer((await write()).handover);
		expect(await confirm(handover)).toBe(true);
		expect(await confirm(handover)).toBe(false);
		await stage.pass(600);
		expect(await stage.raisedOf()).toEqual([]);
	});

	test('has its time once more, counted from the answer', async () => {
		const { handover } = await write();
		await stage.pass(50);
		await stage.answer(handover);
		await stage.pass(60);
		expect(await stage.raisedOf()).toEqual([]);
		await stage.pass(1);
		expect(await stage.raisedOf()).toMatchObject([{ raised: 1 }]);
	});

	test('keeps nobody waiting, and is not what the bot has left open', async () => {
		await stage.answer((await write()).handover);
		const next = await stage.write('next', { ...CONFIRM, orderPatience: 10 });
		expect(next.output).toBe('bot');
		await stage.answer(next.handover);
		expect(await stage.openTurns()).toMatchObject([{ seq: 1 }, { seq: 3 }]);
		await recordHumanReply(stage.services, ref, { text: 'I am here', staffId: null });
		const { conversation } = await stage.services.store.snapshot(ref, {});
		expect(conversation).toMatchObject({ missed: { fromSeq: 5 }, openTurns: [] });
	});

	test('comes back at once when its process is gone', async () => {
		await stage.answer((await write()).handover);
		stage.alive.delete('here/1/a');
		await stage.pass(1);
		expect(await stage.raisedOf()).toMatchObject([{ raised: 1 }]);
	});

	test('three times in vain calls a human, whom the flow then finds', async () => {
		await stage.answer((await write()).handover);
		for (let times = 0; times < 4; times++) await comesBack();
		expect(await stage.owner()).toBe('waiting');
		const { output, handover } = await again();
		expect(output).toBe('bot');
		expect(handover.trigger).toMatchObject({
			scenario: 'lackOfInformation',
			evidence: [{ source: 'flow', rule: 'notConfirmed' }],
		});
		const closed = await act(handover, ACTION_KINDS);
		expect(closed.reply).toBe(DEFAULT_CLOSING_MESSAGE);
		expect(await confirm(closed)).toBe(true);
		expect(await watched()).toBe(0);
	});
});

describe('a turn that was handed over', () => {
	beforeEach(async () => {
		const staff = [aMember('ana'), aMember('head', { fallbackContact: true, enabled: false })];
		await stage.services.store.saveStaff(staff);
	});
	const done = ACTION_KINDS.map((kind) => [kind, 'done', 1]);

	test('and left half way comes back: what is done is not done again, the rest is', async () => {
		await act((await write()).handover, ['assignConversation', 'createTask', 'sendClosingMessage']);
		await comesBack();
		const { output, handover } = await again();
		expect([output, handover.trigger?.scenario]).toEqual(['bot', 'contactRequest']);
		const closed = await act(handover, ACTION_KINDS);
		expect(await attempts()).toEqual(done);
		expect(closed).toMatchObject({ reply: DEFAULT_CLOSING_MESSAGE, replySeq: 2, repeated: true });
		expect(await confirm(closed)).toBe(true);
		await stage.pass(600);
		expect(await stage.raisedOf()).toHaveLength(1);
	});

	test('comes back at once when the process dies that carries it out, and when the next one does', async () => {
		await act((await write()).handover, ['assignConversation']);
		stage.alive.delete('here/1/a');
		const there = { ...stage.services, runner: stage.runner('there/1/b') };
		await stage.pass(1);
		await act((await again('m', there)).handover, ['createTask'], there);
		stage.alive.delete('there/1/b');
		await stage.pass(6);
		expect(await stage.raisedOf()).toMatchObject([{ raised: 1 }, { raised: 2 }]);
		stage.alive.add('here/1/a');
		await confirm(await act((await again()).handover, ACTION_KINDS));
		expect(await attempts()).toEqual(done);
		expect(await watched()).toBe(0);
	});

	test('comes back within seconds where a node of ours has failed', async () => {
		const carried = await act((await write()).handover, ['assignConversation']);
		stage.leave(carried);
		await stage.pass(1);
		expect(await stage.raisedOf()).toMatchObject([{ raised: 1 }]);
	});

	test('and done, but not sent, comes back as a duplicate with the closing message', async () => {
		await act((await write()).handover, ACTION_KINDS);
		await comesBack();
		const { output, handover } = await again();
		expect(output).toBe('duplicate');
		expect(handover.recordedReplies).toEqual([{ text: DEFAULT_CLOSING_MESSAGE, seq: 2 }]);
		expect(await confirm(handover)).toBe(false);
		expect(await confirm({ ...handover, replySeq: 2 })).toBe(true);
		expect(await watched()).toBe(0);
	});

	test('three times in vain is alerted to the assignee and the contacts, once, and by an event', async () => {
		await act((await write()).handover, ['assignConversation']);
		for (let times = 0; times < 3; times++) await comesBack();
		expect(await stage.told()).toEqual([]);
		await stage.pass(1_000);
		expect(await stage.told()).toEqual([
			['ana', 'turnUnconfirmed'],
			['head', 'turnUnconfirmed'],
		]);
		const [event, ...more] = await eventsOf('turn.unconfirmed');
		expect(event).toMatchObject({
			handoverId: expect.any(String),
			data: { alerted: 2, raised: 3 },
		});
		expect([more, await watched()]).toEqual([[], 0]);
		// The contact's next message still finishes it.
		expect((await write('next')).output).toBe('bot');
	});

	test('and has no id is alerted after the first time, for it cannot come back', async () => {
		await act((await write(null)).handover, ['assignConversation']);
		await stage.pass(61);
		expect(await stage.raisedOf()).toEqual([]);
		expect(await eventsOf('turn.unconfirmed')).toHaveLength(1);
	});

	test.each([
		['a human has answered', async () => void (await reply())],
		['it was closed', async () => void (await closeConversation(stage.services, ref, null))],
		['it was erased', async () => void (await eraseConversation(stage.services, ref))],
	])('does not come back when %s', async (_what, happens) => {
		await act((await write()).handover, ['assignConversation']);
		await happens();
		expect(await watched()).toBe(0);
		await stage.pass(120);
		expect(await stage.raisedOf()).toEqual([]);
	});
	const reply = async () =>
		await recordHumanReply(stage.services, ref, { text: 'Ana here', staffId: 'ana' });

	test('ends the watch of the turns before it, which are the human’s now', async () => {
		await stage.answer((await write('before')).handover);
		await act((await write()).handover, ['assignConversation']);
		expect(await stage.openTurns()).toMatchObject([{ seq: 3 }]);
	});

	test('outlives an answer of its own that is dropped, as of an agent that has called a human', async () => {
		const carried = await act((await write()).handover, ['assignConversation']);
		expect((await stage.answer(carried)).output).toBe('drop');
		await comesBack();
		expect((await again()).output).toBe('bot');
	});
});

describe('a confirmation', () => {
	test('of an answer that was dropped, for a human has it, changes nothing', async () => {
		const { handover } = await write();
		await recordHumanReply(stage.services, ref, { text: 'I am here', staffId: null });
		const dropped = await stage.answer(handover);
		expect(dropped.output).toBe('drop');
		expect(await confirm(dropped.handover)).toBe(false);
	});

	test('ends a turn to which the flow has nothing to say', async () => {
		const { handover } = await write();
		expect(await confirm(handover)).toBe(true);
		await stage.pass(120);
		expect(await stage.raisedOf()).toEqual([]);
		stage.services.clock.advance(11 * 60_000);
		expect((await write()).output).toBe('duplicate');
	});

	test('by a run whose turn was taken up since leaves it to the later one', async () => {
		const first = (await write()).handover;
		await comesBack();
		const second = await again();
		expect(await confirm((await stage.answer(first)).handover)).toBe(false);
		expect(await confirm((await stage.answer(second.handover)).handover)).toBe(true);
	});

	test('by a run that was slow counts as long as nobody has taken the turn up', async () => {
		const first = await stage.answer((await write()).handover);
		await comesBack();
		expect(await confirm(first.handover)).toBe(true);
		expect(await again()).toMatchObject({ output: 'duplicate', handover: { recordedReplies: [] } });
	});

	test('by a duplicate does not end what another run is about', async () => {
		const { handover } = await write();
		const duplicate = (await write()).handover;
		expect(duplicate.duplicate).toBe(true);
		expect(await confirm(duplicate)).toBe(false);
		await act(handover, ['sendClosingMessage']);
		const half = (await write()).handover;
		expect(half.recordedReplies).toHaveLength(1);
		expect(await confirm(half)).toBe(false);
	});

	test('by a duplicate counts with the last of several answers', async () => {
		const { handover } = await write();
		for (const text of ['one', 'two']) {
			await beforeReply(stage.services, { ...ref, carried: handover, text });
		}
		await comesBack();
		const duplicate = (await again()).handover;
		expect(duplicate.recordedReplies.map(({ seq }) => seq)).toEqual([2, 3]);
		expect(await confirm({ ...duplicate, replySeq: 2 })).toBe(false);
		expect(await confirm({ ...duplicate, replySeq: 3 })).toBe(true);
	});

	test.each([
		['without a turn', () => ({ ...ref }), 'MESSAGE_NOT_ADMITTED'],
		['that is no item', () => null, 'MESSAGE_NOT_ADMITTED'],
		['without a conversation', () => ({ messageSeq: 1 }), 'CONVERSATION_ID_MISSING'],
		['of another store', () => ({ ...ref, messageSeq: 1, epoch: 0 }), 'CONVERSATION_UNKNOWN'],
	])('%s is an error', async (_what, item, code) => {
		await expect(confirm(item() as object)).rejects.toMatchObject({ code });
	});

	test('of what was erased, and begun anew, is an error and ends nothing', async () => {
		const { handover } = await stage.answer((await write()).handover);
		await eraseConversation(stage.services, ref);
		stage.services.clock.advance(1);
		await stage.answer((await write()).handover);
		await expect(confirm(handover)).rejects.toMatchObject({ code: 'CONVERSATION_UNKNOWN' });
		expect(await watched()).toBe(1);
	});

	test('where the Gate asks for none, changes nothing', async () => {
		const { handover } = await stage.answer((await stage.write()).handover);
		expect(await watched()).toBe(0);
		expect(await confirm(handover)).toBe(false);
	});
});

test('a turn that comes back once more than it has to leaves no trace of saying anything again', async () => {
	const { handover } = await stage.write();
	await stage.pass(61);
	await stage.answer(handover);
	const { output, handover: late } = await again();
	expect([output, late.recordedReplies]).toEqual(['duplicate', []]);
	const { conversation } = await stage.services.store.snapshot(ref, {});
	expect(conversation?.saidAgain).toEqual([]);
	// Its channel may not have heard it.
	expect((await stage.write()).handover.recordedReplies).toEqual(ANSWERED);
});

import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { beforeReply } from '../../../handover/operations/before-reply';
import { confirmStage } from '../../builders/confirm-stage';
import { aMember } from '../../builders/staff';

const { stage, ref, write, confirm, again, act, watched, eventsOf, comesBack } = confirmStage();

beforeEach(async () => await stage.services.store.saveStaff([aMember('ana')]));

describe('where a human was called meanwhile', () => {
	test('the run that answered confirms nothing of what is left to do', async () => {
		const answered = await stage.answer((await write()).handover);
		for (let times = 0; times < 4; times++) await comesBack();
		expect(await confirm(answered.handover)).toBe(false);
		const closed = await act((await again()).handover, ACTION_KINDS);
		expect(await confirm(answered.handover)).toBe(false);
		expect(await confirm(closed)).toBe(true);
		expect(await watched()).toBe(0);
	});

	test('nor does one whose message has no id', async () => {
		const { handover } = await write(null);
		await stage.pass(61);
		expect(await stage.owner()).toBe('waiting');
		const dropped = await stage.answer(handover);
		expect(dropped.output).toBe('drop');
		expect(await confirm(dropped.handover)).toBe(false);
		await stage.pass(130);
		expect(await eventsOf('turn.unconfirmed')).toHaveLength(1);
	});
});

describe('where the next message finishes the handover', () => {
	test('that one comes back until it is confirmed, and not the first', async () => {
		await act((await write()).handover, ['assignConversation']);
		stage.alive.delete('here/1/a');
		const there = { ...stage.services, runner: stage.runner('there/1/b') };
		const next = await write('next', there);
		expect(next.output).toBe('bot');
		await act(next.handover, ACTION_KINDS, there);
		stage.alive.delete('there/1/b');
		stage.alive.add('here/1/a');
		await stage.pass(1);
		expect(await stage.raisedOf()).toMatchObject([{ messageId: 'next', raised: 1 }]);
		const { output, handover } = await again('next');
		expect(output).toBe('duplicate');
		expect(handover.recordedReplies).toEqual([{ text: DEFAULT_CLOSING_MESSAGE, seq: 3 }]);
		expect(await confirm({ ...handover, replySeq: 3 })).toBe(true);
		expect(await watched()).toBe(0);
	});

	test('the first comes back all the same where the closing message was an answer to that', async () => {
		await act((await write()).handover, ['assignConversation', 'sendClosingMessage']);
		stage.alive.delete('here/1/a');
		const there = { ...stage.services, runner: stage.runner('there/1/b') };
		const next = await act((await write('next', there)).handover, ACTION_KINDS, there);
		expect(next.reply).toBeNull();
		expect(await confirm(next, {}, there)).toBe(false);
		await stage.pass(1);
		expect(await stage.raisedOf()).toMatchObject([{ messageId: 'm', raised: 1 }]);
		const { handover } = await again('m', there);
		expect(handover.recordedReplies).toEqual([{ text: DEFAULT_CLOSING_MESSAGE, seq: 2 }]);
	});

	test('nobody is alerted of the first, which cannot come back', async () => {
		const carried = await act((await write(null)).handover, ['assignConversation']);
		stage.leave(carried);
		await stage.services.leftTurns.write(stage.services);
		const closed = await act((await write('next')).handover, ACTION_KINDS);
		expect(await confirm(closed)).toBe(true);
		await stage.pass(1_000);
		expect(await eventsOf('turn.unconfirmed')).toEqual([]);
	});
});

test('of several answers to one turn, the last one confirms it', async () => {
	const { handover } = await write();
	const say = async (text: string) =>
		(await beforeReply(stage.services, { ...ref, carried: handover, text })).handover;
	const [one, two] = [await say('one'), await say('two')];
	expect(await confirm(one)).toBe(false);
	expect(await confirm(two)).toBe(true);
	expect(await watched()).toBe(0);
});

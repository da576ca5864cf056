import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { acceptHandover } from '../../../handover/operations/accept-handover';
import { returnToBot } from '../../../handover/operations/own-conversation';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { HandoverError } from '../../../handover/errors';
import { aMember } from '../../builders/staff';
import { repeatStage, TRIGGER } from '../../builders/repeat-stage';

const { stage, ref, deliver, again, handOver, leave } = repeatStage();

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
		await leave({ ...handover, trigger: TRIGGER });
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
		await leave(before);
		const resumed = await deliver('m1');
		expect(await handOver(resumed.handover, 'createTask', 'sendClosingMessage')).toMatchObject({
			reply: DEFAULT_CLOSING_MESSAGE,
			repeated: false,
		});
	});

	test('of a flow that died behind it is handed out when the same message finishes the handover', async () => {
		const { handover } = await deliver('m1');
		const before = await handOver(handover, 'sendClosingMessage');
		await leave(before);
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
		await leave(before);
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
			await leave(before);
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

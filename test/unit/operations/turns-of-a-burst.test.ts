import { awaitTurn } from '../../../handover/operations/await-turn';
import { closeConversation } from '../../../handover/operations/own-conversation';
import { LeftTurns } from '../../../handover/operations/left-turns';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { BURST, turnStage } from '../../builders/turn-stage';

const stage = turnStage();
const { ref, send, settle, answer } = stage;
const SECOND = 1000;

describe('a burst', () => {
	test('is answered once, by its last fragment, with all of its text', async () => {
		const first = await send('m1', 'hello', BURST);
		stage.services.clock.advance(SECOND);
		const second = await send('m2', 'my parcel', BURST);
		await settle();
		expect([first.done, second.done]).toEqual([true, false]);
		stage.services.clock.advance(2 * SECOND);
		const third = await send('m3', 'is late', BURST);
		stage.services.clock.advance(3 * SECOND);
		const [one, two, three] = await Promise.all([first.turn, second.turn, third.turn]);
		expect([one.output, two.output, three.output]).toEqual(['duplicate', 'duplicate', 'bot']);
		expect(one.handover.duplicate).toBe(false);
		expect(three.handover).toMatchObject({
			text: 'hello\nmy parcel\nis late',
			messageSeq: 3,
			turnFromSeq: 1,
		});
		expect((await answer(three.handover)).output).toBe('send');
		const file = await stage.services.store.read(ref);
		expect(file?.conversation).toMatchObject({ openTurns: [], burst: null });
	});

	test('each fragment is a duplicate when it is delivered again', async () => {
		const turns = [await send('m1', 'a', BURST), await send('m2', 'b', BURST)];
		stage.services.clock.advance(3 * SECOND);
		const [, last] = await Promise.all(turns.map(({ turn }) => turn));
		await answer(last!.handover);
		for (const id of ['m1', 'm2']) {
			const again = await receiveMessage(stage.services, {
				conversationId: 'c',
				messageId: id,
				text: 'x',
			});
			expect([again.output, again.handover.duplicate]).toEqual(['duplicate', true]);
		}
	});

	test('waits no longer than five windows for somebody who types on', async () => {
		const first = stage.services.clock.now();
		let taken = 0;
		for (let index = 0; index < 12; index++) {
			const { turn } = await send(`m${index}`, `${index}`, BURST);
			void turn.then(({ output }) => (taken += output === 'bot' ? 1 : 0));
			stage.services.clock.advance(2 * SECOND);
			await settle();
			if (taken) break;
		}
		expect(stage.services.clock.now() - first).toBeLessThanOrEqual(16 * SECOND);
		expect(taken).toBe(1);
	});

	test('a clear request for a human goes on at once, with what was written before', async () => {
		const first = await send('m1', 'my parcel is late', BURST);
		stage.services.classifier.next = { label: 'contactRequest' };
		const second = await send('m2', 'get me a human', BURST);
		const [one, two] = await Promise.all([first.turn, second.turn]);
		expect([one.output, two.output]).toEqual(['duplicate', 'bot']);
		expect(two.handover.text).toBe('my parcel is late\nget me a human');
	});

	test('of a human who takes over is the human’s', async () => {
		const first = await send('m1', 'hello', BURST);
		await recordHumanReply(stage.services, ref, { text: 'I am here' });
		expect((await first.turn).output).toBe('human');
		const again = await receiveMessage(stage.services, {
			conversationId: 'c',
			messageId: 'm1',
			text: 'x',
		});
		expect(again.output).toBe('duplicate');
	});

	test('that a dead process left is answered with the next message', async () => {
		await receiveMessage(
			stage.services,
			{ conversationId: 'c', messageId: 'm1', text: 'lost' },
			BURST,
		);
		const other = {
			...stage.services,
			runner: { id: 'there', isAlive: (id: string) => id === 'there' },
		};
		stage.services.clock.advance(3_600 * SECOND);
		const received = await receiveMessage(
			other,
			{ conversationId: 'c', messageId: 'm2', text: 'hello?' },
			BURST,
		);
		const turn = awaitTurn(other, received);
		stage.services.clock.advance(3 * SECOND);
		expect(await turn).toMatchObject({ output: 'bot', handover: { text: 'lost\nhello?' } });
	});

	test.each(['burst', 'order'])(
		'a %s wait that a redeploy ends leaves the message to be taken up by any process',
		async (why) => {
			if (why === 'order') await (await send('m0', 'before')).turn;
			const settings = why === 'burst' ? BURST : {};
			const closing = new AbortController();
			const held = await send('m1', 'hello', settings, { signal: closing.signal });
			await settle();
			expect(held.done).toBe(false);
			closing.abort();
			await expect(held.turn).rejects.toMatchObject({ code: 'STORE_CLOSED' });
			stage.services.silentBots.waitedInVain('default');
			const other = {
				...stage.services,
				leftTurns: new LeftTurns(),
				runner: { id: 'there', isAlive: () => true },
			};
			const message = { conversationId: 'c', messageId: 'm1', text: 'hello' };
			const again = await awaitTurn(other, await receiveMessage(other, message, settings));
			expect(again).toMatchObject({ output: 'bot', handover: { text: 'hello' } });
		},
	);

	test('the next message takes a fragment along that a redeploy left', async () => {
		const closing = new AbortController();
		const held = await send('m1', 'hello', BURST, { signal: closing.signal });
		closing.abort();
		await expect(held.turn).rejects.toMatchObject({ retryable: true });
		const next = await send('m2', 'anybody?', BURST);
		stage.services.clock.advance(3 * SECOND);
		expect((await next.turn).handover.text).toBe('hello\nanybody?');
	});

	test('a joined turn whose process dies is taken up again with all of its text', async () => {
		await send('m1', 'my order is 4711', BURST);
		const last = await send('m2', 'where is it?', BURST);
		stage.services.clock.advance(3 * SECOND);
		expect((await last.turn).output).toBe('bot');
		const other = {
			...stage.services,
			runner: { id: 'there', isAlive: (id: string) => id === 'there' },
		};
		const received = await receiveMessage(other, {
			conversationId: 'c',
			messageId: 'm2',
			text: 'where is it?',
		});
		const { output, handover } = await awaitTurn(other, received);
		expect([output, handover.text]).toEqual(['bot', 'my order is 4711\nwhere is it?']);
		expect(handover.turnFromSeq).toBe(1);
	});

	test('what is too much for one turn is the next one: nothing is lost', async () => {
		const turns = [];
		for (let index = 0; index < 50; index++)
			turns.push(await send(`m${index}`, `t${index}`, BURST));
		const texts: string[] = [];
		for (const { turn } of turns) {
			void turn.then(async ({ output, handover }) => {
				if (output !== 'bot') return;
				texts.push(...handover.text!.split('\n'));
				await answer(handover);
			});
		}
		for (let round = 0; round < 60; round++) {
			stage.services.clock.advance(SECOND);
			await settle();
		}
		expect(texts).toEqual(Array.from({ length: 50 }, (_, index) => `t${index}`));
		expect((await stage.services.store.read(ref))?.conversation.openTurns).toEqual([]);
	});

	test('keeps what is still to be joined, however few lines are kept', async () => {
		const settings = { ...BURST, keepMessages: 2 };
		const turns = [];
		for (const text of ['a', 'b', 'c', 'd']) turns.push(await send(text, text, settings));
		stage.services.clock.advance(3 * SECOND);
		expect((await turns.at(-1)!.turn).handover.text).toBe('a\nb\nc\nd');
	});

	test('does not come back after the conversation was closed, or erased and begun anew', async () => {
		const first = await send('m1', 'an old secret', BURST);
		await closeConversation(stage.services, ref, null);
		expect((await first.turn).output).toBe('human');
		const second = await send('m2', 'new topic', BURST);
		stage.services.clock.advance(3 * SECOND);
		expect((await second.turn).handover.text).toBe('new topic');
		await answer((await second.turn).handover);

		const third = await send('m3', 'to be erased', BURST);
		await stage.services.store.erase(ref);
		stage.services.clock.advance(SECOND);
		await (
			await send('m4', 'again')
		).turn;
		await expect(third.turn).rejects.toMatchObject({ code: 'CONVERSATION_UNKNOWN' });
	});

	test('waits by the time that passes, not by a clock that somebody sets', async () => {
		const only = await send('m1', 'hello', BURST);
		stage.services.clock.at -= 3_600 * SECOND;
		const next = await send('m2', 'there', BURST);
		stage.services.clock.advance(3 * SECOND);
		expect((await next.turn).handover.text).toBe('hello\nthere');
		expect((await only.turn).output).toBe('duplicate');
	});

	test('an error while it waits leaves the message to be taken up', async () => {
		const held = await receiveMessage(
			stage.services,
			{ conversationId: 'c', messageId: 'm1', text: 'x' },
			BURST,
		);
		jest.spyOn(stage.services.store, 'snapshot').mockRejectedValueOnce(new Error('busy'));
		await expect(awaitTurn(stage.services, held)).rejects.toThrow('busy');
		const again = await receiveMessage(stage.services, {
			conversationId: 'c',
			messageId: 'm1',
			text: 'x',
		});
		expect(again.output).toBe('bot');
	});

	test('two windows that are no windows are refused before anything is written', async () => {
		for (const burstWindow of [-1, 31, 'soon', ' ', Number.NaN, true]) {
			const sent = receiveMessage(
				stage.services,
				{ conversationId: 'c', text: 'x' },
				{ burstWindow },
			);
			await expect(sent).rejects.toMatchObject({ code: 'SETTINGS_INVALID' });
		}
		expect(await stage.services.store.read(ref)).toBeUndefined();
	});
});

import { awaitTurn, turnKey, type TurnOptions } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage, type ReceiveSettings } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { openTestServices, type TestServices } from '../../builders/services';

let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
});
afterEach(async () => await services.close());

const ref = { botId: 'default', conversationId: 'c' };
const BURST: ReceiveSettings = { burstWindow: 3, orderPatience: 10 };
const SECOND = 1000;

interface Watched {
	done: boolean;
	turn: ReturnType<typeof awaitTurn>;
}

/** Sends a message through the Gate; `done` says whether it has left. */
async function send(
	messageId: string,
	text: string,
	settings: ReceiveSettings = {},
	options: TurnOptions = {},
): Promise<Watched> {
	const message = { conversationId: 'c', messageId, text };
	const received = await receiveMessage(services, message, settings);
	const turn = awaitTurn(services, received, options);
	const watched = { done: false, turn };
	void turn.then(
		() => (watched.done = true),
		() => (watched.done = true),
	);
	return watched;
}

/** Lets everybody look around a few times. */
async function settle(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await services.clock.wait();
}

const answer = async (handover: HandoverData, text = 'an answer') =>
	await beforeReply(services, { ...ref, carried: handover, text });

describe('a burst', () => {
	test('is answered once, by its last fragment, with all of its text', async () => {
		const first = await send('m1', 'hello', BURST);
		services.clock.advance(SECOND);
		const second = await send('m2', 'my parcel', BURST);
		await settle();
		expect([first.done, second.done]).toEqual([true, false]);
		services.clock.advance(2 * SECOND);
		const third = await send('m3', 'is late', BURST);
		services.clock.advance(3 * SECOND);
		const [one, two, three] = await Promise.all([first.turn, second.turn, third.turn]);
		expect([one.output, two.output, three.output]).toEqual(['duplicate', 'duplicate', 'bot']);
		expect(one.handover.duplicate).toBe(false);
		expect(three.handover).toMatchObject({
			text: 'hello\nmy parcel\nis late',
			messageSeq: 3,
			turnFromSeq: 1,
		});
		expect((await answer(three.handover)).output).toBe('send');
		const file = await services.store.read(ref);
		expect(file?.conversation).toMatchObject({ openTurns: [], burst: null });
	});

	test('each fragment is a duplicate when it is delivered again', async () => {
		const turns = [await send('m1', 'a', BURST), await send('m2', 'b', BURST)];
		services.clock.advance(3 * SECOND);
		const [, last] = await Promise.all(turns.map(({ turn }) => turn));
		await answer(last!.handover);
		for (const id of ['m1', 'm2']) {
			const again = await receiveMessage(services, {
				conversationId: 'c',
				messageId: id,
				text: 'x',
			});
			expect([again.output, again.handover.duplicate]).toEqual(['duplicate', true]);
		}
	});

	test('waits no longer than five windows for somebody who types on', async () => {
		const first = services.clock.now();
		let taken = 0;
		for (let index = 0; index < 12; index++) {
			const { turn } = await send(`m${index}`, `${index}`, BURST);
			void turn.then(({ output }) => (taken += output === 'bot' ? 1 : 0));
			services.clock.advance(2 * SECOND);
			await settle();
			if (taken) break;
		}
		expect(services.clock.now() - first).toBeLessThanOrEqual(16 * SECOND);
		expect(taken).toBe(1);
	});

	test('a clear request for a human goes on at once, with what was written before', async () => {
		const first = await send('m1', 'my parcel is late', BURST);
		services.classifier.next = { label: 'contactRequest' };
		const second = await send('m2', 'get me a human', BURST);
		const [one, two] = await Promise.all([first.turn, second.turn]);
		expect([one.output, two.output]).toEqual(['duplicate', 'bot']);
		expect(two.handover.text).toBe('my parcel is late\nget me a human');
	});

	test('of a human who takes over is the human’s', async () => {
		const first = await send('m1', 'hello', BURST);
		await recordHumanReply(services, ref, { text: 'I am here' });
		expect((await first.turn).output).toBe('human');
		const again = await receiveMessage(services, {
			conversationId: 'c',
			messageId: 'm1',
			text: 'x',
		});
		expect(again.output).toBe('duplicate');
	});

	test('that a dead process left is answered with the next message', async () => {
		await receiveMessage(services, { conversationId: 'c', messageId: 'm1', text: 'lost' }, BURST);
		const other = { ...services, runner: { id: 'there', isAlive: (id: string) => id === 'there' } };
		services.clock.advance(3_600 * SECOND);
		const received = await receiveMessage(
			other,
			{ conversationId: 'c', messageId: 'm2', text: 'hello?' },
			BURST,
		);
		const turn = awaitTurn(other, received);
		services.clock.advance(3 * SECOND);
		expect(await turn).toMatchObject({ output: 'bot', handover: { text: 'lost\nhello?' } });
	});

	test.each(['burst', 'order'])(
		'a %s wait that a redeploy ends leaves the message to be taken up',
		async (why) => {
			if (why === 'order') await (await send('m0', 'before')).turn;
			const settings = why === 'burst' ? BURST : {};
			const closing = new AbortController();
			const held = await send('m1', 'hello', settings, { signal: closing.signal });
			await settle();
			expect(held.done).toBe(false);
			closing.abort();
			await expect(held.turn).rejects.toMatchObject({ code: 'STORE_CLOSED' });
			services.silentBots.waitedInVain('default');
			const again = await send('m1', 'hello', settings);
			expect(await again.turn).toMatchObject({ output: 'bot', handover: { text: 'hello' } });
		},
	);

	test('the next message takes a fragment along that a redeploy left', async () => {
		const closing = new AbortController();
		const held = await send('m1', 'hello', BURST, { signal: closing.signal });
		closing.abort();
		await expect(held.turn).rejects.toMatchObject({ retryable: true });
		const next = await send('m2', 'anybody?', BURST);
		services.clock.advance(3 * SECOND);
		expect((await next.turn).handover.text).toBe('hello\nanybody?');
	});

	test('a joined turn whose process dies is taken up again with all of its text', async () => {
		await send('m1', 'my order is 4711', BURST);
		const last = await send('m2', 'where is it?', BURST);
		services.clock.advance(3 * SECOND);
		expect((await last.turn).output).toBe('bot');
		const other = { ...services, runner: { id: 'there', isAlive: (id: string) => id === 'there' } };
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
			services.clock.advance(SECOND);
			await settle();
		}
		expect(texts).toEqual(Array.from({ length: 50 }, (_, index) => `t${index}`));
		expect((await services.store.read(ref))?.conversation.openTurns).toEqual([]);
	});

	test('keeps what is still to be joined, however few lines are kept', async () => {
		const settings = { ...BURST, keepMessages: 2 };
		const turns = [];
		for (const text of ['a', 'b', 'c', 'd']) turns.push(await send(text, text, settings));
		services.clock.advance(3 * SECOND);
		expect((await turns.at(-1)!.turn).handover.text).toBe('a\nb\nc\nd');
	});

	test('does not come back after the conversation was closed, or erased and begun anew', async () => {
		const first = await send('m1', 'an old secret', BURST);
		await closeConversation(services, ref, null);
		expect((await first.turn).output).toBe('human');
		const second = await send('m2', 'new topic', BURST);
		services.clock.advance(3 * SECOND);
		expect((await second.turn).handover.text).toBe('new topic');
		await answer((await second.turn).handover);

		const third = await send('m3', 'to be erased', BURST);
		await services.store.erase(ref);
		services.clock.advance(SECOND);
		await (
			await send('m4', 'again')
		).turn;
		await expect(third.turn).rejects.toMatchObject({ code: 'CONVERSATION_UNKNOWN' });
	});

	test('waits by the time that passes, not by a clock that somebody sets', async () => {
		const only = await send('m1', 'hello', BURST);
		services.clock.at -= 3_600 * SECOND;
		const next = await send('m2', 'there', BURST);
		services.clock.advance(3 * SECOND);
		expect((await next.turn).handover.text).toBe('hello\nthere');
		expect((await only.turn).output).toBe('duplicate');
	});

	test('an error while it waits leaves the message to be taken up', async () => {
		const held = await receiveMessage(
			services,
			{ conversationId: 'c', messageId: 'm1', text: 'x' },
			BURST,
		);
		const busy = Object.assign(Object.create(services.store) as typeof services.store, {
			snapshot: async () => await Promise.reject(new Error('busy')),
		});
		await expect(awaitTurn({ ...services, store: busy }, held)).rejects.toThrow('busy');
		const again = await receiveMessage(services, {
			conversationId: 'c',
			messageId: 'm1',
			text: 'x',
		});
		expect(again.output).toBe('bot');
	});

	test('two windows that are no windows are refused before anything is written', async () => {
		for (const burstWindow of [-1, 31, 'soon', ' ', Number.NaN, true]) {
			const sent = receiveMessage(services, { conversationId: 'c', text: 'x' }, { burstWindow });
			await expect(sent).rejects.toMatchObject({ code: 'SETTINGS_INVALID' });
		}
		expect(await services.store.read(ref)).toBeUndefined();
	});
});

describe('order', () => {
	test('a message waits for the answer to the one before it', async () => {
		const first = await (await send('m1', 'one')).turn;
		const second = await send('m2', 'two');
		await settle();
		expect(second.done).toBe(false);
		await answer(first.handover);
		expect((await second.turn).output).toBe('bot');
	});

	test('many messages go through one after the other, as they came', async () => {
		const order: number[] = [];
		const sent = [];
		for (let index = 0; index < 6; index++) sent.push(await send(`m${index}`, `${index}`));
		await Promise.all(
			sent.map(async ({ turn }) => {
				const { handover } = await turn;
				order.push(Number(handover.text));
				await answer(handover);
			}),
		);
		expect(order).toEqual([0, 1, 2, 3, 4, 5]);
	});

	test('a message behind a request for a human goes to the human', async () => {
		const first = await (await send('m1', 'a human please')).turn;
		const second = await send('m2', 'and my parcel?');
		await performAction(services, 'pauseBot', { ...ref, carried: first.handover });
		expect((await second.turn).output).toBe('human');
	});

	test.each([
		['its patience is over', async () => services.clock.advance(10 * SECOND + 1)],
		['the one before it failed', async (first: HandoverData) => services.leftTurns.leave(first)],
		[
			'the one before it was dropped',
			async (first: HandoverData) => await answer({ ...first, epoch: 7 }),
		],
	])('a message goes on when %s', async (_name, happen) => {
		const first = await (await send('m1', 'one')).turn;
		const second = await send('m2', 'two');
		await settle();
		expect(second.done).toBe(false);
		await happen(first.handover);
		expect((await second.turn).output).toBe('bot');
	});

	test('nobody waits for a turn that a dead process has', async () => {
		await send('m1', 'one');
		const other = { ...services, runner: { id: 'there', isAlive: (id: string) => id === 'there' } };
		const received = await receiveMessage(other, {
			conversationId: 'c',
			messageId: 'm2',
			text: 'b',
		});
		expect((await awaitTurn(other, received)).output).toBe('bot');
	});

	test('nobody waits without patience, nor for companions of the same conversation', async () => {
		await send('m1', 'one');
		expect((await (await send('m2', 'two', { orderPatience: 0 })).turn).output).toBe('bot');
		const others = new Set([1, 2].map((seq) => turnKey({ ...ref, conversationId: 'd' }, seq)));
		const third = await send('m3', 'three', {}, { companions: others });
		await settle();
		expect(third.done).toBe(false);
		const companions = new Set([1, 2, 3].map((seq) => turnKey(ref, seq)));
		expect((await (await send('m4', 'four', {}, { companions })).turn).output).toBe('bot');
		services.clock.advance(11 * SECOND);
		await third.turn;
	});

	test('a clear request for a human does not wait for a slow answer', async () => {
		await (
			await send('m1', 'one')
		).turn;
		services.classifier.next = { label: 'contactRequest' };
		expect((await (await send('m2', 'get me a human')).turn).output).toBe('bot');
	});

	test('a bot that never answers is waited for once', async () => {
		await (
			await send('m1', 'one')
		).turn;
		const second = await send('m2', 'two');
		services.clock.advance(10 * SECOND + 1);
		await second.turn;
		expect((await (await send('m3', 'three')).turn).output).toBe('bot');
		await answer((await (await send('m4', 'four')).turn).handover);
		const fifth = await (await send('m5', 'five')).turn;
		const sixth = await send('m6', 'six');
		await settle();
		expect(sixth.done).toBe(false);
		await answer(fifth.handover);
		await sixth.turn;
	});

	test('a turn that was never answered holds up one message, not all that follow', async () => {
		await answer((await (await send('m0', 'zero')).turn).handover);
		await (
			await send('m1', 'its bot fails')
		).turn;
		const second = await send('m2', 'two');
		services.clock.advance(10 * SECOND + 1);
		await answer((await second.turn).handover);
		expect((await (await send('m3', 'three')).turn).output).toBe('bot');
	});

	test('a flood of messages is let through, each once', async () => {
		const outputs = [];
		const companions = new Set(Array.from({ length: 250 }, (_, seq) => turnKey(ref, seq)));
		for (let index = 0; index < 250; index++) {
			outputs.push((await (await send(`m${index}`, 'x', {}, { companions })).turn).output);
		}
		expect(outputs.filter((output) => output === 'bot')).toHaveLength(250);
	});

	test('who waits while a conversation is closed and begun again is answered all the same', async () => {
		await (
			await send('m1', 'one')
		).turn;
		const received = await receiveMessage(services, {
			conversationId: 'c',
			messageId: 'm2',
			text: 'b',
		});
		await closeConversation(services, ref, null);
		await (
			await send('m3', 'three')
		).turn;
		const { output, handover } = await awaitTurn(services, received);
		expect(output).toBe('bot');
		expect((await answer(handover)).output).toBe('send');
	});

	test('the end of a conversation lets everybody go', async () => {
		await (
			await send('m1', 'one')
		).turn;
		const second = await send('m2', 'two');
		await closeConversation(services, ref, null);
		expect((await second.turn).output).toBe('human');
	});

	test('a turn that a handover overtook blocks nobody after it', async () => {
		const first = await (await send('m1', 'a human')).turn;
		await performAction(services, 'pauseBot', { ...ref, carried: first.handover });
		await returnToBot(services, ref, 'handedBack', null);
		expect((await (await send('m2', 'thanks')).turn).output).toBe('bot');
	});

	test('a conversation that was erased meanwhile is an error of its message', async () => {
		await (
			await send('m1', 'one')
		).turn;
		const second = await send('m2', 'two');
		await services.store.erase(ref);
		await expect(second.turn).rejects.toMatchObject({ code: 'CONVERSATION_UNKNOWN' });
	});
});

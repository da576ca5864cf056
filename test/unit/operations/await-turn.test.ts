import { awaitTurn, type TurnOptions } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { openTestServices, type TestServices } from '../../builders/services';

let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
});
afterEach(async () => await services.close());

const ref = { botId: 'default', conversationId: 'c' };
const BURST: TurnOptions = { burstWindow: 3, orderPatience: 10 };
const SECOND = 1000;

interface Watched {
	done: boolean;
	turn: ReturnType<typeof awaitTurn>;
}

/** Sends a message through the Gate; `done` says whether it has left. */
async function send(messageId: string, text: string, options: TurnOptions = {}): Promise<Watched> {
	const received = await receiveMessage(
		services,
		{ conversationId: 'c', messageId, text },
		options,
	);
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
		const turn = awaitTurn(other, received, BURST);
		services.clock.advance(3 * SECOND);
		expect(await turn).toMatchObject({ output: 'bot', handover: { text: 'lost\nhello?' } });
	});

	test('ends at once when the node closes', async () => {
		const closing = new AbortController();
		const only = await send('m1', 'hello', { ...BURST, signal: closing.signal });
		await settle();
		expect(only.done).toBe(false);
		closing.abort();
		expect((await only.turn).output).toBe('bot');
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

	test('nobody waits without patience, nor for companions', async () => {
		const first = await send('m1', 'one');
		expect((await (await send('m2', 'two', { orderPatience: 0 })).turn).output).toBe('bot');
		const companions = new Set([1, 2]);
		expect((await (await send('m3', 'three', { companions })).turn).output).toBe('bot');
		expect((await first.turn).output).toBe('bot');
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

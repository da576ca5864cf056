import { awaitTurn, turnKey } from '../../../handover/operations/await-turn';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { turnStage } from '../../builders/turn-stage';

const stage = turnStage();
const { ref, send, settle, answer } = stage;
const SECOND = 1000;

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
		await performAction(stage.services, 'pauseBot', { ...ref, carried: first.handover });
		expect((await second.turn).output).toBe('human');
	});

	test.each([
		['its patience is over', async () => stage.services.clock.advance(10 * SECOND + 1)],
		[
			'the one before it failed',
			async (first: HandoverData) => stage.services.leftTurns.leave(stage.services, first),
		],
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
		const other = {
			...stage.services,
			runner: { id: 'there', isAlive: (id: string) => id === 'there' },
		};
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
		stage.services.clock.advance(11 * SECOND);
		await third.turn;
	});

	test('a clear request for a human does not wait for a slow answer', async () => {
		await (
			await send('m1', 'one')
		).turn;
		stage.services.classifier.next = { label: 'contactRequest' };
		expect((await (await send('m2', 'get me a human')).turn).output).toBe('bot');
	});

	test('a bot that never answers is waited for once', async () => {
		await (
			await send('m1', 'one')
		).turn;
		const second = await send('m2', 'two');
		stage.services.clock.advance(10 * SECOND + 1);
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
		stage.services.clock.advance(10 * SECOND + 1);
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

	test('the end of a conversation lets everybody go', async () => {
		await (
			await send('m1', 'one')
		).turn;
		const second = await send('m2', 'two');
		await closeConversation(stage.services, ref, null);
		expect((await second.turn).output).toBe('human');
	});

	test('a turn that a handover overtook blocks nobody after it', async () => {
		const first = await (await send('m1', 'a human')).turn;
		await performAction(stage.services, 'pauseBot', { ...ref, carried: first.handover });
		await returnToBot(stage.services, ref, 'handedBack', null);
		expect((await (await send('m2', 'thanks')).turn).output).toBe('bot');
	});

	test('a conversation that was erased meanwhile is an error of its message', async () => {
		await (
			await send('m1', 'one')
		).turn;
		const second = await send('m2', 'two');
		await stage.services.store.erase(ref);
		await expect(second.turn).rejects.toMatchObject({ code: 'CONVERSATION_UNKNOWN' });
	});
});

test('an answer to a conversation that was erased and begun anew does not go out', async () => {
	const old = await (await send('m1', 'what was erased')).turn;
	await stage.services.store.erase(ref);
	stage.services.clock.advance(SECOND);
	await (
		await send('m2', 'new')
	).turn;
	expect((await answer(old.handover, 'about what was erased')).output).toBe('drop');
	const file = await stage.services.store.read(ref);
	expect(file?.transcript.map(({ text }) => text)).toEqual(['new']);
});

test('a clock that was ahead for a while ends no pause that began afterwards', async () => {
	const HOUR = 3_600 * SECOND;
	stage.services.clock.at += 2 * HOUR;
	const early = await (await send('m1', 'a human')).turn;
	stage.services.clock.at -= 2 * HOUR;
	const fields = { pauseFor: 1, pauseUnit: 'hours' };
	await performAction(stage.services, 'pauseBot', { ...ref, carried: early.handover, fields });
	expect((await (await send('m2', 'hello?')).turn).output).toBe('human');
	stage.services.clock.at += HOUR;
	expect((await (await send('m3', 'still there?')).turn).output).toBe('bot');
});

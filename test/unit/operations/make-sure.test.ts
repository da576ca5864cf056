import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { HandoverError } from '../../../handover/errors';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beat } from '../../../handover/operations/beat';
import { beforeReply } from '../../../handover/operations/before-reply';
import { Heartbeats } from '../../../handover/operations/heartbeats';
import { LeftTurns } from '../../../handover/operations/left-turns';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import type { Received } from '../../../handover/operations/received';
import type { Services } from '../../../handover/operations/services';
import { openTestServices, type TestServices } from '../../builders/services';

const ref = { botId: 'default', conversationId: 'c' };
const trigger = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };
const SECOND = 1_000;

let services: TestServices;
/** Another process on the same store. */
let other: Services;
let first: Received;
beforeEach(async () => {
	services = await openTestServices();
	const heartbeats = new Heartbeats(services.clock);
	const isAlive = (id: string) => id === 'there/1/b' || !heartbeats.isGone(id);
	const runner = { id: 'there/1/b', isAlive };
	other = { ...services, runner, heartbeats, leftTurns: new LeftTurns() };
	await beat(services);
	await beat(other);
	first = await receive(services);
});
afterEach(async () => await services.close());

const receive = async (by: Services, messageId = 'm1') =>
	await receiveMessage(by, { ...ref, messageId, text: 'hello' });

/** The same message at the other process, which asks whether it is a duplicate. */
async function comeAgain(messageId = 'm1', signal?: AbortSignal) {
	const received = await receive(other, messageId);
	expect(received.output).toBe('duplicate');
	const turn = awaitTurn(other, received, { signal });
	const asked = { turn, done: false };
	const end = () => (asked.done = true);
	void turn.then(end, end);
	return asked;
}
async function settle(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await services.clock.wait();
}
/** Five seconds, in which those that are given beat. */
async function pass(...beating: Services[]): Promise<void> {
	services.clock.advance(5 * SECOND);
	for (const one of beating) await beat(one);
	await settle();
}

describe('a message that comes again while another process has its turn', () => {
	test('is taken up when that one says that it has left it', async () => {
		const asked = await comeAgain();
		await settle();
		expect(asked.done).toBe(false);
		services.leftTurns.leave(services, first.handover);
		expect(await asked.turn).toMatchObject({
			output: 'bot',
			handover: { duplicate: false, worker: 'b' },
		});
	});

	test('is a duplicate as soon as it is answered, and brings the answer along', async () => {
		const asked = await comeAgain();
		await settle();
		expect(asked.done).toBe(false);
		await beforeReply(services, { ...ref, carried: first.handover, text: 'Hi!' });
		const { output, handover } = await asked.turn;
		expect([output, handover.recordedReplies]).toEqual(['duplicate', [{ text: 'Hi!', seq: 2 }]]);
	});

	test('is a duplicate when that one has beaten twice since, and has it still', async () => {
		// A beat of before, which is not heard yet.
		await beat(services);
		const asked = await comeAgain();
		await pass(other);
		expect(asked.done).toBe(false);
		await pass(services, other);
		expect(asked.done).toBe(false);
		await pass(services, other);
		expect((await asked.turn).output).toBe('duplicate');
	});

	test('is taken up when that one had left it while a beat was under way', async () => {
		let land = (): void => undefined;
		const landing = new Promise<void>((resolve) => (land = resolve));
		const { beat: write } = services.store;
		jest.spyOn(services.store, 'beat').mockImplementationOnce(async (...args) => {
			await landing;
			return await write.apply(services.store, args);
		});
		const beating = beat(services);
		await settle();
		const away = jest.spyOn(services.store, 'change');
		away.mockRejectedValue(new HandoverError('STORE_BUSY', 'on purpose'));
		services.leftTurns.leave(services, first.handover);
		await settle();
		away.mockRestore();
		const asked = await comeAgain();
		await pass(other);
		land();
		await beating;
		await pass(other);
		expect(asked.done).toBe(false);
		await pass(services, other);
		expect((await asked.turn).output).toBe('bot');
	});

	test('is taken up when that one has beaten, and had left it before', async () => {
		const asked = await comeAgain();
		await pass(other);
		jest.spyOn(services.clock, 'wait').mockImplementation(async () => {
			services.leftTurns.leave(services, first.handover);
			await beat(services);
			await beat(services);
			await beat(other);
		});
		expect((await asked.turn).output).toBe('bot');
	});

	test('is taken up when that one had left it, by a process that has only begun to look', async () => {
		const heartbeats = new Heartbeats(services.clock);
		const isAlive = (id: string) => id === other.runner.id || !heartbeats.isGone(id);
		other = { ...other, heartbeats, runner: { id: other.runner.id, isAlive } };
		const asked = await comeAgain();
		await settle();
		expect(asked.done).toBe(false);
		services.leftTurns.leave(services, first.handover);
		expect((await asked.turn).output).toBe('bot');
	});

	test('is taken up when that one is gone', async () => {
		const asked = await comeAgain();
		for (let passed = 0; passed < 25; passed += 5) await pass(other);
		expect(asked.done).toBe(false);
		await pass(other);
		await pass(other);
		expect((await asked.turn).output).toBe('bot');
	});

	test('is an error when the node is closed meanwhile, and stays with that one', async () => {
		const closing = new AbortController();
		const asked = await comeAgain('m1', closing.signal);
		await settle();
		closing.abort();
		await expect(asked.turn).rejects.toMatchObject({ code: 'STORE_CLOSED' });
		await other.leftTurns.write(other);
		const answer = { ...ref, carried: first.handover, text: 'Hi!' };
		expect((await beforeReply(services, answer)).output).toBe('send');
	});

	test('is an error when the store is away', async () => {
		const asked = await comeAgain();
		jest.spyOn(services.store, 'change').mockRejectedValueOnce(new Error('away'));
		await expect(asked.turn).rejects.toThrow('away');
	});

	test('finishes the handover that one leaves half done', async () => {
		const carried = { ...first.handover, trigger };
		await performAction(services, 'createTask', { ...ref, carried });
		const asked = await comeAgain();
		await settle();
		expect(asked.done).toBe(false);
		services.leftTurns.leave(services, carried);
		expect(await asked.turn).toMatchObject({
			output: 'bot',
			handover: { trigger: { scenario: 'contactRequest' } },
		});
	});
});

describe('nobody asks', () => {
	test('of whom nothing is heard at the next look: an older version', async () => {
		const runner = { id: 'older/1/c', isAlive: () => true };
		await receive({ ...services, runner }, 'm2');
		const asked = await comeAgain('m2');
		await settle();
		expect(asked.done).toBe(false);
		await pass(other);
		expect((await asked.turn).output).toBe('duplicate');
	});

	test('where the process that has the turn is the same', async () => {
		const received = await receive(services);
		expect(received).toMatchObject({ output: 'duplicate', heldBy: null });
	});

	test('where a human has the conversation', async () => {
		const carried = { ...first.handover, trigger };
		for (const kind of ACTION_KINDS) await performAction(services, kind, { ...ref, carried });
		expect((await receive(other)).heldBy).toBeNull();
	});
});

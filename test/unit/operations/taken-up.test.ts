import { beforeReply } from '../../../handover/operations/before-reply';
import { performAction } from '../../../handover/operations/perform-action';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { returnToBot } from '../../../handover/operations/own-conversation';
import { receiveMessage } from '../../../handover/operations/receive-message';
import type { Services } from '../../../handover/operations/services';
import { openTestServices, type TestServices } from '../../builders/services';

const ref = { botId: 'default', conversationId: 'c' };

let services: TestServices;
/** Has taken no sign of the stalled one for its death. */
let other: Services;
beforeEach(async () => {
	services = await openTestServices();
	other = { ...services, runner: { id: 'there/1/b', isAlive: (id) => id === 'there/1/b' } };
});
afterEach(async () => await services.close());

const receive = async (by: Services, messageId: string | null = 'm1') =>
	await receiveMessage(by, { ...ref, messageId, text: 'hello' });
const answer = async (by: Services, carried: HandoverData, text = 'Hi!') =>
	(await beforeReply(by, { ...ref, carried, text })).output;
const handOver = async (by: Services, handover: HandoverData) => {
	const trigger = { scenario: 'botFailed', probability: 1, evidence: [], classifier: null };
	const carried = { ...handover, trigger };
	return await performAction(by, 'sendClosingMessage', { ...ref, carried });
};
const lines = async () =>
	(await services.store.read(ref))!.transcript.map(({ author, text }) => `${author}: ${text}`);

describe('a process that hung, and was taken for dead', () => {
	test('says nothing while another one answers in its place', async () => {
		const stalled = (await receive(services)).handover;
		const { output, handover } = await receive(other);
		expect(output).toBe('bot');
		expect(await answer(services, stalled, 'too late')).toBe('drop');
		expect(await answer(other, handover)).toBe('send');
		expect(await lines()).toEqual(['contact: hello', 'bot: Hi!']);
	});

	test('says nothing when the other one has answered', async () => {
		const stalled = (await receive(services)).handover;
		const { handover } = await receive(other);
		expect(await answer(other, handover)).toBe('send');
		expect(await answer(services, stalled, 'too late')).toBe('drop');
		expect(await lines()).toEqual(['contact: hello', 'bot: Hi!']);
		const dropped = (await services.store.readEvents(0, 9)).at(-1);
		expect(dropped).toMatchObject({ type: 'answer.dropped', data: { takenUp: true } });
	});

	test('says nothing when the other one has got further than its turn', async () => {
		const stalled = (await receive(services)).handover;
		const { handover } = await receive(other);
		await answer(other, handover);
		await answer(other, (await receive(other, 'm2')).handover);
		expect(await answer(services, stalled, 'too late')).toBe('drop');
	});

	test('hands over to nobody while another one answers, or has answered, in its place', async () => {
		const stalled = (await receive(services)).handover;
		const { handover } = await receive(other);
		const late = async () => await handOver(services, stalled);
		expect(await late()).toMatchObject({
			output: 'done',
			handover: { reply: null, action: { status: 'skipped', error: { code: 'SKIPPED' } } },
		});
		expect(await answer(other, handover)).toBe('send');
		expect(await late()).toMatchObject({ handover: { reply: null } });
		const { conversation, handovers } = (await services.store.read(ref))!;
		expect([conversation.owner, handovers]).toEqual(['bot', []]);
		expect(await lines()).toEqual(['contact: hello', 'bot: Hi!']);
		const dropped = (await services.store.readEvents(0, 9)).at(-1);
		expect(dropped).toMatchObject({
			type: 'answer.dropped',
			data: { action: 'sendClosingMessage', takenUp: true },
		});
	});

	test('hands over when the message has not come again, also after a first answer', async () => {
		const { handover } = await receive(services);
		await answer(services, handover, 'One moment.');
		expect(await handOver(services, handover)).toMatchObject({
			handover: { action: { status: 'done' } },
		});
	});

	test('answers when the message has not come again', async () => {
		const { handover } = await receive(services);
		expect(await answer(services, handover)).toBe('send');
		expect((await receive(other)).output).toBe('duplicate');
	});
});

test('an answer to a conversation that was erased leaves the new one’s message to its own worker', async () => {
	const erased = (await receive(services)).handover;
	await services.store.erase(ref);
	services.clock.advance(1_000);
	await receive(other);
	expect(await answer(services, erased, 'too late')).toBe('drop');
	const dropped = (await services.store.readEvents(0, 9)).at(-1);
	expect(dropped).toMatchObject({ type: 'answer.dropped', data: { takenUp: false } });
	// The other one dies before it has answered.
	expect((await receive(services)).output).toBe('bot');
});

describe('an action for a conversation that was erased', () => {
	const NOTHING = {
		output: 'done',
		handover: {
			handoverId: null,
			reply: null,
			action: { status: 'skipped', error: { message: expect.stringContaining('erased') } },
		},
	};
	let erased: HandoverData;
	let fresh: HandoverData;
	beforeEach(async () => {
		erased = (await receive(services)).handover;
		await services.store.erase(ref);
		services.clock.advance(1_000);
		fresh = (await receive(services, 'n1')).handover;
	});

	test('opens no handover in the new one', async () => {
		expect(await handOver(services, erased)).toMatchObject({
			output: 'done',
			handover: { owner: 'bot', reply: null, action: { status: 'skipped' } },
		});
		expect(await answer(services, fresh)).toBe('send');
		expect((await services.store.read(ref))!.handovers).toEqual([]);
		const dropped = (await services.store.readEvents(0, 9)).at(-1);
		expect(dropped).toMatchObject({ type: 'answer.dropped', data: { takenUp: false } });
	});

	test('leaves the new one’s handover alone, open or over', async () => {
		const late = async () => await handOver(services, erased);
		await performAction(services, 'pauseBot', { ...ref, carried: fresh });
		expect(await late()).toMatchObject(NOTHING);
		await returnToBot(services, ref, 'handedBack', null);
		expect(await late()).toMatchObject(NOTHING);
	});
});

test('an answer in two parts goes out, also from another process than the one that received', async () => {
	const { handover } = await receive(services);
	expect(await answer(services, handover, 'One.')).toBe('send');
	expect(await answer(other, handover, 'Two.')).toBe('send');
	expect(await lines()).toEqual(['contact: hello', 'bot: One.', 'bot: Two.']);
});

test('what an older version has received is answered, as that would have done', async () => {
	const { worker: _worker, ...older } = (await receive(services)).handover;
	await answer(services, older as HandoverData);
	expect(await answer(services, older as HandoverData, 'Two.')).toBe('send');
});

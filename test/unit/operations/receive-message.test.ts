import { MAX_TEXT_LENGTH } from '../../../handover/conversation/inbound-message';
import { performAction } from '../../../handover/operations/perform-action';
import { beforeReply } from '../../../handover/operations/before-reply';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { returnToBot, closeConversation } from '../../../handover/operations/own-conversation';
import { openTestServices, type TestServices } from '../../builders/services';

let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
});
afterEach(async () => await services.close());

const ref = { botId: 'default', conversationId: 'c' };
const receive = (messageId: string | undefined, text = 'hello') =>
	receiveMessage(services, { conversationId: 'c', messageId, text });
const transcript = async () => (await services.store.read(ref))?.transcript.map(({ text }) => text);

describe('admission', () => {
	test("a new message is the bot's to answer", async () => {
		const { output, handover } = await receive('m1');
		expect(output).toBe('bot');
		expect(handover).toMatchObject({ owner: 'bot', epoch: 0, duplicate: false, reply: null });
	});

	test('a message that comes twice is written and answered once', async () => {
		await receive('m1');
		const again = await receive('m1');
		expect(again.output).toBe('duplicate');
		expect(again.handover.duplicate).toBe(true);
		expect(await transcript()).toEqual(['hello']);
	});

	test('two messages at once with the same id are one', async () => {
		const outputs = await Promise.all([receive('m1'), receive('m1')]);
		expect(outputs.map(({ output }) => output).sort()).toEqual(['bot', 'duplicate']);
	});

	test('the same id in another conversation is another message', async () => {
		await receive('m1');
		const other = await receiveMessage(services, {
			conversationId: 'd',
			messageId: 'm1',
			text: 'x',
		});
		expect(other.output).toBe('bot');
	});

	test('without an id every message is new', async () => {
		await receive(undefined);
		expect((await receive(undefined)).output).toBe('bot');
	});

	test('is remembered longer than the text', async () => {
		await receive('m1', 'first');
		for (const id of ['m2', 'm3', 'm4']) {
			await receiveMessage(
				services,
				{ conversationId: 'c', messageId: id, text: id },
				{ keepMessages: 2 },
			);
		}
		expect(await transcript()).toEqual(['m3', 'm4']);
		expect((await receive('m1')).output).toBe('duplicate');
	});

	test('what is known of the contact is kept when a message does not repeat it', async () => {
		await receiveMessage(services, {
			conversationId: 'c',
			text: 'a',
			contact: { name: 'Mia', language: 'de' },
		});
		await receiveMessage(services, { conversationId: 'c', text: 'b', contact: { language: 'fr' } });
		expect((await services.store.read(ref))?.conversation.contact).toMatchObject({
			name: 'Mia',
			language: 'fr',
		});
	});
});

describe('bad input', () => {
	test.each([
		['no conversation', { text: 'x' }, 'CONVERSATION_ID_MISSING'],
		['a blank conversation', { conversationId: ' ', text: 'x' }, 'CONVERSATION_ID_MISSING'],
		['an object for a conversation', { conversationId: {}, text: 'x' }, 'CONVERSATION_ID_INVALID'],
		['a NUL in the conversation', { conversationId: 'a\0', text: 'x' }, 'CONVERSATION_ID_INVALID'],
		['a bot that is a list', { conversationId: 'c', botId: [], text: 'x' }, 'BOT_ID_INVALID'],
		[
			'a message id that is true',
			{ conversationId: 'c', messageId: true, text: 'x' },
			'MESSAGE_ID_INVALID',
		],
		['no text', { conversationId: 'c' }, 'TEXT_MISSING'],
		['an empty text', { conversationId: 'c', text: '' }, 'TEXT_MISSING'],
		['a blank text', { conversationId: 'c', text: ' \n' }, 'TEXT_MISSING'],
		['a number for a text', { conversationId: 'c', text: 7 }, 'TEXT_NOT_A_STRING'],
		[
			'a text that is too long',
			{ conversationId: 'c', text: 'x'.repeat(MAX_TEXT_LENGTH + 1) },
			'TEXT_TOO_LONG',
		],
		['a megabyte', { conversationId: 'c', text: 'secret'.repeat(200_000) }, 'TEXT_TOO_LONG'],
		['a NUL', { conversationId: 'c', text: 'secret\0' }, 'TEXT_INVALID'],
		['half a surrogate pair', { conversationId: 'c', text: 'secret\ud800' }, 'TEXT_INVALID'],
		[
			'a contact that is a text',
			{ conversationId: 'c', text: 'x', contact: 'secret' },
			'CONTACT_INVALID',
		],
		[
			'a contact name that is an object',
			{ conversationId: 'c', text: 'x', contact: { name: {} } },
			'CONTACT_INVALID',
		],
	])('%s', async (_case, input, code) => {
		const received = receiveMessage(services, input);
		await expect(received).rejects.toMatchObject({ code, status: 400 });
		await expect(received).rejects.not.toMatchObject({
			message: expect.stringContaining('secret'),
		});
		expect(await services.store.read(ref)).toBeUndefined();
	});

	test('HTML is text like any other', async () => {
		await receive('m1', '<img src=x onerror=alert(1)>');
		expect(await transcript()).toEqual(['<img src=x onerror=alert(1)>']);
	});

	test('a number is an id as good as any', async () => {
		const { handover } = await receiveMessage(services, { conversationId: 42, text: 'x' });
		expect(handover.conversationId).toBe('42');
	});
});

describe('who answers', () => {
	const requestHandover = async () => {
		const { handover } = await receive('ask');
		return await performAction(services, 'pauseBot', { ...ref, carried: handover, fields: {} });
	};

	test('nobody but a human once a handover was requested', async () => {
		await requestHandover();
		const next = await receive('m2');
		expect(next.output).toBe('human');
		expect(next.handover).toMatchObject({ owner: 'waiting', scenario: 'flow' });
	});

	test('the bot again when the pause is over', async () => {
		await requestHandover();
		services.clock.advance(24 * 3_600_000);
		const next = await receive('m2');
		expect(next.output).toBe('bot');
		expect(next.handover).toMatchObject({ owner: 'bot', handoverId: null, pausedUntil: null });
		const events = await services.store.readEvents(0, 50);
		expect(events.slice(-2).map(({ type }) => type)).toEqual(['bot.resumed', 'handover.ended']);
	});

	test('the bot when the contact writes into a closed conversation', async () => {
		await receive('m1');
		await closeConversation(services, ref, null);
		const next = await receive('m2');
		expect(next).toMatchObject({ output: 'bot', handover: { owner: 'bot', epoch: 2 } });
	});

	test('a clock that is set back neither reorders the transcript nor ends a pause', async () => {
		await requestHandover();
		services.clock.advance(-3_600_000);
		expect((await receive('m2', 'later')).output).toBe('human');
		const file = await services.store.read(ref);
		const times = file!.transcript.map(({ at }) => at);
		expect(times).toEqual([...times].sort((a, b) => a - b));
	});
});

describe('a process that died', () => {
	const other = { id: 'here/2/b', isAlive: (id: string) => id === 'here/2/b' };
	const afterRestart = () => ({ ...services, runner: other });

	test('before it answered: the message is answered when it comes again', async () => {
		await receive('m1');
		const again = await receiveMessage(afterRestart(), {
			conversationId: 'c',
			messageId: 'm1',
			text: 'hello',
		});
		expect(again).toMatchObject({ output: 'bot', handover: { duplicate: false, messageSeq: 1 } });
		expect(await transcript()).toEqual(['hello']);
	});

	test('after it answered: the message is a duplicate', async () => {
		const { handover } = await receive('m1');
		await beforeReply(services, { ...ref, carried: handover, text: 'Hi!' });
		const again = await receiveMessage(afterRestart(), {
			conversationId: 'c',
			messageId: 'm1',
			text: 'hello',
		});
		expect(again.output).toBe('duplicate');
	});

	test('in the middle of a handover: the next message finishes it, once', async () => {
		const { handover } = await receive('m1');
		const carried = {
			...handover,
			trigger: { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null },
		};
		await performAction(services, 'createTask', { ...ref, carried });
		const again = await receiveMessage(afterRestart(), {
			conversationId: 'c',
			messageId: 'm1',
			text: 'hello',
		});
		expect(again.output).toBe('bot');
		expect(again.handover.trigger?.scenario).toBe('contactRequest');
		const later = await receiveMessage(afterRestart(), {
			conversationId: 'c',
			messageId: 'm2',
			text: 'hello?',
		});
		expect(later.output).toBe('human');
	});
});

describe('what is not taken up again', () => {
	const other = { id: 'here/2/b', isAlive: (id: string) => id === 'here/2/b' };
	const afterRestart = () => ({ ...services, runner: other });

	test('a message that a human has dealt with meanwhile', async () => {
		await receive('m1');
		await recordHumanReply(services, ref, { text: 'Done.' });
		await returnToBot(services, ref, 'handedBack', null);
		const again = { conversationId: 'c', messageId: 'm1', text: 'hello' };
		expect((await receiveMessage(afterRestart(), again)).output).toBe('duplicate');
	});

	test('a handover in which a human answers, whatever the builder has not wired', async () => {
		const { handover } = await receive('m1');
		await performAction(services, 'pauseBot', { ...ref, carried: handover });
		await recordHumanReply(services, ref, { text: 'I am here' });
		const next = { conversationId: 'c', messageId: 'm2', text: 'thanks' };
		expect((await receiveMessage(afterRestart(), next)).output).toBe('human');
	});

	test('a handover of long ago, by another message', async () => {
		const { handover } = await receive('m1');
		await performAction(services, 'pauseBot', { ...ref, carried: handover });
		services.clock.advance(3_600_000);
		const next = { conversationId: 'c', messageId: 'm2', text: 'hello?' };
		expect((await receiveMessage(afterRestart(), next)).output).toBe('human');
	});
});

test('a message without an answer for ten minutes is taken up, though its process lives', async () => {
	await receive('m1');
	services.clock.advance(9 * 60_000);
	expect((await receive('m1')).output).toBe('duplicate');
	services.clock.advance(2 * 60_000);
	expect((await receive('m1')).output).toBe('bot');
	expect((await receive('m1')).output).toBe('duplicate');
});

test('a conversation that was handed back counts attempts anew', async () => {
	const { handover } = await receive('m1');
	await performAction(services, 'pauseBot', { ...ref, carried: handover });
	const back = await returnToBot(services, ref, 'handedBack', null);
	expect(back).toMatchObject({ owner: 'bot', failedAttempts: 0, handoverId: null });
	expect((await receive('m2')).output).toBe('bot');
});

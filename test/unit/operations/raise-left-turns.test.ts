import { DatabaseSync } from 'node:sqlite';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import { viewForFlow } from '../../../handover/operations/follow-events';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { closeConversation } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { raiseLeftTurns } from '../../../handover/operations/raise-left-turns';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { OverdueTurns } from '../../../handover/operations/overdue-turns';
import type { Runner, Services } from '../../../handover/operations/services';
import type { HandoverEvent } from '../../../handover/stores/store';
import { openTestServices, SetClock, type TestServices } from '../../builders/services';
import { aMember } from '../../builders/staff';

const ref = { botId: 'default', conversationId: 'c' };
const SETTINGS = { answerWithin: 60, orderPatience: 0 };
const SECOND = 1_000;

let services: TestServices;
const alive = new Set<string>();
const runner = (id: string): Runner => ({ id, isAlive: (one) => alive.has(one) });
beforeEach(async () => {
	alive.add('here/1/a').add('there/1/b');
	services = await openTestServices({ runner: runner('here/1/a') });
});
afterEach(async () => await services.close());

async function write(messageId: string | null = 'm', settings: object = SETTINGS, by = services) {
	const text = `text of ${messageId}`;
	const received = await receiveMessage(by, { ...ref, messageId, text }, settings);
	return await awaitTurn(by, received);
}
const answer = async (carried: HandoverData) =>
	await beforeReply(services, { ...ref, carried, text: 'an answer' });
/** So many seconds of everybody's looking around, once a second. */
async function pass(seconds: number): Promise<void> {
	for (let second = 0; second < seconds; second++) {
		services.clock.advance(SECOND);
		await runDueJobs(services);
	}
}
/** So many seconds as it takes until the turn has come back so often. */
async function comesBack(times: number, looks: Services = services): Promise<void> {
	while ((await raisedOf()).length < times) {
		services.clock.advance(SECOND);
		await runDueJobs(looks);
	}
}
const authors = async () =>
	(await services.store.read(ref))?.transcript.map(({ author }) => author);
const raisedOf = async () =>
	(await services.store.readEvents(0, 1_000))
		.filter(({ type }) => type === 'turn.left')
		.map(({ data, at, handoverId }) => ({
			messageId: data['messageId'],
			raised: data['raised'],
			after: (at - services.clock.at) / SECOND,
			isHandover: handoverId !== null,
		}));
const owner = async () => (await services.store.snapshot(ref, {})).conversation?.owner;
const openTurns = async () => (await services.store.snapshot(ref, {})).conversation?.openTurns;

describe('a turn comes back by itself', () => {
	test.each([
		['a node of ours failed on it', 0, (carried: HandoverData) => leave(carried)],
		['its process is gone', 0, () => void alive.delete('here/1/a')],
		['another node failed on it, and nobody says so', 60, () => undefined],
	])('when %s', async (_cause, within, happens) => {
		const { handover } = await write();
		happens(handover);
		// A process that is gone looks around no more; somebody else does.
		const looks = { ...services, runner: runner('there/1/b') };
		const onError = jest.fn();
		await services.leftTurns.write(services);
		await raiseLeftTurns(looks, onError);
		for (let second = 0; second < within; second++) {
			expect(await raisedOf()).toEqual([]);
			services.clock.advance(SECOND);
			await raiseLeftTurns(looks, onError);
		}
		expect(await raisedOf()).toMatchObject([{ messageId: 'm', raised: 1, isHandover: false }]);
		expect(onError).not.toHaveBeenCalled();
		const again = await write('m', {}, looks as TestServices);
		expect(again.output).toBe('bot');
		expect(again.handover).toMatchObject({ messageSeq: 1, duplicate: false });
		expect((await answerBy(looks, again.handover)).output).toBe('send');
		await pass(600);
		expect(await raisedOf()).toHaveLength(1);
	});

	test.each([
		['is answered', async (carried: HandoverData) => void (await answer(carried))],
		['is handed over', async (carried: HandoverData) => void (await handOver(carried))],
		['is closed', async () => void (await closeConversation(services, ref, null))],
		['is taken by a human', async () => void (await recordHumanReply(services, ref, human))],
	])('and does not when it %s', async (_what, happens) => {
		const { handover } = await write();
		await happens(handover);
		expect(await services.store.findWatchedTurns(10)).toEqual([]);
		await pass(120);
		expect(await raisedOf()).toEqual([]);
	});

	test('and does not where its Gate does not ask for it', async () => {
		const { handover } = await write('m', {});
		leave(handover);
		await pass(700);
		expect(await raisedOf()).toEqual([]);
		expect(await owner()).toBe('bot');
	});
});

describe('a turn that nobody answers however often it comes back', () => {
	test('comes back three times, each time for twice as long; then it is a handover that comes back for the flow', async () => {
		await write();
		const begun = services.clock.at;
		const after: number[] = [];
		for (const times of [1, 2, 3, 4]) {
			await comesBack(times);
			after.push(Math.round((services.clock.at - begun) / SECOND));
		}
		// A human who is called is no answer of the bot's, for which others would wait.
		services.silentBots.waitedInVain('default');
		expect(services.silentBots.isSilent('default')).toBe(true);
		expect(after).toEqual([61, 61 + 120, 61 + 120 + 240, 61 + 120 + 240 + 480]);
		expect(await raisedOf()).toMatchObject([
			{ raised: 1, isHandover: false },
			{ raised: 2, isHandover: false },
			{ raised: 3, isHandover: false },
			{ raised: 3, isHandover: true },
		]);
		expect(await owner()).toBe('waiting');
		const { output, handover } = await write('m', {});
		expect(output).toBe('bot');
		expect(handover.trigger).toMatchObject({
			scenario: 'lackOfInformation',
			evidence: [{ source: 'flow', rule: 'botFailed', text: null }],
		});
	});

	test('and which fails at once, waits longer each time', async () => {
		const at: number[] = [];
		const begun = services.clock.at;
		for (let tries = 0; tries < 4; tries++) {
			leave((await write('m', SETTINGS)).handover);
			const before = (await raisedOf()).length;
			while ((await raisedOf()).length === before) await pass(1);
			at.push((services.clock.at - begun) / SECOND);
		}
		expect(at).toEqual([1, 7, 28, 29]);
		expect(await owner()).toBe('waiting');
	});

	test('is alerted when the flow finds nobody for it either', async () => {
		await services.store.saveStaff([aMember('Ana', { fallbackContact: true })]);
		await write();
		await comesBack(4);
		await pass(59);
		expect(await told()).toEqual([]);
		await pass(1);
		expect(await told()).toEqual([['Ana', 'nobodyAvailable']]);
	});

	test('which has no id of its own goes to a human, for it cannot come back', async () => {
		await write(null);
		await pass(61);
		expect(await raisedOf()).toEqual([]);
		expect(await owner()).toBe('waiting');
	});
});

describe('a bot that is slower than its time', () => {
	async function askTwice() {
		const first = (await write()).handover;
		await comesBack(1);
		return { first, second: async () => (await write('m', {})).handover };
	}

	test('has its answer sent as long as nobody has taken the turn up', async () => {
		const { first, second } = await askTwice();
		expect((await answer(first)).output).toBe('send');
		expect((await second()).duplicate).toBe(true);
	});

	test.each([
		['before', ['drop', 'send']],
		['after', ['send', 'drop']],
	])('is heard once, when the first answer comes %s the second', async (when, outputs) => {
		const { first, second } = await askTwice();
		const again = await second();
		const answers = when === 'before' ? [first, again] : [again, first];
		const sent = [];
		for (const carried of answers) sent.push((await answer(carried)).output);
		expect(sent).toEqual(outputs);
		expect(await authors()).toEqual(['contact', 'bot']);
	});

	test('and calls nobody with the first run once the second one has the turn', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		expect((await handOver(first)).handover).toMatchObject({ handoverId: null });
		expect((await answer(again)).output).toBe('send');
	});

	test('and while its turn is nobody’s again, only the last run is heard', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		await comesBack(2);
		expect((await openTurns())?.[0]?.runner).toBe('');
		expect((await answer(first)).output).toBe('drop');
		expect((await answer(again)).output).toBe('send');
		expect(await authors()).toEqual(['contact', 'bot']);
	});

	test('nor does the run before it open a handover then', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		await comesBack(2);
		expect((await handOver(first)).handover).toMatchObject({ handoverId: null });
		expect((await answer(again)).output).toBe('send');
	});

	test('nor do two workers who hung and wake up, while a third one looks', async () => {
		const there = { ...services, runner: runner('there/1/b') } as TestServices;
		const looks = { ...services, runner: runner('third/1/c') };
		alive.add('third/1/c');
		const first = (await write()).handover;
		await comesBack(1, looks);
		const again = (await write('m', {}, there)).handover;
		await comesBack(2, looks);
		expect((await answer(first)).output).toBe('drop');
		expect((await answerBy(there, again)).output).toBe('send');
		expect(await authors()).toEqual(['contact', 'bot']);
	});

	test('is heard once although the conversation’s time is ahead of the clock', async () => {
		await answer((await write('before')).handover);
		services.clock.at -= 20 * 60 * SECOND;
		const first = (await write()).handover;
		await comesBack(1);
		const again = (await write('m', {})).handover;
		expect(again.duplicate).toBe(false);
		expect((await answer(first)).output).toBe('drop');
		expect((await answer(again)).output).toBe('send');
		expect(await authors()).toEqual(['contact', 'bot', 'contact', 'bot']);
	});

	test('and a first run that fails late leaves the turn to the second one', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		leave(first);
		await services.leftTurns.write(services);
		expect((await openTurns())?.[0]?.runner).toBe('here/1/a');
		expect((await write('m', {})).output).toBe('duplicate');
		expect((await answer(again)).output).toBe('send');
	});

	test('nor the handover that the second one carries out', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		await handOver(again);
		leave({
			...first,
			trigger: { scenario: 'flow', probability: 1, evidence: [], classifier: null },
		});
		await services.leftTurns.write(services);
		expect((await services.store.snapshot(ref, {})).handover?.runner).toBe('here/1/a');
	});

	test('has longer the second time, so that one that is always a little slower is heard', async () => {
		const { second } = await askTwice();
		const again = await second();
		await pass(100);
		expect(await raisedOf()).toHaveLength(1);
		expect((await answer(again)).output).toBe('send');
	});

	test('may still send several texts for a turn that never came back', async () => {
		const { handover } = await write();
		for (const _text of [1, 2]) expect((await answer(handover)).output).toBe('send');
	});
});

describe('many at once', () => {
	test('who look at the same time raise it once', async () => {
		leave((await write()).handover);
		services.clock.advance(SECOND);
		const fail = (error: unknown) => {
			throw error;
		};
		const done = await Promise.all(
			Array.from({ length: 8 }, async () => await raiseLeftTurns(services, fail)),
		);
		expect(done.reduce((sum, one) => sum + one)).toBe(1);
		expect(await raisedOf()).toHaveLength(1);
	});

	test('a raise that is delivered twice is a duplicate the second time', async () => {
		leave((await write()).handover);
		await pass(1);
		expect((await write()).output).toBe('bot');
		expect((await write()).output).toBe('duplicate');
	});

	test('one whose store fails keeps no other from coming back', async () => {
		leave((await write()).handover);
		const other = { ...ref, conversationId: 'other' };
		const received = await receiveMessage(
			services,
			{ ...other, messageId: 'o', text: 'o' },
			SETTINGS,
		);
		leave(received.handover);
		services.clock.advance(SECOND);
		const { store } = services;
		const change = store.change.bind(store);
		store.change = async (to, need, decide) => {
			if (to.conversationId === 'c') throw new Error('away');
			return await change(to, need, decide);
		};
		const onError = jest.fn();
		expect(await raiseLeftTurns(services, onError)).toBe(1);
		expect(onError).toHaveBeenCalledTimes(1);
		expect(await raisedOf()).toMatchObject([{ messageId: 'o' }]);
	});
});

describe('among the other turns of its conversation', () => {
	test('it comes back although the contact’s next message was answered', async () => {
		await write('first');
		const { handover } = await write('second');
		await answer(handover);
		await pass(61);
		expect(await raisedOf()).toMatchObject([{ messageId: 'first', raised: 1 }]);
	});

	test('nobody waits for it again who has waited in vain', async () => {
		await write('first');
		const waits = { ...SETTINGS, orderPatience: 10 };
		const received = await receiveMessage(
			services,
			{ ...ref, messageId: 'second', text: 's' },
			waits,
		);
		const turn = awaitTurn(services, received);
		services.clock.advance(11 * SECOND);
		expect((await turn).output).toBe('bot');
		expect(await openTurns()).toMatchObject([{ seq: 1, watch: { passed: true } }, { seq: 2 }]);
		services.silentBots.sawAnswer('default');
		await answer((await turn).handover);
		const third = await receiveMessage(services, { ...ref, messageId: 'third', text: 't' }, waits);
		expect((await awaitTurn(services, third)).output).toBe('bot');
	});

	test.each([
		['its process left it', (carried: HandoverData) => leave(carried)],
		['its process is gone', () => void alive.delete('there/1/b')],
	])('what the contact writes next waits for its answer, where %s', async (_why, happens) => {
		const there = { ...services, runner: runner('there/1/b') } as TestServices;
		const { handover } = await write('first', SETTINGS, there);
		happens(handover);
		await services.leftTurns.write(services);
		const waits = { ...SETTINGS, orderPatience: 10 };
		let isOver = false;
		const next = write('second', waits).finally(() => (isOver = true));
		await pass(2);
		expect(isOver).toBe(false);
		const again = await write('first', {});
		await services.clock.wait();
		expect(isOver).toBe(false);
		await answer(again.handover);
		expect((await next).output).toBe('bot');
	});

	test('joined messages come back as one', async () => {
		const joins = { ...SETTINGS, burstWindow: 3 };
		const messages = ['one', 'two'].map((id) => ({ ...ref, messageId: id, text: id }));
		const first = await receiveMessage(services, messages[0]!, joins);
		const second = await receiveMessage(services, messages[1]!, joins);
		services.clock.advance(3 * SECOND);
		const turns = [awaitTurn(services, first), awaitTurn(services, second)];
		await services.clock.wait();
		services.clock.advance(3 * SECOND);
		const [, taken] = await Promise.all(turns);
		leave(taken!.handover);
		await pass(1);
		expect(await raisedOf()).toMatchObject([{ messageId: 'two', raised: 1 }]);
		const again = await awaitTurn(services, await receiveMessage(services, messages[1]!, joins));
		expect(again).toMatchObject({ output: 'bot', handover: { text: 'one\ntwo' } });
	});
});

describe('clocks', () => {
	test.each([
		['was set back', -86_400_000],
		['is set back for less than any time', -20 * 60_000],
		['was set forward', 86_400_000],
	])('one that %s neither keeps it from coming back nor hurries it', async (_what, by) => {
		await write();
		await pass(1);
		services.clock.at += by;
		await pass(59);
		expect(await raisedOf()).toEqual([]);
		await pass(1);
		expect(await raisedOf()).toHaveLength(1);
	});

	test.each([
		['ahead', 10 * 60_000],
		['behind', -10 * 60_000],
	])('of another host that is %s raise nothing before its time', async (_what, by) => {
		const elsewhere: Services = {
			...services,
			runner: runner('there/1/b'),
			clock: new SetClock(services.clock.at + by),
			overdueTurns: new OverdueTurns(),
		};
		const bothPass = async (seconds: number) => {
			for (let second = 0; second < seconds; second++) {
				(elsewhere.clock as SetClock).advance(SECOND);
				await runDueJobs(elsewhere);
				await pass(1);
			}
		};
		await write();
		await bothPass(60);
		expect(await raisedOf()).toEqual([]);
		await bothPass(1);
		expect(await raisedOf()).toHaveLength(1);
		await write('m', {});
		await bothPass(119);
		expect(await raisedOf()).toHaveLength(1);
		expect(await owner()).toBe('bot');
	});

	test('of a process that hung show no silence', async () => {
		await write();
		await pass(1);
		services.clock.advance(60 * SECOND);
		await runDueJobs(services);
		expect(await raisedOf()).toEqual([]);
	});
});

test('what a process of an older version has answered is not looked at for ever', async () => {
	const { handover } = await write();
	await answer(handover);
	const database = new DatabaseSync(services.path);
	database.exec('UPDATE conversations SET answer_by = 1');
	database.close();
	expect(await services.store.findWatchedTurns(10)).toHaveLength(1);
	await pass(1);
	expect(await services.store.findWatchedTurns(10)).toEqual([]);
	expect(await raisedOf()).toEqual([]);
});

test('a flow hears of it with what the contact wrote, which the event itself does not hold', async () => {
	leave((await write()).handover);
	await pass(1);
	const events = await services.store.readEvents(0, 10);
	expect(JSON.stringify(events)).not.toContain('text of');
	expect(await viewOf(events.at(-1)!)).toMatchObject({
		type: 'turn.left',
		conversationId: 'c',
		messageId: 'm',
		text: 'text of m',
	});
	expect(await viewForFlow(services, events.at(-1)!, [])).not.toHaveProperty('text');
	await services.store.erase(ref);
	expect(await viewOf(events.at(-1)!)).toMatchObject({ text: null });
});

test.each([
	['', async () => undefined],
	[', nor where it has begun anew', async () => void (await write('another'))],
])('what was erased after a flow has heard of it does not come back%s', async (_where, happens) => {
	leave((await write()).handover);
	await pass(1);
	const view = await viewOf((await services.store.readEvents(0, 10)).at(-1)!);
	const again = { ...ref, messageId: 'm', text: 'text of m', carried: { ...ref, ...view } };
	await services.store.erase(ref);
	services.clock.advance(SECOND);
	await happens();
	await expect(receiveMessage(services, again)).rejects.toMatchObject({
		code: 'CONVERSATION_UNKNOWN',
	});
	expect(JSON.stringify((await services.store.read(ref)) ?? {})).not.toContain('text of m"');
	const other = { ...again, carried: { ...again.carried, conversationId: 'other' } };
	expect((await receiveMessage(services, other)).output).toBe('bot');
});

test('its line is kept until it is answered, however few are', async () => {
	const few = { ...SETTINGS, keepMessages: 2 };
	await write('m', few);
	for (const id of ['1', '2', '3']) await answer((await write(id, few)).handover);
	await pass(61);
	const left = (await services.store.readEvents(0, 100)).find(({ type }) => type === 'turn.left')!;
	expect(await viewOf(left)).toMatchObject({ messageId: 'm', text: 'text of m' });
	await answer((await write('m', few)).handover);
	await write('4', few);
	expect((await services.store.read(ref))?.transcript).toHaveLength(2);
});

test('its line is found behind however many others', async () => {
	await write('m', { ...SETTINGS, keepMessages: 1_000 });
	for (let line = 0; line < 210; line++) await recordLine();
	await pass(61);
	const left = (await services.store.readEvents(0, 1_000)).find(
		({ type }) => type === 'turn.left',
	)!;
	expect(await viewOf(left)).toMatchObject({ messageId: 'm', text: 'text of m' });
});

const human = { text: 'I am here', staffId: null };

function leave(carried: HandoverData): void {
	services.leftTurns.leave(services, carried);
}

async function viewOf(event: HandoverEvent) {
	return await viewForFlow(services, event, ['turn.left']);
}

async function recordLine(): Promise<void> {
	const message = { author: 'bot' as const, text: 'a line', messageId: null, staffId: null };
	await services.store.change(ref, {}, ({ conversation }) => ({
		result: undefined,
		writes: [
			{ type: 'conversation', conversation: conversation! },
			{ type: 'message', message: { ...message, at: services.clock.at } },
		],
	}));
}

async function answerBy(by: Services, carried: HandoverData) {
	return await beforeReply(by, { ...ref, carried, text: 'an answer' });
}

async function handOver(carried: HandoverData) {
	return await performAction(services, 'addTags', { ...ref, carried, fields: {} });
}

async function told() {
	const file = await services.store.read(ref);
	return file?.notifications.map(({ staffId, reason }) => [staffId, reason]);
}

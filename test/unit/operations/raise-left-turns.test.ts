import { DatabaseSync } from 'node:sqlite';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { closeConversation } from '../../../handover/operations/own-conversation';
import { raiseLeftTurns } from '../../../handover/operations/raise-left-turns';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { OverdueTurns } from '../../../handover/operations/overdue-turns';
import type { Services } from '../../../handover/operations/services';
import { SetClock, type TestServices } from '../../builders/services';
import { aMember } from '../../builders/staff';
import { leftTurnStage, ref, SECOND, SETTINGS } from '../../builders/left-turn-stage';

const stage = leftTurnStage();
const {
	write,
	answer,
	pass,
	comesBack,
	raisedOf,
	owner,
	leave,
	answerBy,
	handOver,
	told,
	alive,
	runner,
} = stage;
const human = { text: 'I am here', staffId: null };

describe('a turn comes back by itself', () => {
	test.each([
		['a node of ours failed on it', 0, (carried: HandoverData) => leave(carried)],
		['its process is gone', 0, () => void alive.delete('here/1/a')],
		['another node failed on it, and nobody says so', 60, () => undefined],
	])('when %s', async (_cause, within, happens) => {
		const { handover } = await write();
		happens(handover);
		// A process that is gone looks around no more; somebody else does.
		const looks = { ...stage.services, runner: runner('there/1/b') };
		const onError = jest.fn();
		await stage.services.leftTurns.write(stage.services);
		await raiseLeftTurns(looks, onError);
		for (let second = 0; second < within; second++) {
			expect(await raisedOf()).toEqual([]);
			stage.services.clock.advance(SECOND);
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
		['is closed', async () => void (await closeConversation(stage.services, ref, null))],
		['is taken by a human', async () => void (await recordHumanReply(stage.services, ref, human))],
	])('and does not when it %s', async (_what, happens) => {
		const { handover } = await write();
		await happens(handover);
		expect(await stage.services.store.findWatchedTurns(10)).toEqual([]);
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
		const begun = stage.services.clock.at;
		const after: number[] = [];
		for (const times of [1, 2, 3, 4]) {
			await comesBack(times);
			after.push(Math.round((stage.services.clock.at - begun) / SECOND));
		}
		// A human who is called is no answer of the bot's, for which others would wait.
		stage.services.silentBots.waitedInVain('default');
		expect(stage.services.silentBots.isSilent('default')).toBe(true);
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
		const begun = stage.services.clock.at;
		for (let tries = 0; tries < 4; tries++) {
			leave((await write('m', SETTINGS)).handover);
			const before = (await raisedOf()).length;
			while ((await raisedOf()).length === before) await pass(1);
			at.push((stage.services.clock.at - begun) / SECOND);
		}
		expect(at).toEqual([1, 7, 28, 29]);
		expect(await owner()).toBe('waiting');
	});

	test('is alerted when the flow finds nobody for it either', async () => {
		await stage.services.store.saveStaff([aMember('Ana', { fallbackContact: true })]);
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

describe('many at once', () => {
	test('who look at the same time raise it once', async () => {
		leave((await write()).handover);
		stage.services.clock.advance(SECOND);
		const fail = (error: unknown) => {
			throw error;
		};
		const done = await Promise.all(
			Array.from({ length: 8 }, async () => await raiseLeftTurns(stage.services, fail)),
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
			stage.services,
			{ ...other, messageId: 'o', text: 'o' },
			SETTINGS,
		);
		leave(received.handover);
		stage.services.clock.advance(SECOND);
		const { store } = stage.services;
		const change = store.change.bind(store);
		store.change = async (to, need, decide) => {
			if (to.conversationId === 'c') throw new Error('away');
			return await change(to, need, decide);
		};
		const onError = jest.fn();
		expect(await raiseLeftTurns(stage.services, onError)).toBe(1);
		expect(onError).toHaveBeenCalledTimes(1);
		expect(await raisedOf()).toMatchObject([{ messageId: 'o' }]);
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
		stage.services.clock.at += by;
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
			...stage.services,
			runner: runner('there/1/b'),
			clock: new SetClock(stage.services.clock.at + by),
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
		stage.services.clock.advance(60 * SECOND);
		await runDueJobs(stage.services);
		expect(await raisedOf()).toEqual([]);
	});
});

test('what a process of an older version has answered is not looked at for ever', async () => {
	const { handover } = await write();
	await answer(handover);
	const database = new DatabaseSync(stage.services.path);
	database.exec('UPDATE conversations SET answer_by = 1');
	database.close();
	expect(await stage.services.store.findWatchedTurns(10)).toHaveLength(1);
	await pass(1);
	expect(await stage.services.store.findWatchedTurns(10)).toEqual([]);
	expect(await raisedOf()).toEqual([]);
});

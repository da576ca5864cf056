import { runDueJobs } from '../../../handover/jobs/job-runner';
import { closeConversation, returnToBot } from '../../../handover/operations/own-conversation';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { actionStage } from '../../builders/action-stage';
import { NOON } from '../../builders/services';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const stage = actionStage();
const { perform, file } = stage;

const timers = async () =>
	(await file()).jobs.filter(({ kind }) => kind === 'endPause').map(({ dueAt }) => dueAt - NOON);
const resumed = async () =>
	(await file()).events.filter(({ type }) => type === 'bot.resumed').map(({ data }) => data);
const pauseFor = (hours: number) => perform('pauseBot', { pauseFor: hours, pauseUnit: 'hours' });
const say = (text: string) => recordHumanReply(stage.services, stage.ref, { text });

/** Steps: `+n` the clock moves by n minutes, `run` the worker looks, the rest by name. */
const STEPS: Record<string, () => Promise<unknown>> = {
	run: () => runDueJobs(stage.services),
	pause: () => pauseFor(1),
	'pause longer': async () => {
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await stage.startTurn('a human');
		await pauseFor(2);
	},
	forever: () => perform('pauseBot', { untilResumed: true }),
	assign: () => perform('assignConversation'),
	human: () => say('Ana here'),
	'hand back': () => returnToBot(stage.services, stage.ref, 'handedBack', null),
	resume: () => returnToBot(stage.services, stage.ref, 'resumed', null),
	close: () => closeConversation(stage.services, stage.ref, null),
	contact: () => receiveMessage(stage.services, { ...stage.ref, text: 'hello?' }),
};

async function walk(steps: string): Promise<void> {
	for (const step of steps.split(', ')) {
		if (/^[+-]\d+$/.test(step)) stage.services.clock.advance(Number(step) * MINUTE);
		else await STEPS[step]!();
	}
}

describe("the timer of the pause's end", () => {
	test.each([
		['pause', [60]],
		['pause, pause', [60]],
		['forever', []],
		['pause, assign', [60]],
		['assign, pause, human', [60]],
		['pause, +50, human', [65]],
		['pause, +50, human, +10, human', [75]],
		['pause, hand back', []],
		['pause, resume', []],
		['pause, close', []],
		['pause, +61, contact', []],
		['pause, +61, run', []],
		['pause longer', [120]],
	])('after "%s" it is due after minutes %j', async (steps, minutes) => {
		await walk(steps);
		expect(await timers()).toEqual(minutes.map((one) => one * MINUTE));
	});

	test.each([
		['pause, +59, run', 'waiting', 0],
		['pause, +60, run', 'bot', 1],
		['pause, +60, run, run', 'bot', 1],
		['assign, pause, +60, run', 'bot', 1],
		['pause, +50, human, +10, run', 'human', 0],
		['pause, +50, human, +15, run', 'bot', 1],
		['pause, +50, human, +14, human, +14, run', 'human', 0],
		['pause, +50, human, +14, human, +15, run', 'bot', 1],
		['forever, +99999, run', 'waiting', 0],
		['pause, hand back, +60, run', 'bot', 1],
		['pause, close, +60, run', 'closed', 0],
		['pause, +60, contact, run', 'bot', 1],
		// Days of downtime, and clocks that jump.
		['pause, +9999, run, run', 'bot', 1],
		['pause, +9999, run, -9999, run, +60, run', 'bot', 1],
		['pause, -120, run, +179, run', 'waiting', 0],
		['pause, -120, run, +180, run', 'bot', 1],
	])('after "%s" the conversation is with "%s", resumed %i times', async (steps, owner, times) => {
		await walk(steps);
		expect((await file()).conversation.owner).toBe(owner);
		expect(await resumed()).toHaveLength(times);
	});

	test('fires once, with the end of the handover, when several workers look at the same time', async () => {
		await walk('pause, +60');
		const { services } = stage;
		const others = [1, 2, 3].map((index) => ({
			...services,
			runner: { ...services.runner, id: `here/${index}/x` },
		}));
		await Promise.all(others.map((one) => runDueJobs(one)));
		expect(await resumed()).toEqual([{ reason: 'pauseEnded' }]);
		expect((await file()).handover?.endedAt).toBe(NOON + HOUR);
	});

	test('a worker whose lease is over does not fire what another has fired or moved', async () => {
		await walk('pause, +60');
		const { store, clock } = stage.services;
		const kinds = ['endPause'];
		const lease = () =>
			store.leaseJobs({ now: clock.now(), leaseBy: 'slow', leaseFor: 30_000, kinds, limit: 1 });
		expect(await lease()).toHaveLength(1);
		await runDueJobs(stage.services);
		expect(await resumed()).toHaveLength(0);
		clock.advance(30_000);
		await runDueJobs(stage.services);
		expect(await resumed()).toHaveLength(1);
	});
});

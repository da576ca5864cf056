import { actionStage } from '../../builders/action-stage';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { NOON } from '../../builders/services';

const HOUR = 3_600_000;
const stage = actionStage();
const { perform, file, scenario, startTurn } = stage;

describe('Pause Bot', () => {
	test.each([
		[{}, 24 * HOUR],
		[{ pauseFor: 5, pauseUnit: 'minutes' }, 5 * 60_000],
		[{ pauseFor: 30, pauseUnit: 'days' }, 30 * 24 * HOUR],
	])('%o', async (fields, span) => {
		await perform('pauseBot', fields);
		expect((await file()).conversation.pause).toEqual({ until: NOON + span });
	});

	test('a clock that was wrong once does not shift it', async () => {
		stage.services.clock.advance(365 * 24 * HOUR);
		await startTurn('a human');
		stage.services.clock.advance(-365 * 24 * HOUR);
		await startTurn('a human');
		await perform('pauseBot');
		await perform('createTask');
		expect(await file()).toMatchObject({
			conversation: { pause: { until: NOON + 24 * HOUR } },
			tasks: [{ dueAt: NOON + 24 * HOUR }],
		});
	});

	test('until resumed', async () => {
		const paused = await perform('pauseBot', { untilResumed: true });
		expect(paused.handover.pausedUntil).toBeNull();
		stage.services.clock.advance(40 * 24 * HOUR);
		expect((await receiveMessage(stage.services, { ...stage.ref, text: 'hello?' })).output).toBe(
			'human',
		);
	});

	test.each([
		[-1, 'hours'],
		[0, 'hours'],
		[31, 'days'],
		[721, 'hours'],
		[Number.NaN, 'hours'],
		['', 'hours'],
		[1, 'months'],
	])('%s %s is refused, and nothing is paused', async (pauseFor, pauseUnit) => {
		const failed = await perform('pauseBot', { pauseFor, pauseUnit });
		expect(failed.handover.action?.error?.code).toBe('PAUSE_OUT_OF_RANGE');
		expect((await file()).conversation.pause).toBeNull();
	});

	test("takes the scenario's sleep time before the node's", async () => {
		await scenario({ reactivateEnabled: true, sleepTime: 2, sleepTimeUnit: 'days' });
		await perform('pauseBot');
		expect((await file()).conversation.pause).toEqual({ until: NOON + 48 * HOUR });
	});
});

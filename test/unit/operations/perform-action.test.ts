import { actionStage } from '../../builders/action-stage';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { performAction } from '../../../handover/operations/perform-action';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { returnToBot } from '../../../handover/operations/own-conversation';

const stage = actionStage();
const { perform, file, scenario } = stage;

describe('every action', () => {
	test('opens the handover when it is the first, and joins it otherwise', async () => {
		await perform('addTags');
		await perform('createTask');
		const { handovers, conversation } = await file();
		expect(handovers).toHaveLength(1);
		expect(handovers[0]).toMatchObject({
			scenario: 'contactRequest',
			probability: 0.97,
			endedAt: null,
		});
		expect(conversation).toMatchObject({ owner: 'waiting', epoch: 1 });
	});

	test('is applied once, whatever is retried', async () => {
		for (const kind of [...ACTION_KINDS, ...ACTION_KINDS]) await perform(kind);
		const { handover, tasks, notifications, transcript, conversation } = await file();
		expect(handover?.actions.map(({ kind, status, attempts }) => [kind, status, attempts])).toEqual(
			ACTION_KINDS.map((kind) => [kind, 'done', 1]),
		);
		expect(tasks).toHaveLength(1);
		expect(notifications).toHaveLength(2);
		expect(transcript.filter(({ author }) => author === 'bot')).toHaveLength(1);
		expect(conversation.tags).toEqual(['human_handover']);
	});

	test('all at once open one handover', async () => {
		await Promise.all(
			ACTION_KINDS.map((kind) =>
				performAction(stage.services, kind, { ...stage.ref, carried: stage.carried, fields: {} }),
			),
		);
		expect((await file()).handovers).toHaveLength(1);
	});

	test('that failed leaves the others alone and may be tried again', async () => {
		const failed = await perform('pauseBot', { pauseFor: 31, pauseUnit: 'days' });
		expect(failed).toMatchObject({
			output: 'failed',
			handover: { action: { status: 'failed', error: { code: 'PAUSE_OUT_OF_RANGE' } } },
		});
		expect((await perform('addTags')).output).toBe('done');
		expect((await file()).conversation.pause).toBeNull();
		const again = await perform('pauseBot');
		expect(again.handover.action).toMatchObject({ status: 'done', attempts: 2, error: null });
	});

	test('of a conversation that nobody knows is refused', async () => {
		const action = performAction(stage.services, 'addTags', { conversationId: 'nobody' });
		await expect(action).rejects.toMatchObject({ code: 'CONVERSATION_UNKNOWN', status: 404 });
	});

	test('that is retried after the handback starts nothing new', async () => {
		const stale = stage.carried;
		await perform('addTags');
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		stage.carried = stale;
		expect((await perform('createTask')).handover.owner).toBe('bot');
		expect(await file()).toMatchObject({ handovers: [{ id: 'id-1' }], tasks: [] });
	});

	test('is not done for a decision that a human has overtaken', async () => {
		await recordHumanReply(stage.services, stage.ref, { text: 'Ana here', staffId: 'Ana' });
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		const late = await perform('sendClosingMessage');
		expect(late.handover).toMatchObject({
			reply: null,
			owner: 'bot',
			action: { status: 'skipped' },
		});
		expect(await file()).toMatchObject({ handovers: [], transcript: [{}, { author: 'human' }] });
	});

	test('that nobody has done when the handover ends is not done any more', async () => {
		await perform('addTags');
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		const { handover } = await file();
		expect(handover?.actions.map(({ status }) => status)).not.toContain('pending');
	});

	test("without a scenario is the flow's own decision", async () => {
		stage.carried = { ...stage.carried, trigger: null };
		await perform('addTags');
		expect((await file()).handover?.scenario).toBe('flow');
	});
});

test('a scenario can switch each action off', async () => {
	await scenario({
		skipAssignToUser: true,
		createTask: false,
		skipFinalMessage: true,
		skipPause: true,
		skipTags: true,
		skipNotify: true,
	});
	for (const kind of ACTION_KINDS) await perform(kind);
	const { handover } = await file();
	expect(handover?.actions.map(({ status }) => status)).toEqual(ACTION_KINDS.map(() => 'skipped'));
});

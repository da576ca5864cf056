import { actionStage } from '../../builders/action-stage';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import { saveStaff } from '../../../handover/operations/configure';

const stage = actionStage();
const { perform, file, scenario } = stage;

describe('Notify Staff', () => {
	const notified = async () =>
		(await file()).notifications.map(({ staffId, reason }) => [staffId, reason]);

	test.each([
		[
			true,
			true,
			[
				['Ana', 'conversationAssigned'],
				['Ana', 'taskAssigned'],
			],
		],
		[true, false, [['Ana', 'conversationAssigned']]],
		[false, true, [['Ana', 'taskAssigned']]],
		[false, false, []],
	])(
		'conversation %s, task %s',
		async (notifyConversationAssigned, notifyTaskAssigned, expected) => {
			await saveStaff(stage.services, [
				{ name: 'Ana', notifyConversationAssigned, notifyTaskAssigned },
			]);
			await perform('assignConversation');
			await perform('createTask');
			await perform('notifyStaff');
			expect(await notified()).toEqual(expected);
		},
	);

	test('says nothing of a task that was not created', async () => {
		await scenario({ createTask: false });
		for (const kind of ['assignConversation', 'createTask', 'notifyStaff'] as const)
			await perform(kind);
		expect(await notified()).toEqual([['Ana', 'conversationAssigned']]);
	});

	test('fails while nobody is assigned, and may be tried again when somebody is', async () => {
		const failed = await perform('notifyStaff');
		expect(failed.handover.action?.error?.code).toBe('STAFF_NOBODY_AVAILABLE');
		await perform('assignConversation');
		expect((await perform('notifyStaff')).output).toBe('done');
		expect(await notified()).toHaveLength(1);
	});
});

describe("of two bots' contacts, the bot's own are told", () => {
	const staffIds = ['Ana', 'Zoe'];
	beforeEach(async () => {
		await saveStaff(stage.services, [
			{ name: 'Ana', enabled: false },
			{ name: 'Ben', enabled: false, fallbackContact: true },
			{ name: 'Zoe', enabled: false, fallbackContact: true },
		]);
	});
	const told = async () => (await file()).notifications.map(({ staffId }) => staffId);

	test('when Assign Conversation is set wrongly', async () => {
		const failed = await perform('assignConversation', { acceptWithin: -1, staffIds });
		expect(failed.handover.fallback?.alerted).toEqual(['Zoe']);
		expect(await told()).toEqual(['Zoe']);
	});

	test('when another action fails after it', async () => {
		await scenario({ skipAssignToUser: true });
		await perform('assignConversation', { staffIds });
		const failed = await perform('createTask', { dueIn: -1 });
		expect(failed.handover.fallback?.alerted).toEqual(['Zoe']);
	});

	test('when the flow ends before it', async () => {
		await perform('addTags', { staffIds });
		stage.services.clock.advance(10 * 60_000);
		await runDueJobs(stage.services);
		expect(await told()).toEqual(['Zoe']);
	});

	test('through the webhook of Notify Staff', async () => {
		await perform('assignConversation', { staffIds });
		const failed = await perform('notifyStaff', { webhookId: 'w' });
		expect(failed.handover.fallback?.alerted).toEqual(['Zoe']);
	});

	test('and the whole roster of a flow that names nobody', async () => {
		const failed = await perform('assignConversation', { acceptWithin: -1 });
		expect(failed.handover.fallback?.alerted).toEqual(['Ben', 'Zoe']);
	});
});

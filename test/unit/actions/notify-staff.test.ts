import { actionStage } from '../../builders/action-stage';
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

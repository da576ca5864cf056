import { actionStage } from '../../builders/action-stage';
import { returnToBot } from '../../../handover/operations/own-conversation';

const stage = actionStage();
const { perform, scenario, startTurn } = stage;

describe('Assign Conversation', () => {
	test('goes round, and on from where it was after a restart', async () => {
		const order: Array<string | null> = [];
		for (const conversationId of ['a', 'b', 'c2', 'd']) {
			stage.ref = { botId: 'default', conversationId };
			await startTurn('a human please');
			order.push((await perform('assignConversation')).handover.assignee);
		}
		expect(order).toEqual(['Ana', 'Ben', 'Chloe', 'Ana']);
	});

	test('keeps the person who had the conversation before', async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await startTurn('a human again please');
		expect((await perform('assignConversation')).handover.assignee).toBe('Chloe');
	});

	test("keeps nobody who is not among the node's own people any more", async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await startTurn('a human again please');
		const next = await perform('assignConversation', { staffIds: ['Ana', 'Ben'] });
		expect(next.handover.assignee).toBe('Ana');
	});

	test('asks the rule instead when it is not to keep them', async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await startTurn('a human again please');
		const next = await perform('assignConversation', { keepCurrentAssignee: false });
		expect(next.handover.assignee).toBe('Ana');
	});

	test("takes the scenario's staff member before the node's", async () => {
		await scenario({ assignToUserId: 'Ben' });
		const next = await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		expect(next.handover).toMatchObject({ assignee: 'Ben', owner: 'human' });
	});

	test('fails for a person nobody knows, and assigns nobody', async () => {
		const failed = await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Zed' });
		expect(failed).toMatchObject({
			output: 'failed',
			handover: { owner: 'waiting', assignee: null, action: { error: { code: 'STAFF_UNKNOWN' } } },
		});
	});

	test("goes round among the node's own people only", async () => {
		const next = await perform('assignConversation', { staffIds: ['Chloe'] });
		expect(next.handover.assignee).toBe('Chloe');
	});
});

import { actionStage } from '../../builders/action-stage';

const { perform } = actionStage();

test.each([
	['notifyStaff', { onConversationAssigned: 'yes' }, 'On Conversation Assigned'],
	['assignConversation', { staffId: ['Ana'] }, 'Staff ID'],
	['sendClosingMessage', { messages: { de: 7 } }, 'Messages'],
] as const)('%s names a wrong field as the dialog does: %o', async (kind, fields, label) => {
	const { handover } = await perform(kind, fields);
	expect(handover.action?.error?.message).toBe(
		`${label} is not valid. Check this field of the node.`,
	);
});

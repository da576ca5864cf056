import { actionStage } from '../../builders/action-stage';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';

const stage = actionStage();
const { perform, scenario, startTurn } = stage;

describe('Send Closing Message', () => {
	const standard = 'Thank you! Someone from the team will get back to you.';
	const messages = { de: 'Danke!', 'pt-BR': 'Obrigado!' };

	test.each([
		[null, standard],
		['en', standard],
		['de', 'Danke!'],
		['de-AT', 'Danke!'],
		['PT_br', 'Obrigado!'],
		['pt', standard],
	])('in the language %s', async (language, text) => {
		await startTurn('a human', { language });
		expect((await perform('sendClosingMessage', { messages })).handover.reply).toBe(text);
	});

	test('is handed out by the run that sent it, and by no other', async () => {
		const first = await perform('sendClosingMessage');
		expect(first.handover.reply).toBe(standard);
		stage.carried = { ...stage.carried, reply: null };
		expect((await perform('sendClosingMessage')).handover.reply).toBeNull();
	});

	test("takes the scenario's text before the node's", async () => {
		await scenario({ finalMessage: 'One moment.' });
		expect((await perform('sendClosingMessage', { message: 'Bye' })).handover.reply).toBe(
			'One moment.',
		);
	});

	test('does not talk over a human who already answers', async () => {
		await perform('assignConversation');
		await recordHumanReply(stage.services, stage.ref, { text: 'Hi, Ana here', staffId: 'Ana' });
		const skipped = await perform('sendClosingMessage');
		expect(skipped.handover).toMatchObject({ reply: null, action: { status: 'skipped' } });
	});
});

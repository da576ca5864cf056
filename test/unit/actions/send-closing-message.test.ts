import { actionStage } from '../../builders/action-stage';
import { returnToBot } from '../../../handover/operations/own-conversation';
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

	test('is written once, and handed out to the turn that it was sent for, as often as that comes', async () => {
		const first = await perform('sendClosingMessage');
		expect(first.handover).toMatchObject({ reply: standard, replySeq: 2 });
		for (const _again of [1, 2]) {
			stage.carried = { ...stage.carried, reply: null, replySeq: null };
			const { handover } = await perform('sendClosingMessage');
			expect(handover).toMatchObject({ reply: standard, replySeq: 2 });
		}
		const { transcript } = await stage.file();
		expect(transcript).toHaveLength(2);
		expect(transcript[1]).toMatchObject({ author: 'bot', answersSeq: 1 });
	});

	test('is handed out to no other turn that joins the handover', async () => {
		const waiting = stage.carried;
		await perform('sendClosingMessage');
		await startTurn('a human, please');
		const joined = await perform('sendClosingMessage');
		expect(joined.handover).toMatchObject({ reply: null, replySeq: null });
		stage.carried = waiting;
		expect((await perform('sendClosingMessage')).handover.reply).toBe(standard);
	});

	test('is not handed out again once a human answers, or the handover is over', async () => {
		await perform('sendClosingMessage');
		const before = { ...stage.carried, reply: null, replySeq: null };
		await recordHumanReply(stage.services, stage.ref, { text: 'Hi, Ana here' });
		stage.carried = before;
		expect((await perform('sendClosingMessage')).handover.reply).toBeNull();
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		stage.carried = before;
		expect((await perform('sendClosingMessage')).handover.reply).toBeNull();
		await startTurn('a human once more');
		expect((await perform('createTask')).handover.handoverId).not.toBeNull();
		stage.carried = before;
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

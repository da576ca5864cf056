import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import { classifyTurn } from '../../../handover/operations/classify-turn';
import { countAttempt } from '../../../handover/operations/count-attempt';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { trainedModel } from '../../../nodes/trained-model';
import { aMember } from '../../builders/staff';
import { openTestServices, type TestServices } from '../../builders/services';
import { differences } from './compare';
import { answer, planConversations, type PlannedMessage } from './plan';

const SIZE = { messages: 2_000, conversations: 200, seed: 4 };

let services: TestServices;
beforeAll(async () => {
	const opened = await openTestServices();
	services = Object.assign(opened, { classifier: builtInClassifier(trainedModel()) });
	await services.store.saveStaff(['Ana', 'Ben', 'Chloe'].map((id) => aMember(id)));
});
afterAll(async () => await services.close());

test('one process that takes one message after the other does what the model predicts', async () => {
	const conversations = planConversations(SIZE);
	for (const { conversationId, deliveries } of conversations) {
		for (const message of deliveries.flat()) await play(conversationId, message);
	}
	expect((await differences(services.store, conversations)).slice(0, 5)).toEqual([]);
});

/** The reference flow, as far as these messages go through it. */
async function play(conversationId: string, { messageId, text }: PlannedMessage): Promise<void> {
	const ref = { botId: 'default', conversationId };
	services.clock.advance(1_000);
	const received = await receiveMessage(services, { ...ref, messageId, text });
	const { output, handover } = await awaitTurn(services, received);
	if (output !== 'bot') return;
	const judge = 'contactMessage' as const;
	const classified = await classifyTurn(services, { ...ref, carried: handover, judge });
	if (classified.output === 'contactRequest') return await handOver(ref, classified.handover);
	const counted = await countAttempt(services, { ...ref, carried: classified.handover });
	if (counted.output === 'failedToResolve') return await handOver(ref, counted.handover);
	const { failedAttempts, classification } = counted.handover;
	const failedNow = classification?.attempt === 'failed';
	const reply = answer(text, { failedAttempts, failedNow });
	await beforeReply(services, { ...ref, carried: counted.handover, text: reply });
}

async function handOver(
	ref: { botId: string; conversationId: string },
	carried: object,
): Promise<void> {
	for (const kind of ACTION_KINDS) {
		await performAction(services, kind, { ...ref, carried });
	}
}

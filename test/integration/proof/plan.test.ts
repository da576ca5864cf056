import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import { trainedModel } from '../../../nodes/trained-model';
import { aMember } from '../../builders/staff';
import { openTestServices, type TestServices } from '../../builders/services';
import { differences } from './compare';
import { Heard } from './heard';
import { planConversations } from './plan';
import { play } from './play';

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
	const heard = new Heard();
	for (const { conversationId, deliveries } of conversations) {
		for (const message of deliveries.flat()) {
			services.clock.advance(1_000);
			heard.add(message.messageId, await play(services, conversationId, message));
		}
	}
	expect((await differences(services.store, conversations, heard)).slice(0, 5)).toEqual([]);
});

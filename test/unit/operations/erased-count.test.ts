import { countAttempt } from '../../../handover/operations/count-attempt';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { openTestServices } from '../../builders/services';
const ref = { botId: 'default', conversationId: 'c' };
test('an item of an erased conversation counts nothing in the new one', async () => {
	const services = await openTestServices();
	const receive = async (messageId: string) =>
		(await receiveMessage(services, { ...ref, messageId, text: 'hello' })).handover;
	await receive('m1');
	const erased = await receive('m2');
	await services.store.erase(ref);
	services.clock.advance(1_000);
	const fresh = await receive('n1');
	const classification = {
		label: 'failedAttempt',
		customScenario: null,
		probability: 1,
		runnerUp: null,
		attempt: 'failed',
		classifier: 'c',
		duration: 1,
		evidence: [{ source: 'botDraft', rule: 'r', text: null }],
	};
	const count = async (carried: object) =>
		(await countAttempt(services, { ...ref, carried: { ...carried, classification } })).handover
			.failedAttempts;
	expect(await count(erased)).toBe(0);
	expect(await count(fresh)).toBe(1);
	await services.close();
});

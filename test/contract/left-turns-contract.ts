import { beat } from '../../handover/operations/beat';
import { beforeReply } from '../../handover/operations/before-reply';
import { performAction } from '../../handover/operations/perform-action';
import { receiveMessage } from '../../handover/operations/receive-message';
import type { Services } from '../../handover/operations/services';
import type { Store } from '../../handover/stores/store';
import { openTestServices, type TestServices } from '../builders/services';
import { ref } from './store-builders';

const MESSAGES = 40;
const trigger = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };

/** What becomes of a turn that its process leaves, on every store, whoever else wants it just now. */
export function leftTurnsContract(
	open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>,
) {
	let here: TestServices;
	let there: TestServices;
	beforeEach(async () => {
		const { store, reopen } = await open();
		const runner = (id: string) => ({ id, isAlive: () => true });
		here = await openTestServices({ store, runner: runner('here/1/a') });
		there = await openTestServices({ store: await reopen(), runner: runner('there/1/b') });
	});
	afterEach(async () => {
		await here.close();
		await there.close();
	});

	const receive = (by: Services, conversationId: string) =>
		receiveMessage(by, { ...ref, conversationId, messageId: 'm', text: 'hello' });
	const runners = async (conversationId: string) => {
		const own = { ...ref, conversationId };
		const { admission, conversation, handover } = await there.store.snapshot(own, {
			messageId: 'm',
		});
		return [admission?.runner, conversation?.openTurns[0]?.runner, handover?.runner];
	};

	test('a turn that was left is nobody’s, and then that of one who takes it up', async () => {
		const { handover } = await receive(here, 'c');
		here.leftTurns.leave(here, handover);
		await beat(here);
		expect(await runners('c')).toEqual(['', '', undefined]);
		expect((await receive(there, 'c')).output).toBe('bot');
		expect(await runners('c')).toEqual(['there/1/b', 'there/1/b', undefined]);
		here.leftTurns.leave(here, handover);
		await beat(here);
		expect(await runners('c')).toEqual(['there/1/b', 'there/1/b', undefined]);
	});

	test('a handover that was left half done is nobody’s, and then likewise', async () => {
		const { handover } = await receive(here, 'c');
		const carried = { ...handover, trigger };
		await performAction(here, 'pauseBot', { ...ref, carried });
		here.leftTurns.leave(here, carried);
		await beat(here);
		expect(await runners('c')).toEqual(['here/1/a', undefined, '']);
		expect((await receive(there, 'c')).output).toBe('bot');
		expect(await runners('c')).toEqual(['here/1/a', undefined, 'there/1/b']);
	});

	test('a turn that is left while it is answered or comes again has one answer in the end', async () => {
		await Promise.all(
			Array.from({ length: MESSAGES }, async (_, index) => {
				const conversationId = `c${index}`;
				const own = { ...ref, conversationId };
				const { handover } = await receive(here, conversationId);
				here.leftTurns.leave(here, handover);
				const answers = [
					beforeReply(here, { ...own, carried: handover, text: 'from here' }),
					receive(there, conversationId).then(async (received) => {
						if (received.output !== 'bot') return;
						const carried = received.handover;
						await beforeReply(there, { ...own, carried, text: 'from there' });
					}),
				];
				await Promise.all(answers);
				const file = await there.store.read(own);
				expect(file?.transcript.map(({ author }) => author)).toEqual(['contact', 'bot']);
				expect(file?.conversation.openTurns).toEqual([]);
				const { admission } = await there.store.snapshot(own, { messageId: 'm' });
				expect(admission?.settled).toBe(true);
			}),
		);
	});
}

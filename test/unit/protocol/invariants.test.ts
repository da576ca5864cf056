import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { returnToBot } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { brokenNow } from '../../builders/invariants';
import { openTestServices, type TestServices } from '../../builders/services';

const ref = { botId: 'default', conversationId: 'c' };
let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
});
afterEach(async () => await services.close());

async function isHandedOver(messageId: string): Promise<void> {
	const { handover } = await receiveMessage(services, { ...ref, messageId, text: messageId });
	for (const kind of ACTION_KINDS) {
		await performAction(services, kind, { ...ref, carried: handover });
	}
}

const fileNow = async () => (await services.store.read(ref))!;

test('each of two handovers, one after the other, closes with a message of its own', async () => {
	await isHandedOver('m1');
	await returnToBot(services, ref, 'handedBack', null);
	await isHandedOver('m2');
	const file = await fileNow();
	const said = file.transcript.filter(({ text }) => text === DEFAULT_CLOSING_MESSAGE);
	expect(said).toHaveLength(2);
	expect(brokenNow(file)).toEqual([]);
});

test('a handover that closes with two messages, or with none, is broken', async () => {
	await isHandedOver('m1');
	const file = await fileNow();
	const said = file.transcript.filter(({ text }) => text === DEFAULT_CLOSING_MESSAGE);
	const others = file.transcript.filter(({ text }) => text !== DEFAULT_CLOSING_MESSAGE);
	for (const transcript of [[...others, ...said, ...said], others]) {
		expect(brokenNow({ ...file, transcript })).toEqual([
			'a closing message was sent twice, or got lost',
		]);
	}
});

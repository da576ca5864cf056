import { forgetOldThisHour } from '../../../handover/operations/forget-old';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { openTestServices, type TestServices } from '../../builders/services';

const ref = { botId: 'default', conversationId: 'c' };
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
});
afterEach(async () => await services.close());

const linesLeft = async () => (await services.store.read(ref))?.transcript.length;

test('what is past its time is forgotten', async () => {
	await receiveMessage(services, { ...ref, text: 'first' }, { keepDays: 1 });
	await forgetOldThisHour(services);
	services.clock.advance(DAY + MINUTE);
	// The line, and the conversation of which nothing is left.
	expect(await forgetOldThisHour(services)).toBe(2);
	expect(await linesLeft()).toBeUndefined();
});

test('a second process in the same hour leaves it to the first', async () => {
	const prune = jest.spyOn(services.store, 'prune');
	await Promise.all([forgetOldThisHour(services), forgetOldThisHour({ ...services })]);
	expect(prune).toHaveBeenCalledTimes(1);
	services.clock.advance(60 * MINUTE);
	await forgetOldThisHour(services);
	expect(prune).toHaveBeenCalledTimes(2);
});

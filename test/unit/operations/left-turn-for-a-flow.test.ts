import { viewForFlow } from '../../../handover/operations/follow-events';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { leftTurnStage, ref, SECOND, SETTINGS } from '../../builders/left-turn-stage';

const stage = leftTurnStage();
const { write, answer, pass, leave, viewOf, recordLine } = stage;

test('a flow hears of it with what the contact wrote, which the event itself does not hold', async () => {
	leave((await write()).handover);
	await pass(1);
	const events = await stage.services.store.readEvents(0, 10);
	expect(JSON.stringify(events)).not.toContain('text of');
	expect(await viewOf(events.at(-1)!)).toMatchObject({
		type: 'turn.left',
		conversationId: 'c',
		messageId: 'm',
		text: 'text of m',
	});
	expect(await viewForFlow(stage.services, events.at(-1)!, [])).not.toHaveProperty('text');
	await stage.services.store.erase(ref);
	expect(await viewOf(events.at(-1)!)).toMatchObject({ text: null });
});

test.each([
	['', async () => undefined],
	[', nor where it has begun anew', async () => void (await write('another'))],
])('what was erased after a flow has heard of it does not come back%s', async (_where, happens) => {
	leave((await write()).handover);
	await pass(1);
	const view = await viewOf((await stage.services.store.readEvents(0, 10)).at(-1)!);
	const again = { ...ref, messageId: 'm', text: 'text of m', carried: { ...ref, ...view } };
	await stage.services.store.erase(ref);
	stage.services.clock.advance(SECOND);
	await happens();
	await expect(receiveMessage(stage.services, again)).rejects.toMatchObject({
		code: 'CONVERSATION_UNKNOWN',
	});
	expect(JSON.stringify((await stage.services.store.read(ref)) ?? {})).not.toContain('text of m"');
	const other = { ...again, carried: { ...again.carried, conversationId: 'other' } };
	expect((await receiveMessage(stage.services, other)).output).toBe('bot');
});

test('its line is kept until it is answered, however few are', async () => {
	const few = { ...SETTINGS, keepMessages: 2 };
	await write('m', few);
	for (const id of ['1', '2', '3']) await answer((await write(id, few)).handover);
	await pass(61);
	const left = (await stage.services.store.readEvents(0, 100)).find(
		({ type }) => type === 'turn.left',
	)!;
	expect(await viewOf(left)).toMatchObject({ messageId: 'm', text: 'text of m' });
	await answer((await write('m', few)).handover);
	await write('4', few);
	expect((await stage.services.store.read(ref))?.transcript).toHaveLength(2);
});

test('its line is found behind however many others', async () => {
	await write('m', { ...SETTINGS, keepMessages: 1_000 });
	for (let line = 0; line < 210; line++) await recordLine();
	await pass(61);
	const left = (await stage.services.store.readEvents(0, 1_000)).find(
		({ type }) => type === 'turn.left',
	)!;
	expect(await viewOf(left)).toMatchObject({ messageId: 'm', text: 'text of m' });
});

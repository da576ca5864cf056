import { beat } from '../../../handover/operations/beat';
import { performAction } from '../../../handover/operations/perform-action';
import { failingNodeStage, trigger } from '../../builders/failing-node-stage';

const stage = failingNodeStage();
const { failInHandover, goAway, leave, receive, ref } = stage;

describe('a handover in which a node failed', () => {
	test.each([
		['the same message, sent again', 'm1', 'm1'],
		['the next message', 'm1', 'm2'],
		['the next message, where none has an id', undefined, undefined],
	])('is finished by %s, wherever it comes', async (_case, first, next) => {
		await failInHandover(await receive(first));
		const again = await receive(next, stage.other);
		expect(again).toMatchObject({
			output: 'bot',
			handover: { duplicate: false, trigger: { scenario: 'contactRequest' } },
		});
		expect((await receive('m3')).output).toBe('human');
	});

	test('is finished also when the flow opened it itself, as by a tool call of its agent', async () => {
		const { handover } = await receive('m1');
		await performAction(stage.services, 'assignConversation', { ...ref, carried: handover });
		await leave(handover);
		expect(await receive('m1', stage.other)).toMatchObject({
			output: 'bot',
			handover: { duplicate: false, scenario: 'flow' },
		});
	});

	test('stays as it is when another message fails without one', async () => {
		const [first, second] = [await receive('m1'), await receive('m2')];
		await performAction(stage.services, 'assignConversation', { ...ref, carried: first.handover });
		await leave(second.handover);
		expect((await stage.services.store.read(ref))?.handover?.runner).toBe('here/1/a');
	});

	test('is its process’s again when a node that is tried again goes on with it', async () => {
		const { handover } = await receive('m1');
		await failInHandover({ handover });
		const carried = { ...handover, trigger };
		await performAction(stage.services, 'pauseBot', { ...ref, carried });
		expect((await receive('m2', stage.other)).output).toBe('human');
	});

	test('is left before a node that is tried again goes on with it, not after', async () => {
		const { handover } = await receive('m1');
		const carried = { ...handover, trigger };
		await performAction(stage.services, 'createTask', { ...ref, carried });
		const { comeBack } = goAway();
		await leave(carried);
		comeBack();
		await performAction(stage.services, 'pauseBot', { ...ref, carried });
		await beat(stage.services);
		expect((await receive('m2', stage.other)).output).toBe('human');
	});

	test('stays with another process that has taken it up', async () => {
		const { handover } = await receive('m1');
		await failInHandover({ handover });
		await receive('m1', stage.other);
		await leave({ ...handover, trigger });
		expect((await stage.services.store.read(ref))?.handover?.runner).toBe('there/1/b');
	});
});

import { Conversation } from '../../../nodes/n8n/Conversation/Conversation.node';
import { CreateTask } from '../../../nodes/n8n/CreateTask/CreateTask.node';
import { HandoverGate } from '../../../nodes/n8n/HandoverGate/HandoverGate.node';
import { execute, useFolderOfItsOwn } from './n8n-fakes';

useFolderOfItsOwn();

interface Told {
	completed: string[];
	view: { tasks: Array<{ id: string; status: string }> };
}

async function operate(operation: string, item: object, more: object = {}): Promise<Told> {
	const [done] = await execute(new Conversation(), {
		items: [item as never],
		parameters: { operation, ...more },
	});
	return done![0]!.json['handover'] as unknown as Told;
}

async function withTask(conversationId: string): Promise<string> {
	const [items] = await execute(new HandoverGate(), {
		items: [{ conversationId, text: 'a human, please' }],
	});
	await execute(new CreateTask(), { items: items! });
	const { view } = await operate('get', { conversationId });
	return view.tasks[0]!.id;
}

test('Complete Tasks completes those that are open, once, and another time none', async () => {
	const id = await withTask('t1');
	expect(await operate('completeTasks', { conversationId: 't1' })).toMatchObject({
		completed: [id],
	});
	expect(await operate('completeTasks', { conversationId: 't1' })).toMatchObject({
		completed: [],
	});
	const { view } = await operate('get', { conversationId: 't1' });
	expect(view.tasks).toMatchObject([{ id, status: 'done' }]);
});

test('Complete Tasks finds task and staff member in the request', async () => {
	const id = await withTask('t2');
	const one = { which: 'one' };
	const other = operate('completeTasks', { conversationId: 't2', taskId: 'other' }, one);
	await expect(other).rejects.toMatchObject({ description: 'TASK_UNKNOWN' });
	const nobody = operate('completeTasks', { conversationId: 't2', staffId: 'Nobody' });
	await expect(nobody).rejects.toMatchObject({ description: 'STAFF_UNKNOWN' });
	const body = { conversationId: 't2', taskId: id };
	const misspelt = operate('completeTasks', { body: { ...body, taskId: undefined } }, one);
	await expect(misspelt).rejects.toMatchObject({ description: 'TASK_UNKNOWN' });
	expect(await operate('completeTasks', { body }, one)).toMatchObject({ completed: [id] });
});

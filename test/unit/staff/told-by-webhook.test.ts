import { runDueJobs } from '../../../handover/jobs/job-runner';
import { saveStaff } from '../../../handover/operations/configure';
import { outboxStage, WEBHOOK } from '../../builders/outbox-stage';

const stage = outboxStage();
const { receiver, notify, perform, file } = stage;

const told = () =>
	receiver.calls.map(({ body }) => {
		const { data } = JSON.parse(body) as { data: { reason: string; staff: { id: string } } };
		return [data.staff.id, data.reason];
	});
const pass = async (minutes: number) => {
	stage.services.clock.advance(minutes * 60_000);
	await runDueJobs(stage.services);
};

describe('the webhook of Notify Staff', () => {
	test('tells whoever gets the conversation later, and the contacts when nobody is left', async () => {
		await saveStaff(stage.services, [{ name: 'Zoe', enabled: false, fallbackContact: true }]);
		await perform('assignConversation');
		await notify();
		await runDueJobs(stage.services);
		for (const _each of ['Ben', 'Chloe', 'nobody']) await pass(10);
		await runDueJobs(stage.services);
		expect(told()).toEqual([
			['Ana', 'conversationAssigned'],
			['Ben', 'conversationAssigned'],
			['Chloe', 'conversationAssigned'],
			['Zoe', 'nobodyAvailable'],
		]);
	});

	test('tells the contacts that nobody had it from the start, once', async () => {
		await saveStaff(stage.services, [
			...['Ana', 'Ben', 'Chloe'].map((name) => ({ name, enabled: false })),
			{ name: 'Zoe', enabled: false, fallbackContact: true },
		]);
		await perform('assignConversation');
		for (const _again of [1, 2]) {
			const { output, handover } = await notify();
			expect(output).toBe('failed');
			expect(handover.action?.error?.code).toBe('STAFF_NOBODY_AVAILABLE');
		}
		await runDueJobs(stage.services);
		expect(told()).toEqual([['Zoe', 'nobodyAvailable']]);
		const { notifications } = await file();
		expect(notifications.map(({ staffId, channel }) => [staffId, channel])).toEqual([
			['Zoe', 'inApp'],
			['Zoe', 'webhook'],
		]);
	});

	describe('that failed while nobody had the conversation, which was then passed on', () => {
		beforeEach(async () => {
			expect((await notify()).output).toBe('failed');
			await perform('assignConversation');
			await pass(10);
			expect(told()).toEqual([['Ben', 'conversationAssigned']]);
		});

		test('does not tell the one who has it once more when it is done at last', async () => {
			expect((await notify()).output).toBe('done');
			await runDueJobs(stage.services);
			expect(told()).toEqual([['Ben', 'conversationAssigned']]);
		});

		test('tells them at another address', async () => {
			expect((await notify({ webhook: { ...WEBHOOK, id: 'test/2' } })).output).toBe('done');
			await runDueJobs(stage.services);
			expect(told()).toEqual([
				['Ben', 'conversationAssigned'],
				['Ben', 'conversationAssigned'],
			]);
		});

		test('tells them of the task that was made since', async () => {
			await perform('createTask');
			await notify({ fields: { onTaskAssigned: true } });
			await runDueJobs(stage.services);
			expect(told()).toEqual([
				['Ben', 'conversationAssigned'],
				['Ben', 'taskAssigned'],
			]);
		});
	});
});

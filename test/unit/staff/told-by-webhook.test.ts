import { runDueJobs } from '../../../handover/jobs/job-runner';
import { saveStaff } from '../../../handover/operations/configure';
import { outboxStage } from '../../builders/outbox-stage';

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
});

import type { ActionKind } from '../../handover/conversation/handover';
import { runDueJobs } from '../../handover/jobs/job-runner';
import { performAction } from '../../handover/operations/perform-action';
import { receiveMessage } from '../../handover/operations/receive-message';
import type { StaffMember } from '../../handover/staff/staff-member';
import type { Store } from '../../handover/stores/store';
import { openTestServices, type TestServices } from '../builders/services';
import { aMember } from '../builders/staff';
import { ref } from './store-builders';

const BROKEN = { webhookFault: 'No secret.' };
const WEBHOOK = { webhookId: 'w' };
const MINUTE = 60_000;

/** Who is told what on every store when Notify Staff fails, and is done again. */
export function notifyContract(open: () => Promise<{ store: Store }>) {
	let services: TestServices;
	let carried: unknown;
	const perform = async (kind: ActionKind, fields: object = {}) => {
		const done = await performAction(services, kind, { ...ref, carried, fields });
		carried = done.handover;
		return done.handover;
	};
	const notify = (fields: object) => perform('notifyStaff', fields);
	const told = async () => {
		const { notifications } = (await services.store.read(ref))!;
		return notifications.map(({ staffId, reason, channel }) => `${staffId} ${reason} ${channel}`);
	};
	const start = async (staff: Array<Partial<StaffMember> & { id: string }> = [{ id: 'Ana' }]) => {
		await services.store.saveStaff(staff.map(({ id, ...given }) => aMember(id, given)));
		carried = (await receiveMessage(services, { ...ref, text: 'A human, please' })).handover;
	};

	describe('Notify Staff that fails', () => {
		beforeEach(async () => {
			services = await openTestServices({ store: (await open()).store });
		});
		afterEach(async () => await services.close());

		test('tells the assignee in the app, and not once more there when it is done at last', async () => {
			await start();
			await perform('assignConversation');
			expect((await notify(BROKEN)).fallback).toMatchObject({ alerted: ['Ana'] });
			expect(await told()).toEqual(['Ana conversationAssigned inApp']);
			expect((await notify(WEBHOOK)).action).toMatchObject({ status: 'done' });
			expect(await told()).toEqual([
				'Ana conversationAssigned inApp',
				'Ana conversationAssigned webhook',
			]);
		});

		test('tells in the app what is new since it failed, however often it does', async () => {
			await start();
			await perform('assignConversation');
			await notify(BROKEN);
			await perform('createTask');
			expect((await notify(BROKEN)).fallback).toMatchObject({ alerted: ['Ana'] });
			expect((await notify(BROKEN)).fallback).toMatchObject({ alerted: [] });
			expect((await notify(BROKEN)).fallback).toMatchObject({ alerted: [] });
			await notify({});
			expect(await told()).toEqual(['Ana conversationAssigned inApp', 'Ana taskAssigned inApp']);
		});

		test('tells whoever is assigned afterwards, when it fails once more', async () => {
			await start();
			await notify(BROKEN);
			await perform('assignConversation');
			expect((await notify(BROKEN)).fallback).toMatchObject({ alerted: ['Ana'] });
			expect(await told()).toEqual(['Ana conversationAssigned inApp']);
		});

		test('does not tell who had an earlier handover, before they have this one', async () => {
			await start();
			await services.store.change(ref, {}, ({ conversation }) => ({
				result: undefined,
				writes: [{ type: 'conversation', conversation: { ...conversation!, assignee: 'Ana' } }],
			}));
			expect((await notify(BROKEN)).fallback).toMatchObject({ assignee: null, alerted: [] });
			expect(await told()).toEqual([]);
			await perform('assignConversation');
			await notify({});
			expect(await told()).toEqual(['Ana conversationAssigned inApp']);
		});

		test('tells somebody who was told as a contact that they have it after all', async () => {
			await start([{ id: 'Ana', fallbackContact: true }]);
			await perform('assignConversation', { acceptWithin: -1 });
			await notify(BROKEN);
			await perform('assignConversation');
			expect((await notify(BROKEN)).fallback).toMatchObject({ alerted: ['Ana'] });
			expect(await told()).toEqual(['Ana nobodyAvailable inApp', 'Ana conversationAssigned inApp']);
		});

		test('tells whom it is passed on to once, also when it is done after that', async () => {
			await start([{ id: 'Ana' }, { id: 'Ben' }]);
			await perform('assignConversation');
			await notify(BROKEN);
			services.clock.advance(11 * MINUTE);
			await runDueJobs(services);
			await notify(BROKEN);
			await notify({});
			expect(await told()).toEqual([
				'Ana conversationAssigned inApp',
				'Ben conversationAssigned inApp',
			]);
		});

		test.each([
			[true, true, ['conversationAssigned', 'taskAssigned']],
			[true, false, ['conversationAssigned']],
			[false, true, ['taskAssigned']],
			[false, false, []],
			['by mistake', false, ['conversationAssigned']],
		])(
			'tells of the conversation (%s) and of the task (%s) as the node is set, and the next one, too',
			async (onConversationAssigned, onTaskAssigned, reasons) => {
				await start([{ id: 'Ana' }, { id: 'Ben' }]);
				await perform('assignConversation');
				await perform('createTask');
				const failed = await notify({ ...BROKEN, onConversationAssigned, onTaskAssigned });
				expect(failed.fallback).toMatchObject({
					assignee: 'Ana',
					alerted: reasons.length ? ['Ana'] : [],
				});
				expect(await told()).toEqual(reasons.map((reason) => `Ana ${reason} inApp`));
				services.clock.advance(11 * MINUTE);
				await runDueJobs(services);
				expect((await told()).filter((one) => one.startsWith('Ben'))).toEqual(
					reasons.map((reason) => `Ben ${reason} inApp`),
				);
			},
		);
	});

	test('Notify Staff tells whom it is passed on to only of what it is set to', async () => {
		services = await openTestServices({ store: (await open()).store });
		await start([
			{ id: 'Ana' },
			{ id: 'Ben' },
			{ id: 'Zoe', enabled: false, fallbackContact: true },
		]);
		await perform('assignConversation');
		await perform('createTask');
		await notify({ onConversationAssigned: false });
		for (const _each of ['Ben', 'nobody']) {
			services.clock.advance(11 * MINUTE);
			await runDueJobs(services);
		}
		expect(await told()).toEqual([
			'Ana taskAssigned inApp',
			'Ben taskAssigned inApp',
			'Zoe nobodyAvailable inApp',
		]);
		await services.close();
	});
}

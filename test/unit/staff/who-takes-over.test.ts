import { builtInDesk } from '../../../handover/desks/built-in-desk';
import type { Desk } from '../../../handover/desks/desk';
import { HandoverError } from '../../../handover/errors';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import { inAppChannel } from '../../../handover/notifications/in-app-channel';
import { acceptHandover } from '../../../handover/operations/accept-handover';
import { readConversation } from '../../../handover/operations/conversation-view';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { saveStaff } from '../../../handover/operations/configure';
import type { Services } from '../../../handover/operations/services';
import type { StaffMember } from '../../../handover/staff/staff-member';
import type { Store } from '../../../handover/stores/store';
import { openTestServices, type TestServices } from '../../builders/services';
import { aMember } from '../../builders/staff';

const MINUTE = 60_000;
const ref = { botId: 'default', conversationId: 'c' };

type How = 'named' | 'keep' | 'auto';
type Cause =
	| 'unknown'
	| 'disabled'
	| 'offline'
	| 'outsideHours'
	| 'atCapacity'
	| 'deskRefused'
	| 'notAccepted'
	| 'notifyFails'
	| 'notifyFailsOnce'
	| 'notifyFailsSwitchedOff'
	| 'taskFails'
	| 'taskAndNotifyFail'
	| 'storeBusyOnce';
type Others = 'next' | 'nobody' | 'nobodyNorContact';

/** What keeps Ana from taking it, as the roster says it. Ben and Zoe are the others. */
const ANA: Partial<Record<Cause, Partial<StaffMember>>> = {
	disabled: { enabled: false },
	outsideHours: { workingHours: 'Mon 03:00-03:01' },
	atCapacity: { capacity: 1 },
};
const NO_SECRET = { webhookFault: 'No secret.' };
/** What is set wrongly in Notify Staff. */
const NOTIFY_FIELDS: Partial<Record<Cause, object>> = {
	taskAndNotifyFail: NO_SECRET,
	notifyFailsOnce: NO_SECRET,
	notifyFailsSwitchedOff: { ...NO_SECRET, onConversationAssigned: false, onTaskAssigned: false },
};
/** They keep Ana from it, so that somebody else has to take it. */
const PASSES_ON: readonly Cause[] = [
	'unknown',
	'disabled',
	'offline',
	'outsideHours',
	'atCapacity',
	'deskRefused',
	'notAccepted',
];

const LEAVES = (['named', 'keep', 'auto'] as How[]).flatMap((how) =>
	(
		[
			'unknown',
			'disabled',
			'offline',
			'outsideHours',
			'atCapacity',
			'deskRefused',
			'notAccepted',
			'notifyFails',
			'notifyFailsOnce',
			'notifyFailsSwitchedOff',
			'taskFails',
			'taskAndNotifyFail',
			'storeBusyOnce',
		] as Cause[]
	).flatMap((cause) =>
		(['next', 'nobody', 'nobodyNorContact'] as Others[]).map((others) => ({ how, cause, others })),
	),
);

describe('the tree of causes: each leaf ends owned or alerted', () => {
	let services: TestServices;
	afterEach(async () => await services.close());

	test.each(LEAVES)('$how, $cause, $others', async ({ how, cause, others }) => {
		services = await openTestServices();
		const run = arrange(services, cause);
		await prepareRoster(cause, others);
		if (how === 'keep') await knowAnaFromBefore();
		if (cause === 'atCapacity') await occupyAna();
		if (cause === 'offline') await services.store.setAvailability('Ana', false);
		const outputs = await handOver(run, how, cause);
		if (cause === 'notAccepted') await passAllTime();

		const file = (await services.store.read(ref))!;
		const { conversation, handover, tasks } = file;
		const isGone = PASSES_ON.includes(cause);
		const expected = !isGone ? 'Ana' : others === 'next' && cause !== 'notAccepted' ? 'Ben' : null;
		expect(conversation.assignee).toBe(expected);
		expect(conversation.owner).toBe(expected ? 'human' : 'waiting');
		const hasTask = cause !== 'taskFails' && cause !== 'taskAndNotifyFail';
		if (hasTask) expect(tasks.map(({ assignee }) => assignee)).toEqual([expected]);
		expect(handover?.endedAt).toBeNull();

		const reasons = handover!.staffing.tried.filter(({ staffId }) => staffId === 'Ana');
		// Nobody thinks of whom nobody knows, and of who has just got another one only after Ben.
		const isNext =
			how !== 'auto' || (cause === 'atCapacity' ? others !== 'next' : cause !== 'unknown');
		const isListed = isGone && isNext;
		expect(reasons.map(({ reason }) => reason)).toEqual(isListed ? [cause] : []);
		const skipped = file.events.filter(({ type }) => type === 'staff.skipped');
		if (isListed) {
			const detail = cause === 'deskRefused' && { detail: 'loggedOut' };
			const said = { staffId: 'Ana', reason: cause, ...detail };
			expect(skipped.map(({ data }) => data)).toContainEqual(said);
			expect(reasons).toMatchObject([said]);
		}

		const unowned = file.events.filter(({ type }) => type === 'handover.unowned');
		const told = file.notifications
			.filter(({ reason }) => reason === 'nobodyAvailable')
			.map(({ staffId }) => staffId);
		expect(unowned).toHaveLength(expected ? 0 : 1);
		expect(told).toEqual(expected ? [] : contactsOf(others, cause));
		const assigned = file.notifications.filter(({ reason }) => reason === 'conversationAssigned');
		// Whoever has it at last was told so, once, also where the notification failed; unless the node
		// is to tell nobody, which they who have it then find out by themselves.
		const isToldOf = cause !== 'notifyFailsSwitchedOff';
		if (expected)
			expect(assigned.map(({ staffId }) => staffId)).toEqual(isToldOf ? [expected] : []);

		// The outputs say so, and carry what the fallback did.
		const { assignConversation } = outputs;
		const isFailed = isGone && cause !== 'notAccepted' && (how === 'named' || !expected);
		expect(assignConversation!.output).toBe(isFailed ? 'failed' : 'done');
		if (isFailed) {
			expect(assignConversation!.handover.fallback).toMatchObject({
				assignee: expected,
				queue: expected ? null : 'unassigned',
				alerted: told,
			});
		} else {
			expect(assignConversation!.handover.fallback).toBeNull();
		}
		await expectSilence();
	});

	function contactsOf(others: Others, cause: Cause): string[] {
		if (others !== 'nobodyNorContact') return ['Zoe'];
		// With no contact, those who are there for it at all are told.
		return cause === 'unknown' || cause === 'disabled' ? [] : ['Ana'];
	}

	async function prepareRoster(cause: Cause, others: Others): Promise<void> {
		const ana = cause === 'unknown' ? [] : [aMember('Ana', ANA[cause])];
		const ben = others === 'next' ? [aMember('Ben')] : [];
		const zoe = aMember('Zoe', { enabled: false, fallbackContact: true });
		await saveStaff(services, [...ana, ...ben, ...(others === 'nobodyNorContact' ? [] : [zoe])]);
	}

	async function handOver(run: Services, how: How, cause: Cause) {
		const { handover } = await receiveMessage(services, { ...ref, text: 'A human, please' });
		let carried = handover;
		const outputs: Record<string, Awaited<ReturnType<typeof performAction>>> = {};
		const perform = async (kind: Parameters<typeof performAction>[1], fields: object) => {
			const done = await performAction(run, kind, { ...ref, carried, fields });
			carried = done.handover;
			outputs[kind] = done;
		};
		const named = { assignTo: 'staffMember', staffId: 'Ana' };
		await perform('assignConversation', how === 'named' ? named : {});
		const isTaskWrong = cause === 'taskFails' || cause === 'taskAndNotifyFail';
		await perform('createTask', isTaskWrong ? { dueIn: -1 } : {});
		await perform('pauseBot', {});
		await perform('notifyStaff', NOTIFY_FIELDS[cause] ?? {});
		if (cause === 'notifyFailsOnce') await perform('notifyStaff', {});
		return outputs;
	}

	/** She had the conversation in an earlier handover. */
	async function knowAnaFromBefore(): Promise<void> {
		await receiveMessage(services, { ...ref, text: 'Hello' });
		await services.store.change(ref, {}, ({ conversation }) => ({
			result: undefined,
			writes: [{ type: 'conversation', conversation: { ...conversation!, assignee: 'Ana' } }],
		}));
	}

	async function occupyAna(): Promise<void> {
		const other = { botId: 'default', conversationId: 'another' };
		const { handover: carried } = await receiveMessage(services, { ...other, text: 'A human' });
		const fields = { assignTo: 'staffMember', staffId: 'Ana', acceptWithin: 0 };
		await performAction(services, 'assignConversation', { ...other, carried, fields });
	}

	async function passAllTime(): Promise<void> {
		for (let passed = 0; passed < 4; passed += 1) {
			services.clock.advance(11 * MINUTE);
			await runDueJobs(services);
		}
	}

	async function expectSilence(): Promise<void> {
		const next = await receiveMessage(services, { ...ref, text: 'Hello?' });
		expect(next.output).toBe('human');
	}
});

/** The services with what the cause breaks. */
function arrange(services: TestServices, cause: Cause): Services {
	if (cause === 'deskRefused') services.desk = refusing('Ana');
	if (cause === 'notifyFails') {
		const broken = {
			name: 'broken',
			addressOf: () => 'broken',
			notify: () => {
				throw new Error('no channel');
			},
		};
		return { ...services, channels: [inAppChannel, broken] };
	}
	return cause === 'storeBusyOnce' ? { ...services, store: busyOnce(services.store) } : services;
}

function refusing(staffId: string): Desk {
	return {
		...builtInDesk,
		assign(episode, wanted) {
			if (wanted === staffId) return { refused: 'loggedOut' };
			return builtInDesk.assign(episode, wanted);
		},
	};
}

function busyOnce(store: Store): Store {
	let busy = true;
	return new Proxy(store, {
		get(target, name: keyof Store) {
			const method = target[name].bind(target) as (...given: unknown[]) => unknown;
			if (name !== 'change') return method;
			return async (...given: unknown[]) => {
				if (busy) {
					busy = false;
					throw new HandoverError('STORE_BUSY', 'Somebody else has it.');
				}
				return await method(...given);
			};
		},
	});
}

test('a notification that fails again tells nobody twice, and one that is switched off tells nobody', async () => {
	const services = await openTestServices();
	await saveStaff(services, [aMember('Ana')]);
	const fields = { webhookFault: 'No secret.' };
	const notifyTwice = async (conversationId: string) => {
		const own = { ...ref, conversationId };
		const { handover } = await receiveMessage(services, { ...own, text: 'A human, please' });
		const assigned = await performAction(services, 'assignConversation', {
			...own,
			carried: handover,
		});
		const input = { ...own, carried: assigned.handover, fields };
		const first = await performAction(services, 'notifyStaff', input);
		const again = await performAction(services, 'notifyStaff', input);
		const { notifications } = (await services.store.read(own))!;
		return { first, again, told: notifications.map(({ staffId, channel }) => [staffId, channel]) };
	};
	const { first, again, told } = await notifyTwice('told');
	expect(first.handover.fallback).toMatchObject({ assignee: 'Ana', alerted: ['Ana'] });
	expect(again.handover.fallback).toMatchObject({ assignee: 'Ana', alerted: [] });
	expect(told).toEqual([['Ana', 'inApp']]);
	await saveStaff(services, [aMember('Ana', { notifyConversationAssigned: false })]);
	expect(await notifyTwice('not told')).toMatchObject({ told: [] });
	await services.close();
});

test('who was told by an older version that it failed is not told once more in the app', async () => {
	const services = await openTestServices();
	await saveStaff(services, [aMember('Ana')]);
	const { handover: carried } = await receiveMessage(services, { ...ref, text: 'A human, please' });
	const input = { ...ref, carried };
	await performAction(services, 'assignConversation', input);
	const fail = () => performAction(services, 'notifyStaff', { ...input, fields: NO_SECRET });
	await fail();
	await services.store.change(ref, {}, ({ handover }) => {
		const { told: _, ...staffing } = handover!.staffing;
		const older = { ...handover!, staffing };
		return { result: undefined, writes: [{ type: 'handover', handover: older }] };
	});
	const again = await fail();
	expect(again.handover.fallback).toMatchObject({ assignee: 'Ana', alerted: [] });
	expect((await performAction(services, 'notifyStaff', input)).output).toBe('done');
	const { notifications } = (await services.store.read(ref))!;
	expect(notifications.map(({ staffId, reason }) => [staffId, reason])).toEqual([
		['Ana', 'conversationAssigned'],
	]);
	await services.close();
});

test('a store that stays busy is an error, and the same message finishes what is left', async () => {
	const services = await openTestServices();
	await saveStaff(services, [aMember('Ana')]);
	const { handover: carried } = await receiveMessage(services, {
		...ref,
		messageId: 'm',
		text: 'A human, please',
	});
	let tries = 0;
	const change = async () => {
		tries += 1;
		throw new HandoverError('STORE_BUSY', 'Somebody else has it.');
	};
	const busy = { ...services, store: { ...services.store, change } as unknown as Store };
	const before = services.clock.now();
	const act = performAction(busy, 'assignConversation', { ...ref, carried });
	await expect(act).rejects.toMatchObject({ code: 'STORE_BUSY', retryable: true });
	expect(tries).toBe(3);
	expect(services.clock.now() - before).toBeLessThan(1_000);
	const again = await performAction(services, 'assignConversation', { ...ref, carried });
	expect(again.handover.assignee).toBe('Ana');
	await services.close();
});

test('a desk that refuses a person says why, and neither a rule nor their own word gets round it', async () => {
	const services = await openTestServices({ desk: refusing('Ana') });
	await saveStaff(services, [aMember('Ana'), aMember('Ben', { enabled: false })]);
	const { handover: carried } = await receiveMessage(services, { ...ref, text: 'A human, please' });
	const failed = await performAction(services, 'assignConversation', { ...ref, carried });
	const refused = { staffId: 'Ana', reason: 'deskRefused', detail: 'loggedOut' };
	expect(failed.handover.fallback).toMatchObject({
		tried: [refused, { staffId: 'Ben', reason: 'disabled' }],
		queue: 'unassigned',
	});
	// A later look does not ask the desk again, and still knows what it said.
	const again = await performAction(services, 'assignConversation', { ...ref, carried });
	expect(again.handover.fallback?.tried).toContainEqual(refused);
	const { view } = await readConversation(services, ref, null);
	expect(view.handover?.staffing.tried).toMatchObject([refused, { staffId: 'Ben' }]);
	const action = view.handover?.actions.find(({ kind }) => kind === 'assignConversation');
	expect(action?.result).toMatchObject({ tried: [refused, { staffId: 'Ben' }] });
	await expect(acceptHandover(services, ref, { staffId: 'Ana' })).rejects.toMatchObject({
		code: 'DESK_REFUSED',
		message: expect.stringContaining('loggedOut'),
	});
	expect((await services.store.read(ref))?.conversation.owner).toBe('waiting');
	await services.close();
});

import { actionStage } from '../../builders/action-stage';
import { acceptHandover } from '../../../handover/operations/accept-handover';
import { saveStaff } from '../../../handover/operations/configure';
import { returnToBot } from '../../../handover/operations/own-conversation';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';

const stage = actionStage();
const { file, perform, scenario, startTurn } = stage;

describe('Assign Conversation', () => {
	test('goes round, and on from where it was after a restart', async () => {
		const order: Array<string | null> = [];
		for (const conversationId of ['a', 'b', 'c2', 'd']) {
			stage.ref = { botId: 'default', conversationId };
			await startTurn('a human please');
			order.push((await perform('assignConversation')).handover.assignee);
		}
		expect(order).toEqual(['Ana', 'Ben', 'Chloe', 'Ana']);
	});

	test('keeps the person who had the conversation before', async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await startTurn('a human again please');
		expect((await perform('assignConversation')).handover.assignee).toBe('Chloe');
	});

	test("keeps nobody who is not among the node's own people any more", async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await startTurn('a human again please');
		const next = await perform('assignConversation', { staffIds: ['Ana', 'Ben'] });
		expect(next.handover.assignee).toBe('Ana');
	});

	test('asks the rule instead when it is not to keep them', async () => {
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await startTurn('a human again please');
		const next = await perform('assignConversation', { keepCurrentAssignee: false });
		expect(next.handover.assignee).toBe('Ana');
	});

	test("takes the scenario's staff member before the node's", async () => {
		await scenario({ assignToUserId: 'Ben' });
		const next = await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		expect(next.handover).toMatchObject({ assignee: 'Ben', owner: 'human' });
	});

	test('gives it to the next one when nobody knows the person, and says so on Failed', async () => {
		const failed = await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Zed' });
		expect(failed).toMatchObject({
			output: 'failed',
			handover: {
				owner: 'human',
				assignee: 'Ana',
				action: { status: 'failed', error: { code: 'STAFF_UNKNOWN' } },
				fallback: {
					tried: [{ staffId: 'Zed', reason: 'unknown' }],
					assignee: 'Ana',
					queue: null,
					alerted: [],
				},
			},
		});
	});

	test('takes nothing from the next one when the same message comes again', async () => {
		const wish = { assignTo: 'staffMember', staffId: 'Zed' };
		await perform('assignConversation', wish);
		const again = await perform('assignConversation', wish);
		expect(again).toMatchObject({
			output: 'failed',
			handover: { assignee: 'Ana', action: { attempts: 1 }, fallback: { assignee: 'Ana' } },
		});
		const { events } = await file();
		expect(events.filter(({ type }) => type === 'conversation.assigned')).toHaveLength(1);
	});

	test('gives it to the next one when no person is chosen', async () => {
		const failed = await perform('assignConversation', { assignTo: 'staffMember', staffId: ' ' });
		expect(failed.handover).toMatchObject({
			assignee: 'Ana',
			action: { error: { code: 'STAFF_UNKNOWN' } },
			fallback: { tried: [] },
		});
	});

	test('moves the task along', async () => {
		await perform('createTask');
		await stage.services.store.setAvailability('Ana', false);
		const next = await perform('assignConversation');
		expect(next).toMatchObject({ output: 'done', handover: { assignee: 'Ben', fallback: null } });
		expect(next.handover.action?.result).toEqual({
			assignee: 'Ben',
			tried: [{ staffId: 'Ana', reason: 'offline' }],
		});
		expect((await file()).tasks).toMatchObject([{ assignee: 'Ben' }]);
	});

	test('leaves it to nobody when nobody can, and may be tried again when somebody can', async () => {
		for (const id of ['Ana', 'Ben', 'Chloe']) {
			await stage.services.store.setAvailability(id, false);
		}
		const failed = await perform('assignConversation');
		expect(failed).toMatchObject({
			output: 'failed',
			handover: {
				owner: 'waiting',
				assignee: null,
				action: { error: { code: 'STAFF_NOBODY_AVAILABLE' } },
				fallback: { assignee: null, queue: 'unassigned', alerted: ['Ana', 'Ben', 'Chloe'] },
			},
		});
		const again = await perform('assignConversation');
		expect(again.handover.fallback).toMatchObject({ alerted: [] });
		await stage.services.store.setAvailability('Chloe', true);
		expect(await perform('assignConversation')).toMatchObject({
			output: 'done',
			handover: { assignee: 'Chloe', action: { attempts: 3 } },
		});
		const { handover, events } = await file();
		expect(handover?.staffing).toMatchObject({
			unownedAt: null,
			tried: [{ staffId: 'Ana' }, { staffId: 'Ben' }],
		});
		expect(events.filter(({ type }) => type === 'handover.unowned')).toHaveLength(1);
		expect(events.filter(({ type }) => type === 'staff.skipped')).toHaveLength(3);
	});

	test('keeps the human who already talks to the contact, whatever their hours', async () => {
		await saveStaff(stage.services, [{ name: 'Chloe', workingHours: 'Mon 03:00-03:01' }]);
		await recordHumanReply(stage.services, stage.ref, { text: 'I am here', staffId: 'Chloe' });
		stage.carried = { ...stage.carried, epoch: 1 };
		const kept = await perform('assignConversation');
		expect(kept).toMatchObject({ output: 'done', handover: { assignee: 'Chloe' } });
		const { handover, jobs } = await file();
		expect(handover?.staffing.acceptedAt).not.toBeNull();
		expect(jobs.map(({ kind }) => kind)).not.toContain('acceptBy');
	});

	test.each([
		['replied', () => recordHumanReply(stage.services, stage.ref, { text: 'Hi', staffId: 'Ana' })],
		['accepted', () => acceptHandover(stage.services, stage.ref, { staffId: 'Ana' })],
	])('takes nothing from the human who has %s, whoever is named', async (_how, act) => {
		await perform('createTask');
		await act();
		const acceptedAt = (await file()).handover?.staffing.acceptedAt;
		stage.services.clock.advance(60_000);
		const kept = await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Ben' });
		expect(kept).toMatchObject({
			output: 'failed',
			handover: {
				owner: 'human',
				assignee: 'Ana',
				action: { error: { code: 'HANDOVER_TAKEN' } },
				fallback: { tried: [], assignee: 'Ana', queue: null, alerted: [] },
			},
		});
		const { handover, jobs, tasks } = await file();
		expect(handover?.staffing).toMatchObject({ tried: [], acceptedAt });
		expect(jobs.map(({ kind }) => kind)).not.toContain('acceptBy');
		expect(tasks).toMatchObject([{ assignee: 'Ana' }]);
	});

	test('is done when the human who has accepted is the one who is named', async () => {
		await perform('createTask');
		await acceptHandover(stage.services, stage.ref, { staffId: 'Ana' });
		const wish = { assignTo: 'staffMember', staffId: 'Ana' };
		expect(await perform('assignConversation', wish)).toMatchObject({ output: 'done' });
		const { handover, jobs } = await file();
		expect(handover?.staffing.acceptedAt).not.toBeNull();
		expect(jobs.map(({ kind }) => kind)).not.toContain('acceptBy');
	});

	test.each([-1, 31 * 24 * 60, 'soon'])(
		'refuses %p minutes to accept, and tells somebody that nobody has it',
		async (acceptWithin) => {
			const failed = await perform('assignConversation', { acceptWithin });
			expect(failed.handover).toMatchObject({
				owner: 'waiting',
				action: { error: { code: 'ACCEPT_OUT_OF_RANGE' } },
				fallback: { queue: 'unassigned', alerted: ['Ana', 'Ben', 'Chloe'] },
			});
		},
	);

	test.each([
		['roundRobin', 'Ben'],
		['leastBusy', 'Chloe'],
	])('%s asks %s first', async (rule, first) => {
		for (const [conversationId, staffId] of [
			['x', 'Ana'],
			['y', 'Ana'],
			['z', 'Chloe'],
			['w', 'Ben'],
			['v', 'Ben'],
		] as const) {
			stage.ref = { botId: 'default', conversationId };
			await startTurn('a human please');
			await perform('assignConversation', { assignTo: 'staffMember', staffId });
		}
		// Ana and Ben have two each, Chloe one; Ben was assigned last of all, and Ana first.
		await saveStaff(stage.services, [{ name: 'Ana', enabled: false }]);
		stage.ref = { botId: 'default', conversationId: 'z' };
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await startTurn('a human please');
		await perform('assignConversation', { assignTo: 'staffMember', staffId: 'Chloe' });
		stage.ref = { botId: 'default', conversationId: 'new' };
		await startTurn('a human please');
		const next = await perform('assignConversation', { rule });
		expect(next.handover.assignee).toBe(first);
	});

	test("goes round among the node's own people only", async () => {
		const next = await perform('assignConversation', { staffIds: ['Chloe'] });
		expect(next.handover.assignee).toBe('Chloe');
	});
});

import fc from 'fast-check';
import { runDueJobs } from '../../../handover/jobs/job-runner';
import { saveStaff } from '../../../handover/operations/configure';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import { ASSIGNMENT_RULE_NAMES } from '../../../handover/staff/assignment-rules';
import type { StaffMember } from '../../../handover/staff/staff-member';
import type { ConversationFile } from '../../../handover/stores/records';
import { openTestServices, type TestServices } from '../../builders/services';
import { aMember } from '../../builders/staff';

jest.setTimeout(120_000);

const IDS = ['A', 'B', 'C', 'D'];
const CONVERSATIONS = ['c0', 'c1', 'c2', 'c3', 'c4'];

const member = fc.record({
	enabled: fc.boolean(),
	capacity: fc.constantFrom(null, 1, 2),
	weight: fc.integer({ min: 1, max: 5 }),
	workingHours: fc.constantFrom('', '12-13', '00-24', '20-04'),
	timeZone: fc.constantFrom('', 'Europe/Berlin', 'Asia/Tokyo'),
	fallbackContact: fc.boolean(),
});
const roster = fc
	.array(member, { maxLength: IDS.length })
	.map((members) => members.map((given, index) => aMember(IDS[index]!, given)));

type Step =
	| { do: 'handOver'; at: string; rule: string; named: string | null; within: number }
	| { do: 'fail'; at: string }
	| { do: 'availability'; of: string; available: boolean }
	| { do: 'reply'; at: string }
	| { do: 'wait'; minutes: number };
const at = fc.constantFrom(...CONVERSATIONS);
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('handOver' as const),
			at,
			rule: fc.constantFrom(...ASSIGNMENT_RULE_NAMES),
			named: fc.option(fc.constantFrom(...IDS, 'Nobody')),
			within: fc.constantFrom(0, 5, 10),
		}),
	},
	fc.record({ do: fc.constant('fail' as const), at }),
	fc.record({
		do: fc.constant('availability' as const),
		of: fc.constantFrom(...IDS),
		available: fc.boolean(),
	}),
	fc.record({ do: fc.constant('reply' as const), at }),
	fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 30 }) }),
);

async function take(services: TestServices, one: Step): Promise<void> {
	if (one.do === 'wait') services.clock.advance(one.minutes * 60_000);
	if (one.do === 'availability') await services.store.setAvailability(one.of, one.available);
	if (one.do === 'reply') {
		const ref = { conversationId: one.at, botId: 'default' };
		if (await services.store.read(ref)) await recordHumanReply(services, ref, { text: 'Hi' });
	}
	if (one.do === 'handOver' || one.do === 'fail') await handOver(services, one);
	await runDueJobs(services);
}

async function handOver(
	services: TestServices,
	one: Extract<Step, { do: 'handOver' | 'fail' }>,
): Promise<void> {
	const ref = { botId: 'default', conversationId: one.at };
	const { handover: carried } = await receiveMessage(services, { ...ref, text: 'A human' });
	if (one.do === 'fail') {
		await performAction(services, 'createTask', { ...ref, carried, fields: { dueIn: -1 } });
		return;
	}
	const fields = {
		rule: one.rule,
		acceptWithin: one.within,
		...(one.named && { assignTo: 'staffMember', staffId: one.named }),
	};
	await performAction(services, 'assignConversation', { ...ref, carried, fields });
	await performAction(services, 'createTask', { ...ref, carried });
}

async function filesOf(services: TestServices): Promise<ConversationFile[]> {
	const files = await Promise.all(
		CONVERSATIONS.map((conversationId) =>
			services.store.read({ botId: 'default', conversationId }),
		),
	);
	return files.filter((file) => file !== undefined);
}

function expectNobodyAskedTwice({ handovers, events }: ConversationFile): void {
	for (const { id, staffing } of handovers) {
		const asked = events
			.filter(({ type, handoverId }) => type === 'conversation.assigned' && handoverId === id)
			.map(({ data }) => data['staffId']);
		expect(asked).toEqual([...new Set(asked)]);
		const tried = staffing.tried.map(({ staffId }) => staffId);
		expect(tried).toEqual([...new Set(tried)]);
	}
}

function expectOwnedOrAlerted(file: ConversationFile): void {
	const { conversation, handover, tasks, events, jobs } = file;
	if (conversation.openHandoverId === null) return;
	const assigning = handover!.actions.find(({ kind }) => kind === 'assignConversation')!;
	const isWatched = jobs.some(({ kind, dead }) => kind === 'acceptBy' && !dead);
	if (conversation.owner === 'human') return;
	expect(conversation.owner).toBe('waiting');
	if (assigning.status === 'pending' && isWatched) return;
	expect(handover!.staffing.unownedAt).not.toBeNull();
	expect(events.map(({ type }) => type)).toContain('handover.unowned');
	for (const task of tasks) expect(task.assignee).toBeNull();
}

function expectNobodyOverCapacity(staff: StaffMember[], files: ConversationFile[]): void {
	for (const { id, capacity } of staff) {
		const open = files.filter(
			({ conversation }) => conversation.owner === 'human' && conversation.assignee === id,
		);
		if (capacity !== null) expect(open.length).toBeLessThanOrEqual(capacity);
	}
}

test('whatever the roster and whatever happens: nobody is asked twice or has too many, and each case is owned or alerted', async () => {
	await fc.assert(
		fc.asyncProperty(roster, fc.array(step, { maxLength: 25 }), async (staff, steps) => {
			const services = await openTestServices();
			try {
				await saveStaff(services, staff);
				for (const one of steps) {
					await take(services, one);
					const files = await filesOf(services);
					expectNobodyOverCapacity(staff, files);
					for (const file of files) {
						expectNobodyAskedTwice(file);
						expectOwnedOrAlerted(file);
					}
				}
			} finally {
				await services.close();
			}
		}),
		{ numRuns: 150 },
	);
});

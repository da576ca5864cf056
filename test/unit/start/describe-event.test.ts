import type { ConversationFile, HandoverEvent } from '../../../handover/stores/records';
import { describeEvent } from '../../../start/describe-event';

const at = new Date(2030, 0, 15, 14, 2, 11).getTime();
const day = 86_400_000;
const staffNames = { ana: 'Ana' };

const file = {
	handovers: [{ id: 'h1', actions: [{ kind: 'addTags', result: { added: ['human_handover'] } }] }],
	tasks: [{ handoverId: 'h1', description: 'my secret', dueAt: at + day, assignee: 'ana' }],
	notifications: [
		{ handoverId: 'h1', staffId: 'ana' },
		{ handoverId: 'h1', staffId: 'ana' },
	],
	transcript: [{ author: 'contact', text: 'my secret' }],
} as unknown as ConversationFile;

function line(type: HandoverEvent['type'], data: HandoverEvent['data'], conversationId = 'demo-1') {
	const event = { seq: 1, type, at, data, botId: 'default', conversationId, handoverId: 'h1' };
	return describeEvent(event, { file, staffNames });
}

describe("an event's line in the terminal", () => {
	test.each([
		['handover.requested', { scenario: 'contactRequest' }, 'handover requested: contactRequest'],
		['conversation.assigned', { staffId: 'ana' }, 'assigned to Ana'],
		['conversation.assigned', { staffId: 'zoe' }, 'assigned to zoe'],
		['action.done', { action: 'createTask' }, 'task created for Ana, due 16 Jan 14:02'],
		['action.done', { action: 'sendClosingMessage' }, 'closing message sent'],
		['action.done', { action: 'addTags' }, 'tags added: human_handover'],
		['action.done', { action: 'notifyStaff' }, 'notified: Ana'],
		[
			'action.failed',
			{ action: 'assignConversation', code: 'STAFF_UNKNOWN' },
			'assign conversation failed: STAFF_UNKNOWN',
		],
		['action.skipped', { action: 'pauseBot' }, 'pause bot skipped'],
		['bot.paused', { until: at + day }, 'bot paused until 16 Jan 14:02'],
		['bot.paused', { until: null }, 'bot paused until it is resumed'],
		['bot.resumed', { reason: 'handedBack' }, 'handed back to the bot'],
		['attempt.failed', { failedAttempts: 1, threshold: 2 }, 'failed attempt 1 of 2'],
		[
			'staff.skipped',
			{ staffId: 'ana', reason: 'notAccepted' },
			'Ana passed over: did not accept in time',
		],
		['staff.skipped', { staffId: 'zed', reason: 'unknown' }, 'zed passed over: not in the roster'],
		['conversation.unassigned', { staffId: 'ana' }, 'Ana has it no more'],
		['handover.accepted', { staffId: 'ana' }, 'Ana has accepted'],
		['handover.accepted', { staffId: null }, 'a staff member has accepted'],
		['handover.unowned', { alerted: 1 }, 'nobody has the conversation: 1 person told'],
		['handover.unowned', { alerted: 0 }, 'nobody has the conversation: no people told'],
		['task.completed', { staffId: 'ana', reason: 'completed' }, 'Ana has done the task'],
		['task.completed', { staffId: null, reason: 'completed' }, 'task done'],
		[
			'task.completed',
			{ staffId: null, reason: 'closed' },
			'task done, for the conversation was closed',
		],
		['task.due', { assignee: 'ana' }, "Ana's task is due"],
		['task.due', { assignee: null }, 'task due, and nobody has it'],
		['delivery.done', { kind: 'webhook' }, 'webhook delivered'],
		[
			'delivery.failed',
			{ kind: 'webhook', code: 'HTTP_503', attempts: 2 },
			'webhook not delivered: HTTP_503, try 2',
		],
		['delivery.dead', { kind: 'webhook', code: 'HTTP_410' }, 'webhook given up: HTTP_410'],
		['delivery.replayed', { kind: 'webhook' }, 'webhook to be delivered once more'],
		['delivery.dropped', { kind: 'webhook' }, 'webhook dropped: nobody needs it any more'],
	] as const)('%s %j reads "%s"', (type, data, text) => {
		expect(line(type, data)).toBe(`14:02:11  demo-1  ${text}`);
	});

	test.each(['assignConversation', 'pauseBot'])(
		'%s has an event of its own that says it',
		(action) => {
			expect(line('action.done', { action })).toBeNull();
		},
	);

	test('never shows what a contact wrote', () => {
		expect(line('action.done', { action: 'createTask' })).not.toContain('secret');
	});

	test('lets no control character of an id through to the terminal', () => {
		expect(line('conversation.closed', {}, 'a\u001b[2J\nb')).toBe(
			'14:02:11  a?[2J?b  conversation closed',
		);
	});
});

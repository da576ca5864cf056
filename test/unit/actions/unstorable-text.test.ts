import type { ActionKind } from '../../../handover/conversation/handover';
import { actionStage } from '../../builders/action-stage';

const stage = actionStage();
/** What Postgres, or UTF-8, cannot hold. SQLite would, and the move to Postgres would fail. */
const UNSTORABLE = { NUL: 'a\0b', 'half a character': 'a\ud83d' };
const FIELDS: Array<[ActionKind, (text: string) => object]> = [
	['createTask', (description) => ({ description })],
	['assignConversation', (staffId) => ({ assignTo: 'staffMember', staffId })],
	['addTags', (tag) => ({ tags: [tag] })],
	['sendClosingMessage', (message) => ({ message })],
	['notifyStaff', (conversationLink) => ({ conversationLink })],
];

describe.each(Object.entries(UNSTORABLE))('%s in a field', (_, text) => {
	test.each(FIELDS)('fails %s, and nothing of it is kept', async (kind, fields) => {
		const { output, handover } = await stage.perform(kind, fields(text));
		expect(output).toBe('failed');
		expect(handover.action?.error?.code).toMatch(/^(SETTINGS|TAGS|MESSAGE)_INVALID$/);
		expect(JSON.stringify(await stage.file())).not.toContain(JSON.stringify(text).slice(1, -1));
	});
});

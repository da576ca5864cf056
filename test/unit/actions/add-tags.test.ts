import { actionStage } from '../../builders/action-stage';
import { returnToBot } from '../../../handover/operations/own-conversation';

const stage = actionStage();
const { perform, file, startTurn } = stage;

describe('Add Tags', () => {
	test.each([
		[undefined, ['human_handover']],
		[' vip , urgent,vip,, ', ['vip', 'urgent']],
		[
			['a ', 'a', 'b'],
			['a', 'b'],
		],
	])('%o', async (tags, expected) => {
		await perform('addTags', { tags });
		expect((await file()).conversation.tags).toEqual(expected);
	});

	test('never overwrites the tags that are there', async () => {
		await perform('addTags', { tags: 'first' });
		await returnToBot(stage.services, stage.ref, 'handedBack', null);
		await startTurn('a human again');
		await perform('addTags', { tags: 'second, first' });
		expect((await file()).conversation.tags).toEqual(['first', 'second']);
	});

	test.each([
		[Array.from({ length: 10_000 }, (_, index) => `tag${index}`), 'TAGS_TOO_MANY'],
		[['x'.repeat(101)], 'TAGS_INVALID'],
		[[7], 'TAGS_INVALID'],
		[{ a: 1 }, 'TAGS_INVALID'],
	])('refuses bad ones whole', async (tags, code) => {
		expect((await perform('addTags', { tags })).handover.action?.error?.code).toBe(code);
		expect((await file()).conversation.tags).toEqual([]);
	});
});

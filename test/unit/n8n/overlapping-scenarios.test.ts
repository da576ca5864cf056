import type { NodeExecutionHint } from 'n8n-workflow';
import { HandoverClassifier } from '../../../nodes/n8n/HandoverClassifier/HandoverClassifier.node';
import { HandoverGate } from '../../../nodes/n8n/HandoverGate/HandoverGate.node';
import { shareTexts } from '../../../nodes/n8n/HandoverClassifier/share-texts';
import { execute, useFolderOfItsOwn } from './n8n-fakes';

useFolderOfItsOwn();

const refund = { handoverType: 'custom', name: 'Refund', enabled: true, examples: 'money back' };
const money = { ...refund, name: 'Money', examples: 'invoice\nI want my MONEY back ' };

async function hintsOf(mode: 'manual' | 'trigger', scenario: object[]) {
	const hints: NodeExecutionHint[] = [];
	const botId = `bot-${mode}-${scenario.length}`;
	const body = { conversationId: botId, botId, text: 'Hello' };
	const gate = {
		parameters: { conversationId: '={{ $json.conversationId }}', text: '={{ $json.text }}' },
	};
	const [admitted] = await execute(new HandoverGate(), { ...gate, items: [body] });
	const parameters = { scenarioSource: 'here', scenarios: { scenario } };
	await execute(new HandoverClassifier(), { parameters, items: admitted!, mode, hints });
	return hints;
}

test('who tries the flow in the editor reads which scenarios overlap', async () => {
	const [hint, ...others] = await hintsOf('manual', [refund, { ...refund, name: 'Money' }]);
	expect(others).toEqual([]);
	expect(hint).toMatchObject({
		type: 'warning',
		message: expect.stringContaining('"Refund" and "Money"'),
	});
});

test('nothing is said where nothing overlaps, and a contact does not wait for it', async () => {
	expect(await hintsOf('manual', [refund])).toEqual([]);
	expect(await hintsOf('trigger', [refund, { ...refund, name: 'Money' }])).toEqual([]);
});

test.each([
	['the same example', [refund, { ...money, examples: 'invoice\n Money BACK' }], true],
	['other examples', [refund, money], false],
	['the same example in one that is off', [refund, { ...refund, enabled: false }], false],
	[
		'the same example in a built-in one',
		[refund, { ...refund, handoverType: 'contactRequest' }],
		false,
	],
	[
		'the same condition',
		[
			{ ...refund, triggerCondition: 'x' },
			{ ...money, triggerCondition: 'X' },
		],
		true,
	],
])('while the list is edited, %s is noticed: %#', (_title, scenario, expected) => {
	expect(shareTexts({ scenarioSource: 'here', scenarios: { scenario } })).toBe(expected);
	expect(shareTexts({ scenarioSource: 'saved', scenarios: { scenario } })).toBe(false);
});

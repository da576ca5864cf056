import type { Turn } from '../../../../handover/classifier/classifier';
import { decide } from '../../../../handover/classifier/language-model/decide';
import { questionsOf } from '../../../../handover/classifier/language-model/questions';

import { aTurn, dialogue, REFUND, switchedOff } from './model-turns';

const history = dialogue('hello', 'How can I help?');
const DELIVERY = { ...REFUND, name: 'Delivery' };

function decided(
	probabilities: Record<string, number>,
	given: Partial<Turn> = {},
	answer: { reason?: string; quote?: string; lastAnswer?: 'failed' | 'succeeded' } = {},
) {
	const turn = aTurn({ history, draft: 'A draft', ...given });
	const full = { reason: 'Why.', quote: '', lastAnswer: 'unclear' as const, ...answer };
	return decide(turn, questionsOf(turn), { ...full, probabilities });
}

test.each([
	['a sure one', { contactRequest: 0.9 }, 'contactRequest', 0.9],
	[
		'a contact request before all else',
		{ contactRequest: 0.6, lackOfInformation: 0.9 },
		'contactRequest',
		0.6,
	],
	[
		'the draft before the attempt',
		{ lackOfInformation: 0.6, failedAttempt: 0.9 },
		'lackOfInformation',
		0.6,
	],
	['nothing, where nothing reaches its threshold', { contactRequest: 0.4 }, 'continue', 0.6],
] as const)('the label is %s', (_what, probabilities, label, probability) => {
	const result = decided({ ...probabilities });
	expect(result.label).toBe(label);
	expect(result.probability).toBeCloseTo(probability);
});

test('of custom scenarios the likeliest wins, and the next is the runner-up', () => {
	const scenarios = [REFUND, DELIVERY];
	expect(decided({ custom1: 0.7, custom2: 0.8 }, { scenarios })).toMatchObject({
		label: 'custom',
		customScenario: 'Delivery',
		runnerUp: { label: 'custom', customScenario: 'Refund', probability: 0.7 },
	});
});

test('where nothing else was asked, that nothing is to be done is the runner-up', () => {
	const alone = { draft: null, history: [] };
	const { runnerUp } = decided({ contactRequest: 0.75 }, alone);
	expect(runnerUp).toEqual({ label: 'continue', customScenario: null, probability: 0.25 });
});

test("a scenario's own threshold holds", () => {
	const scenarios = [{ ...REFUND, threshold: 0.8 }];
	expect(decided({ custom1: 0.7 }, { scenarios }).label).toBe('continue');
	expect(decided({ custom1: 0.8 }, { scenarios }).label).toBe('custom');
});

test('an answer that did not help is a failed attempt; one that helped is told as well', () => {
	expect(decided({ failedAttempt: 0.9 }).attempt).toBe('failed');
	expect(decided({}, {}, { lastAnswer: 'succeeded' }).attempt).toBe('succeeded');
	expect(decided({ failedAttempt: 0.2 }, {}, { lastAnswer: 'failed' }).attempt).toBe('unclear');
	expect(decided({}, { history: [] }, { lastAnswer: 'succeeded' }).attempt).toBe('unclear');
});

test('a draft that knows nothing fails at once where nobody is called for it', () => {
	const scenarios = switchedOff('lackOfInformation');
	expect(decided({ lackOfInformation: 0.9 }, { scenarios })).toMatchObject({
		label: 'failedAttempt',
		attempt: 'failed',
	});
});

test('the reason and a real quotation are the evidence', () => {
	const text = 'please, a human';
	const answer = { reason: 'The contact asks for a person.', quote: 'a human' };
	expect(decided({ contactRequest: 0.9 }, { text }, answer).evidence).toEqual([
		{ source: 'contactMessage', rule: 'modelReason', text: 'The contact asks for a person.' },
		{ source: 'contactMessage', rule: 'modelQuote', text: 'a human' },
	]);
	const invented = { ...answer, quote: 'an operator' };
	expect(decided({ contactRequest: 0.9 }, { text }, invented).evidence).toHaveLength(1);
	expect(decided({ contactRequest: 0.1 }, { text }, answer).evidence).toEqual([]);
});

test("no more of the contact's text is kept than a short quotation", () => {
	const text = `My card 4111 1111 1111 1111 was swallowed ${'and my address is 12 Long Street '.repeat(9)}`;
	const answer = { reason: `The contact wrote: ${text}`, quote: text };
	const { evidence } = decided({ contactRequest: 0.9 }, { text }, answer);
	for (const { text: kept } of evidence) {
		expect(kept!.length).toBeLessThan(110);
	}
	expect(evidence[0]?.text).toMatch(/^The contact wrote: My card .*…$/);
});

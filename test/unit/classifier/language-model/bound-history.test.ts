import {
	boundHistory,
	HISTORY_TOKENS,
	LINE_TOKENS,
} from '../../../../handover/classifier/language-model/bound-history';
import {
	estimateTokens,
	shortenToTokens,
} from '../../../../handover/classifier/language-model/shorten';

const line = (text: string) => ({ author: 'contact' as const, text });
const tokensOf = (lines: ReturnType<typeof boundHistory>) =>
	lines.reduce((sum, { text }) => sum + estimateTokens(text), 0);

test('a short history stays as it is', () => {
	const history = [line('hello'), line('where is my order?')];
	expect(boundHistory(history)).toEqual(history);
});

test('of a long history the latest turns stay, oldest first', () => {
	const history = Array.from({ length: 100 }, (_, index) => line(`${index} ${'word '.repeat(40)}`));
	const kept = boundHistory(history);
	expect(kept).toEqual(history.slice(-kept.length));
	expect(kept.length).toBeGreaterThan(5);
	expect(tokensOf(kept)).toBeLessThanOrEqual(HISTORY_TOKENS);
});

test.each([
	['Latin', 'a'],
	['Chinese', '人'],
	['emoji', '👩‍👩‍👧'],
])(
	'a turn as long as a book (%s) is shortened in its middle, and never left out',
	(_script, unit) => {
		const [kept] = boundHistory([line(`BEGIN ${unit.repeat(20_000)} END`)]);
		expect(kept?.text).toMatch(/^BEGIN .* \[…\] .* END$/su);
		expect(tokensOf([kept!])).toBeLessThanOrEqual(LINE_TOKENS);
		expect(kept?.text.isWellFormed()).toBe(true);
	},
);

test('shortening holds for whatever mixture of scripts', () => {
	const text = 'a'.repeat(5_000) + '人'.repeat(5_000);
	expect(estimateTokens(shortenToTokens(text, 300))).toBeLessThanOrEqual(300);
});

import { contentOf, topicItem } from '../../../handover/classifier/content';
import { readText } from '../../../handover/classifier/read-text';
import { topics, TOPICS } from '../../../handover/classifier/topics';

const weights = new Uint8Array(1024).fill(255);

function itemsOf(text: string): ReadonlyMap<number, number> {
	return contentOf(readText(text), weights).items;
}

/** 1 for what the text is about, -1 for what it says `not` of, 0 for neither. */
function signOf(text: string, topic: string): number {
	return Math.sign(itemsOf(text).get(topicItem(topics.of(topic))) ?? 0);
}

test.each([
	['not a refund, invoice please'],
	['geri ödeme değil, fatura lütfen'],
	['मुझे रिफंड नहीं चाहिए, बिल चाहिए'],
	['返金ではない、請求書をお願いします'],
	['환불이 아니고, 영수증 주세요'],
])('%s: denies the refund, and not the invoice', (text) => {
	expect([signOf(text, 'refund'), signOf(text, 'invoice')]).toEqual([-1, 1]);
});

test.each([
	'返金は必要ない',
	'返金してほしくない',
	'환불이 필요 없어요',
	'geri ödeme değil',
	'我不要退款',
])('%s: says not of a refund, on whichever side its language does', (text) => {
	expect(signOf(text, 'refund')).toBe(-1);
});

test.each([
	['返金、ない', 'refund'],
	['返金は必ずお願いします', 'refund'],
	['カードをなくしました', 'card'],
	['아니 환불해 주세요', 'refund'],
	['internet yok', 'internet'],
])('%s: is about it all the same', (text, topic) => {
	expect(signOf(text, topic)).toBe(1);
});

test('a not that is part of the name of a topic denies nothing', () => {
	const denied = TOPICS.flatMap((row, index) =>
		row
			.split(/\s+/u)
			.filter(Boolean)
			.map((entry) => entry.replace('*', ''))
			.filter((entry) => (itemsOf(entry).get(topicItem(index + 1)) ?? 0) < 0),
	);
	expect(denied).toEqual([]);
	expect(signOf('荷物が届かない', 'parcel')).toBe(1);
});

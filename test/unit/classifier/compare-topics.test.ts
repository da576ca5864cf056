import { readText } from '../../../handover/classifier/read-text';
import { compareTopics, featuresOf } from '../../../handover/classifier/similarity';

const weights = new Uint8Array(1 << 8).fill(255);
const compare = (one: string, other: string) => {
	const [a, b] = [one, other].map((text) => featuresOf(readText(text), weights));
	return compareTopics(a!, b!);
};

test.each([
	['reimburse me', 'give me a refund'],
	['quiero un reembolso', 'I want a refund'],
	['我要退款', 'refund please'],
])('"%s" is about what "%s" is about', (one, other) => {
	expect(compare(one, other)).toEqual({ common: 1, own: 0, others: 0 });
});

test('what only one of two texts is about is told apart', () => {
	expect(compare('invoice for my refund', 'where is my parcel')).toEqual({
		common: 0,
		own: 2,
		others: 1,
	});
});

test('a text about nothing has no topics', () => {
	expect(compare('hm', '🙂')).toEqual({ common: 0, own: 0, others: 0 });
});

import { contentOf } from '../../../handover/classifier/content';
import { readText } from '../../../handover/classifier/read-text';

const weights = new Uint8Array(1024).fill(255);

/** Items that the text is about, and those that it says `not` of. */
function countItems(text: string): { wanted: number; denied: number } {
	const values = [...contentOf(readText(text), weights).items.values()];
	return {
		wanted: values.filter((value) => value > 0).length,
		denied: values.filter((value) => value < 0).length,
	};
}

test.each([
	['English', 'not a refund, invoice please', 'a refund, invoice please'],
	['Turkish', 'iade değil, fatura lütfen', 'iade, fatura lütfen'],
	['Japanese', '返金ではない、請求書をお願いします', '返金、請求書をお願いします'],
	['Korean', '환불이 아니고, 영수증 주세요', '환불, 영수증 주세요'],
])('%s denies what its not is said of, and nothing else', (_language, denies, wants) => {
	expect(countItems(wants).denied).toBe(0);
	const { wanted, denied } = countItems(denies);
	expect(denied).toBeGreaterThan(0);
	expect(wanted).toBeGreaterThan(0);
});

test('a not reaches back no further than its clause', () => {
	expect(countItems('返金、ない').denied).toBeLessThan(countItems('返金ない').denied);
});

import { contentOf } from '../../../handover/classifier/content';
import { readText } from '../../../handover/classifier/read-text';

const weights = new Uint8Array(1024).fill(255);

test('what is ignored is neither an item nor a field', () => {
	const read = readText('website refund');
	const ignored = contentOf(readText('website'), weights).items;
	const { items } = contentOf(read, weights, ignored);
	expect(items).toEqual(contentOf(readText('refund'), weights).items);
});

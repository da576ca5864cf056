import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeLookAlikes } from '../../../training/look-alikes';

test('the look-alikes that are committed are those of the list', () => {
	const path = join(__dirname, '../../../handover/classifier/look-alikes.ts');
	expect(readFileSync(path, 'utf8')).toBe(composeLookAlikes());
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from '../../../handover/errors';

test('docs/errors.md lists exactly the codes there are, with their status and whether to retry', () => {
	const page = readFileSync(join(__dirname, '../../../docs/errors.md'), 'utf8');
	const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (\d+) \| (yes|no) \|/gm)];
	const documented = rows.map(([, code, status, retry]) => [
		code,
		{ status: Number(status), retryable: retry === 'yes' },
	]);
	expect(Object.fromEntries(documented)).toEqual(ERROR_CODES);
});

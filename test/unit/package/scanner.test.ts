import { readFindings } from '../../../quality/checks/scanner';

const REPORT = `
/tmp/x/package/dist/a.js
  1:10  error    Require of 'node:fs' is not allowed. n8n Cloud does not allow it  @n8n/community-nodes/no-restricted-imports
  20:3  warning  Something  else                                                   no-console

/tmp/x/package/package.json
  3:2  error  The package.json must have a "homepage"  @n8n/community-nodes/require-homepage

✖ 3 problems (2 errors, 1 warning)
`;

test("the scanner's report is read file by file", () => {
	const found = readFindings(REPORT, '/tmp/x/package');
	expect(found.map(({ file, rule }) => [file, rule])).toEqual([
		['dist/a.js', '@n8n/community-nodes/no-restricted-imports'],
		['dist/a.js', 'no-console'],
		['package.json', '@n8n/community-nodes/require-homepage'],
	]);
});

test('a clean report has no findings', () => {
	expect(readFindings('', '/tmp/x/package')).toEqual([]);
});

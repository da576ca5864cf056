/**
 * The cases for which something does not hold. What has been learnt is never right about all of them;
 * a test says how many it may miss, and shows which it did.
 */
export async function misses(
	cases: ReadonlyArray<readonly [language: string, text: string]>,
	holds: (text: string) => Promise<boolean>,
): Promise<string[]> {
	const found: string[] = [];
	for (const [language, text] of cases) {
		if (!(await holds(text))) found.push(`${language}: ${text}`);
	}
	return found;
}

/** Passes when at most `share` of the cases are missed. */
export function expectFew(missed: string[], cases: readonly unknown[], share: number): void {
	expect({ missed, tooMany: missed.length > share * cases.length }).toEqual({
		missed,
		tooMany: false,
	});
}

/** Characters in a row that are taken for a quotation. */
const LONGEST_QUOTE = 60;

/** Cuts what the text repeats of the sources word for word, beyond a short quotation. */
export function shortenQuotes(text: string, sources: readonly string[]): string {
	let kept = '';
	for (let at = 0; at < text.length;) {
		const quoted = quotedLength(text, at, sources);
		if (quoted > LONGEST_QUOTE) {
			kept += `${text.slice(at, at + LONGEST_QUOTE)}…`;
			at += quoted;
		} else {
			kept += text[at];
			at += 1;
		}
	}
	return kept.toWellFormed();
}

/** How many characters from `at` on are also in one of the sources. */
function quotedLength(text: string, at: number, sources: readonly string[]): number {
	let longest = 0;
	for (const source of sources) {
		while (at + longest < text.length && source.includes(text.slice(at, at + longest + 1))) {
			longest += 1;
		}
	}
	return longest;
}

import { foldWord } from './fold-word';

interface Node {
	next: Map<number, Node>;
	/** Of a word that ends here, 0 for none. */
	whole: number;
	/** Of any word that begins so. */
	beginning: number;
}

/** Says what words mean: the number, from 1, of the row that has them. */
export interface MeaningTrie {
	/** Of one word, folded; 0 for none. */
	of(this: void, word: string): number;
	/** Of the longest entry that begins at a character, and how many characters it takes; at least one. */
	at(
		this: void,
		tokens: ReadonlyArray<{ word: string }>,
		from: number,
		to: number,
	): { meaning: number; length: number };
}

/** @param rows words that mean the same, between spaces; `*` stands for any ending. */
export function meaningTrie(rows: readonly string[]): MeaningTrie {
	const root = node();
	rows.forEach((entries, index) => {
		for (const entry of entries.split(/\s+/u).filter(Boolean)) addEntry(root, entry, index + 1);
	});
	return {
		of: (word) => meaningOf(root, word),
		at: (tokens, from, to) => meaningAt(root, tokens, from, to),
	};
}

function node(): Node {
	return { next: new Map(), whole: 0, beginning: 0 };
}

function addEntry(root: Node, entry: string, meaning: number): void {
	const isBeginning = entry.endsWith('*');
	const word = foldWord(isBeginning ? entry.slice(0, -1) : entry);
	let at = root;
	for (let index = 0; index < word.length; index++) {
		const unit = word.charCodeAt(index);
		let next = at.next.get(unit);
		if (!next) at.next.set(unit, (next = node()));
		at = next;
	}
	// A word of two meanings keeps the first.
	if (isBeginning) at.beginning ||= meaning;
	else at.whole ||= meaning;
}

function meaningOf(root: Node, word: string): number {
	let at: Node | undefined = root;
	let found = 0;
	for (let index = 0; index < word.length; index++) {
		at = at.next.get(word.charCodeAt(index));
		if (!at) return found;
		if (at.beginning) found = at.beginning;
	}
	return at.whole || found;
}

function meaningAt(
	root: Node,
	tokens: ReadonlyArray<{ word: string }>,
	from: number,
	to: number,
): { meaning: number; length: number } {
	let at: Node | undefined = root;
	let found = { meaning: 0, length: 1 };
	for (let index = from; index < to; index++) {
		const { word } = tokens[index]!;
		for (let unit = 0; unit < word.length && at; unit++) at = at.next.get(word.charCodeAt(unit));
		if (!at) break;
		const meaning = at.whole || at.beginning;
		if (meaning) found = { meaning, length: index + 1 - from };
	}
	return found;
}

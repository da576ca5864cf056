import { foldWord } from './fold-word';

/** Says what words mean: the number, from 1, of the row that has them. */
export interface MeaningTrie {
	/** Of one word, folded; 0 for none. */
	of(this: void, word: string): number;
	/** Of the longest entry that begins at a token, and how many tokens it takes; at least one. */
	at(
		this: void,
		tokens: ReadonlyArray<{ word: string }>,
		from: number,
		to: number,
	): { meaning: number; length: number };
}

/** @param rows words that mean the same, between spaces; `*` stands for any ending. */
export function meaningTrie(rows: readonly string[]): MeaningTrie {
	const packed = pack(read(rows));
	return {
		of: (word) => meaningOf(packed, word),
		at: (tokens, from, to) => meaningAt(packed, tokens, from, to),
	};
}

interface Node {
	next: Map<number, Node>;
	/** Of a word that ends here, 0 for none. */
	whole: number;
	/** Of any word that begins so. */
	beginning: number;
}

function read(rows: readonly string[]): Node {
	const root = node();
	rows.forEach((entries, index) => {
		for (const entry of entries.split(/\s+/u).filter(Boolean)) addEntry(root, entry, index + 1);
	});
	return root;
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

/**
 * A node per place: those that follow a node stand side by side, by their unit. A tenth of what the
 * maps take, which is kept for as long as the process lives.
 */
interface Packed {
	units: Uint16Array;
	/** Where the nodes that follow begin; those of the next node end them. */
	following: Int32Array;
	whole: Uint16Array;
	beginning: Uint16Array;
}

const ROOT = 0;
const NONE = -1;

function pack(root: Node): Packed {
	const nodes: Array<readonly [number, Node]> = [[0, root]];
	const following: number[] = [];
	for (const [, { next }] of nodes) {
		following.push(nodes.length);
		nodes.push(...[...next].sort(([a], [b]) => a - b));
	}
	following.push(nodes.length);
	return {
		units: Uint16Array.from(nodes, ([unit]) => unit),
		following: Int32Array.from(following),
		whole: Uint16Array.from(nodes, ([, { whole }]) => whole),
		beginning: Uint16Array.from(nodes, ([, { beginning }]) => beginning),
	};
}

function meaningOf({ units, following, whole, beginning }: Packed, word: string): number {
	let at = ROOT;
	let begun = 0;
	for (let unit = 0; unit < word.length; unit++) {
		at = follow(units, following, at, word.charCodeAt(unit));
		if (at === NONE) return begun;
		begun = beginning[at]! || begun;
	}
	return whole[at]! || begun;
}

function meaningAt(
	packed: Packed,
	tokens: ReadonlyArray<{ word: string }>,
	from: number,
	to: number,
): { meaning: number; length: number } {
	const { units, following, whole, beginning } = packed;
	let at = ROOT;
	let found = { meaning: meaningOf(packed, tokens[from]!.word), length: 1 };
	for (let index = from; index < to; index++) {
		const { word } = tokens[index]!;
		for (let unit = 0; unit < word.length; unit++) {
			at = follow(units, following, at, word.charCodeAt(unit));
			if (at === NONE) return found;
		}
		const meaning = whole[at]! || beginning[at]!;
		if (meaning && index > from) found = { meaning, length: index + 1 - from };
	}
	return found;
}

/** The node that comes after one by a unit. */
function follow(units: Uint16Array, following: Int32Array, node: number, unit: number): number {
	let [low, high] = [following[node]!, following[node + 1]!];
	while (low < high) {
		const middle = (low + high) >> 1;
		const own = units[middle]!;
		if (own === unit) return middle;
		if (own < unit) low = middle + 1;
		else high = middle;
	}
	return NONE;
}

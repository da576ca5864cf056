import { foldWord } from './fold-word';

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
	const entries = rows.flatMap((row, index) =>
		row
			.split(/\s+/u)
			.filter(Boolean)
			.map((entry) => readEntry(entry, index + 1)),
	);
	const trie = new Trie(entries.reduce((sum, { word }) => sum + word.length, 0));
	for (const entry of entries) trie.add(entry);
	return {
		of: (word) => trie.meaningOf(word),
		at: (tokens, from, to) => trie.meaningAt(tokens, from, to),
	};
}

interface Entry {
	word: string;
	isBeginning: boolean;
	meaning: number;
}

function readEntry(entry: string, meaning: number): Entry {
	const isBeginning = entry.endsWith('*');
	return { word: foldWord(isBeginning ? entry.slice(0, -1) : entry), isBeginning, meaning };
}

/**
 * All edges in one table with open addressing: a map for each of twenty thousand nodes would take several
 * times as long to build, which a process does as it starts, and to ask, which each word does.
 */
class Trie {
	/** Of the edge in a place: the node that it leaves, the UTF-16 unit, and where it leads; 0 for no edge. */
	readonly #nodes: Int32Array;
	readonly #units: Uint16Array;
	readonly #next: Int32Array;
	readonly #mask: number;
	/** By node: what a word means that ends there, and one that only begins so; 0 for nothing. */
	readonly #whole: Uint16Array;
	readonly #beginning: Uint16Array;
	/** The first node is the root. */
	#count = 1;

	/** @param most units of all entries together */
	constructor(most: number) {
		const size = 2 ** Math.ceil(Math.log2(2 * most + 1));
		this.#mask = size - 1;
		this.#nodes = new Int32Array(size);
		this.#units = new Uint16Array(size);
		this.#next = new Int32Array(size);
		this.#whole = new Uint16Array(most + 1);
		this.#beginning = new Uint16Array(most + 1);
	}

	add({ word, isBeginning, meaning }: Entry): void {
		let at = 0;
		for (let index = 0; index < word.length; index++) {
			const unit = word.charCodeAt(index);
			const place = this.#placeOf(at, unit);
			if (this.#next[place] === 0) {
				this.#nodes[place] = at;
				this.#units[place] = unit;
				this.#next[place] = this.#count++;
			}
			at = this.#next[place]!;
		}
		// A word of two meanings keeps the first.
		const meanings = isBeginning ? this.#beginning : this.#whole;
		meanings[at] ||= meaning;
	}

	meaningOf(word: string): number {
		let at = 0;
		let found = 0;
		for (let index = 0; index < word.length; index++) {
			at = this.#step(at, word.charCodeAt(index));
			if (at === 0) return found;
			found = this.#beginning[at]! || found;
		}
		return this.#whole[at]! || found;
	}

	meaningAt(tokens: ReadonlyArray<{ word: string }>, from: number, to: number) {
		let at = 0;
		let found = { meaning: this.meaningOf(tokens[from]!.word), length: 1 };
		for (let index = from; index < to; index++) {
			const { word } = tokens[index]!;
			for (let unit = 0; unit < word.length; unit++) {
				at = this.#step(at, word.charCodeAt(unit));
				if (at === 0) return found;
			}
			const meaning = this.#whole[at]! || this.#beginning[at]!;
			if (meaning && index > from) found = { meaning, length: index + 1 - from };
		}
		return found;
	}

	/** The node after this one; 0 where no entry goes on so. */
	#step(node: number, unit: number): number {
		return this.#next[this.#placeOf(node, unit)]!;
	}

	/** Of an edge, or where it would be. */
	#placeOf(node: number, unit: number): number {
		const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
		let place = (hash ^ (hash >>> 15)) & this.#mask;
		while (
			this.#next[place] !== 0 &&
			(this.#nodes[place] !== node || this.#units[place] !== unit)
		) {
			place = (place + 1) & this.#mask;
		}
		return place;
	}
}

/** Says what words mean: the number of the row that has them. */
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

/**
 * @param rows words that mean the same, between spaces, each as `foldWord` writes it: to fold thousands
 *   of them is not for a process that starts. `*` stands for any ending.
 * @param first the number of the first row, 1 or more
 * @throws {RangeError} when the words take more nodes than a table has numbers for, 65,535.
 */
export function meaningTrie(rows: readonly string[], first = 1): MeaningTrie {
	const units = rows.reduce((sum, { length }) => sum + length, 0);
	const trie = new Trie(Math.ceil(units * SHARE_OF_NODES));
	rows.forEach((row, index) => trie.addRow(row, first + index));
	return {
		of: (word) => trie.meaningOf(word),
		at: (tokens, from, to) => trie.meaningAt(tokens, from, to),
	};
}

/**
 * Nodes to a unit of the rows, where there are many: words begin alike (0.38 in the meanings, 0.41 in the
 * topics). A trie of few rows has more, and is made anew once as it grows.
 */
const SHARE_OF_NODES = 0.45;

const SPACE = 0x20;
const ANY_ENDING = 0x2a;

/** A node and a unit make one number of 32 bits. */
const UNIT_BITS = 16;
const MOST_NODES = 0xffff;

/**
 * All edges in one table with open addressing: a map for each of thousands of nodes would take several
 * times as long to build, which a process does as it starts, and to ask, which each word does.
 */
class Trie {
	/** Of the edge in a place: the node that it leaves with the UTF-16 unit, and where it leads; 0 for no edge. */
	#edges = new Int32Array();
	#next = new Uint16Array();
	#mask = 0;
	/** By node: what a word means that ends there, and one that only begins so; 0 for nothing. */
	#whole = new Uint16Array();
	#beginning = new Uint16Array();
	/** The first node is the root. */
	#count = 1;

	/** @param nodes for which there is room at first: what is touched for nothing takes time as well */
	constructor(nodes: number) {
		this.#makeRoom(nodes);
	}

	/** Reads a row where it stands: lists of its words would be thousands of objects to be thrown away. */
	addRow(row: string, meaning: number): void {
		let at = 0;
		for (let index = 0; index <= row.length; index++) {
			// Past the end it is no number, and ends the word as well.
			const unit = row.charCodeAt(index);
			if (unit > SPACE && unit !== ANY_ENDING) {
				at = this.#stepOrAdd(at, unit);
			} else if (at !== 0) {
				// A word of two meanings keeps the first.
				const meanings = unit === ANY_ENDING ? this.#beginning : this.#whole;
				meanings[at] ||= meaning;
				at = 0;
			}
		}
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
		return this.#next[this.#placeOf((node << UNIT_BITS) | unit)]!;
	}

	#stepOrAdd(node: number, unit: number): number {
		const edge = (node << UNIT_BITS) | unit;
		const place = this.#placeOf(edge);
		if (this.#next[place] === 0) {
			if (this.#count > MOST_NODES)
				throw new RangeError('The rows take more nodes than fit into one trie.');
			if (this.#count === this.#whole.length) {
				this.#makeRoom(this.#count * 2);
				return this.#stepOrAdd(node, unit);
			}
			this.#edges[place] = edge;
			this.#next[place] = this.#count++;
		}
		return this.#next[place]!;
	}

	#makeRoom(nodes: number): void {
		const [edges, next, whole, beginning] = [this.#edges, this.#next, this.#whole, this.#beginning];
		const size = 2 ** Math.ceil(Math.log2(1.3 * nodes + 2));
		this.#mask = size - 1;
		this.#edges = new Int32Array(size);
		this.#next = new Uint16Array(size);
		this.#whole = new Uint16Array(nodes + 1);
		this.#whole.set(whole);
		this.#beginning = new Uint16Array(nodes + 1);
		this.#beginning.set(beginning);
		edges.forEach((edge, from) => {
			if (next[from] === 0) return;
			const place = this.#placeOf(edge);
			this.#edges[place] = edge;
			this.#next[place] = next[from]!;
		});
	}

	/** Where an edge is, or would be. */
	#placeOf(edge: number): number {
		const hash = Math.imul(edge, 0x9e3779b1);
		let place = (hash ^ (hash >>> 15)) & this.#mask;
		while (this.#next[place] !== 0 && this.#edges[place] !== edge) place = (place + 1) & this.#mask;
		return place;
	}
}

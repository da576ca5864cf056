import { readText, type ReadText } from './read-text';

/** Each way from the root to a node that has groups is one of their members. */
interface Node {
	groups: number[];
	words: Map<string, Node>;
	/** Words that only have to begin like this, by their beginning. */
	beginnings: Map<string, Node>;
	shortest: number;
	longest: number;
}

/** Shorter words have too many neighbours. */
const SHORTEST_FORGIVEN = 5;

/** Finds which groups of words stand where in a text, in one pass for all groups. */
export class WordTree {
	readonly #root = newNode();
	/** By a word, and by each word that it is with one letter left out. */
	readonly #slips = new Map<string, Set<Node>>();

	/** @param member words separated by spaces; the last may end in `*` for any ending. */
	add(group: number, member: string, forgiving: boolean): void {
		for (const spelling of spellings(member)) {
			const words = spelling.split(/\s+/).flatMap((part) => readWords(part));
			const node = words.reduce(childOf, this.#root);
			if (!node.groups.includes(group)) node.groups.push(group);
			const only = words.length === 1 ? words[0]! : null;
			if (forgiving && only && !only.isBeginning) this.#forgive(only.word, node);
		}
	}

	/** Pairs of a group and the token after its last word. */
	groupsAt(read: ReadText, at: number): number[] {
		const found: number[] = [];
		const { word, kind, quoted } = read.tokens[at]!;
		if (quoted) return found;
		walk(this.#root, read, at, found);
		if (found.length > 0 || kind !== 'word' || word.length < SHORTEST_FORGIVEN - 1) return found;
		for (const node of this.#slipsOf(word)) {
			for (const group of node.groups) found.push(group, at + 1);
		}
		return found;
	}

	/** Words that differ by one letter missing, added, wrong or swapped. */
	#slipsOf(word: string): Set<Node> {
		const nodes = new Set(this.#slips.get(word));
		for (let at = 1; at < word.length && at < 20; at++) {
			const slips = this.#slips.get(word.slice(0, at) + word.slice(at + 1));
			for (const node of slips ?? []) nodes.add(node);
		}
		return nodes;
	}

	#forgive(word: string, node: Node): void {
		if (word.length < SHORTEST_FORGIVEN || !/^[a-zа-яіїє]+$/.test(word)) return;
		const add = (slip: string) =>
			this.#slips.set(slip, (this.#slips.get(slip) ?? new Set()).add(node));
		add(word);
		for (let at = 1; at < word.length; at++) add(word.slice(0, at) + word.slice(at + 1));
	}
}

function newNode(): Node {
	return { groups: [], words: new Map(), beginnings: new Map(), shortest: 99, longest: 0 };
}

interface Word {
	word: string;
	isBeginning: boolean;
}

function readWords(part: string): Word[] {
	const isBeginning = part.endsWith('*');
	const { tokens } = readText(isBeginning ? part.slice(0, -1) : part);
	return tokens.map(({ word }, index) => ({
		word,
		isBeginning: isBeginning && index === tokens.length - 1,
	}));
}

function childOf(node: Node, { word, isBeginning }: Word): Node {
	const branch = isBeginning ? node.beginnings : node.words;
	const child = branch.get(word) ?? newNode();
	branch.set(word, child);
	if (isBeginning) {
		node.shortest = Math.min(node.shortest, word.length);
		node.longest = Math.max(node.longest, word.length);
	}
	return child;
}

function walk(node: Node, read: ReadText, at: number, found: number[]): void {
	const { word, clause, quoted } = read.tokens[at]!;
	if (quoted) return;
	const exact = node.words.get(word);
	if (exact) enter(exact, read, at, clause, found);
	const longest = Math.min(node.longest, word.length);
	for (let length = node.shortest; length <= longest; length++) {
		const next = node.beginnings.get(word.slice(0, length));
		if (next) enter(next, read, at, clause, found);
	}
}

function enter(node: Node, read: ReadText, at: number, clause: number, found: number[]): void {
	for (const group of node.groups) found.push(group, at + 1);
	if (node.words.size === 0 && node.beginnings.size === 0) return;
	if (read.tokens[at + 1]?.clause === clause) walk(node, read, at + 1, found);
}

const SPELT_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** German on a keyboard without umlauts. */
function spellings(member: string): string[] {
	const speltOut = member.replace(/[äöü]/g, (letter) => SPELT_OUT[letter]!);
	return speltOut === member ? [member] : [member, speltOut];
}

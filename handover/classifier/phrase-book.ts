import { foldWord, quote, readText, type ReadText } from './read-text';
import type { Lexicon } from './lexicons/lexicon';

/** Names of the lists of phrases in a lexicon. */
export type PhraseList = {
	[K in keyof Lexicon]: Lexicon[K] extends string[] ? K : never;
}[keyof Lexicon];

export interface Found {
	list: PhraseList;
	/** Such as `asksForHuman/en`. */
	rule: string;
	from: number;
	/** The token after the last. */
	to: number;
	text: string;
}

interface Step {
	group: number;
	optional: boolean;
	/** How many words may stand before it. */
	gap: number;
}

interface Phrase {
	list: PhraseList;
	rule: string;
	atStart: boolean;
	atEnd: boolean;
	steps: Step[];
}

/** A tree of words: each way from the root to a node that has groups is one of their members. */
interface Node {
	groups: number[];
	words: Map<string, Node>;
	/** Words that only have to begin like this, by their beginning. */
	beginnings: Map<string, Node>;
	shortest: number;
	longest: number;
}

/** More than any honest text needs; it bounds the time that a text made to be slow can take. */
const MOST_STEPS = 40_000;
/** Groups in which a slip of the finger is forgiven. */
const FORGIVING = ['human', 'role', 'talk'];
const SHORTEST_FORGIVEN = 5;

/**
 * All phrases of some lists in all languages, prepared so that a text is read once: first which
 * groups of words stand where, then only the phrases whose first group does.
 */
export class PhraseBook {
	readonly #root: Node = newNode();
	readonly #phrases: Phrase[][] = [];
	readonly #groupIds = new Map<string, number>();
	readonly #slips = new Map<string, Set<Node>>();
	readonly #polite = new Set<string>();

	constructor(lexicons: readonly Lexicon[], lists: readonly PhraseList[]) {
		for (const lexicon of lexicons) {
			for (const word of wordsOf(lexicon.polite)) this.#polite.add(word);
			for (const list of lists) {
				for (const written of lexicon[list]) this.#add(lexicon, list, written);
			}
		}
	}

	/** Every phrase that stands in the text, at each place at which it begins. */
	find(read: ReadText): Found[] {
		const { tokens } = read;
		const groups = tokens.map((_, at) => this.#groupsAt(read, at));
		const found: Found[] = [];
		const budget = { steps: MOST_STEPS };
		for (let from = 0; from < tokens.length; from++) {
			const here = groups[from]!;
			for (let i = 0; i < here.length; i += 2) {
				for (const phrase of this.#phrases[here[i]!] ?? []) {
					if (phrase.atStart && !this.#isStart(read, from)) continue;
					const to = this.#match(read, groups, phrase, 1, here[i + 1]!, 0, budget);
					if (to < 0) continue;
					found.push({ list: phrase.list, rule: phrase.rule, from, to, text: quote(read, from, to) });
				}
			}
		}
		return found;
	}

	/** The end of the phrase whose step `index` begins at or after `at`, or -1. */
	#match(
		read: ReadText,
		groups: number[][],
		phrase: Phrase,
		index: number,
		at: number,
		gapSoFar: number,
		budget: { steps: number },
	): number {
		const step = phrase.steps[index];
		if (!step) return !phrase.atEnd || this.#isEnd(read, at) ? at : -1;
		const gap = Math.max(step.gap, gapSoFar);
		const before = read.tokens[at - 1]!;
		for (let place = at; place <= at + gap && place < read.tokens.length; place++) {
			if (--budget.steps < 0) return -1;
			const token = read.tokens[place]!;
			// A gap reads over a comma; words that follow each other in a phrase do so in the text.
			if (gap > 0 ? token.sentence !== before.sentence : token.clause !== before.clause) break;
			const here = groups[place]!;
			for (let i = 0; i < here.length; i += 2) {
				if (here[i] !== step.group) continue;
				const end = this.#match(read, groups, phrase, index + 1, here[i + 1]!, 0, budget);
				if (end >= 0) return end;
			}
		}
		return step.optional ? this.#match(read, groups, phrase, index + 1, at, gap, budget) : -1;
	}

	#isStart(read: ReadText, at: number): boolean {
		const { sentence } = read.tokens[at]!;
		for (let before = at - 1; before >= 0; before--) {
			if (read.tokens[before]!.sentence !== sentence) return true;
			if (!this.#saysNothing(read, before)) return false;
		}
		return true;
	}

	#isEnd(read: ReadText, at: number): boolean {
		const { sentence } = read.tokens[at - 1]!;
		for (let after = at; after < read.tokens.length; after++) {
			if (read.tokens[after]!.sentence !== sentence) return true;
			if (!this.#saysNothing(read, after)) return false;
		}
		return true;
	}

	#saysNothing(read: ReadText, at: number): boolean {
		const { word, kind } = read.tokens[at]!;
		return kind === 'emoji' || this.#polite.has(word);
	}

	/** Pairs of a group and the token after its last word. */
	#groupsAt(read: ReadText, at: number): number[] {
		const found: number[] = [];
		const { word, kind, quoted } = read.tokens[at]!;
		if (quoted) return found;
		this.#walk(this.#root, read, at, found);
		if (found.length === 0 && kind === 'word' && word.length >= SHORTEST_FORGIVEN - 1) {
			for (const node of this.#slipsOf(word)) {
				for (const group of node.groups) found.push(group, at + 1);
			}
		}
		return found;
	}

	#walk(node: Node, read: ReadText, at: number, found: number[]): void {
		const { word, clause, quoted } = read.tokens[at]!;
		if (quoted) return;
		const enter = (next: Node) => {
			for (const group of next.groups) found.push(group, at + 1);
			if (next.words.size === 0 && next.beginnings.size === 0) return;
			if (read.tokens[at + 1]?.clause === clause) this.#walk(next, read, at + 1, found);
		};
		const exact = node.words.get(word);
		if (exact) enter(exact);
		const longest = Math.min(node.longest, word.length);
		for (let length = node.shortest; length <= longest; length++) {
			const next = node.beginnings.get(word.slice(0, length));
			if (next) enter(next);
		}
	}

	/** Words of the lexicon that differ by one letter missing, added, wrong or swapped. */
	#slipsOf(word: string): Set<Node> {
		const nodes = new Set(this.#slips.get(word));
		for (let at = 1; at < word.length; at++) {
			const slips = this.#slips.get(word.slice(0, at) + word.slice(at + 1));
			for (const node of slips ?? []) nodes.add(node);
		}
		return nodes;
	}

	#add(lexicon: Lexicon, list: PhraseList, written: string): void {
		const rule = `${list}/${lexicon.language}`;
		const phrase: Phrase = { list, rule, atStart: false, atEnd: false, steps: [] };
		let gap = 0;
		for (const part of written.split(/\s+/)) {
			const gapHere = /^\.\.(\d*)$/.exec(part);
			if (part === '^') phrase.atStart = true;
			else if (part === '$') phrase.atEnd = true;
			else if (gapHere) gap = Number(gapHere[1] || 3);
			else {
				const optional = part.endsWith('?');
				const group = this.#group(lexicon, optional ? part.slice(0, -1) : part);
				phrase.steps.push({ group, optional, gap });
				gap = 0;
			}
		}
		const first = phrase.steps[0];
		if (!first || first.optional || first.gap > 0) {
			throw new Error(`The phrase "${written}" (${rule}) must begin with a word.`);
		}
		(this.#phrases[first.group] ??= []).push(phrase);
	}

	#group(lexicon: Lexicon, written: string): number {
		const key = written.includes('{') ? `${lexicon.language}:${written}` : written;
		const known = this.#groupIds.get(key);
		if (known !== undefined) return known;
		const id = this.#groupIds.size;
		this.#groupIds.set(key, id);
		for (const alternative of written.split('/')) {
			const name = /^\{(\w+)\}$/.exec(alternative)?.[1];
			const members = name ? lexicon.words[name]?.split('|') : [alternative];
			if (!members) throw new Error(`No words are called ${alternative} in ${lexicon.language}.`);
			for (const member of members) {
				this.#addMember(id, member.trim().replaceAll('_', ' '), name !== undefined && FORGIVING.includes(name));
			}
		}
		return id;
	}

	#addMember(group: number, member: string, forgiving: boolean): void {
		for (const spelling of spellings(member)) {
			let node = this.#root;
			const words = spelling.split(/\s+/).flatMap((part) => readWords(part));
			for (const { word, isBeginning } of words) {
				const branch = isBeginning ? node.beginnings : node.words;
				if (isBeginning) {
					node.shortest = Math.min(node.shortest, word.length);
					node.longest = Math.max(node.longest, word.length);
				}
				const next = branch.get(word) ?? newNode();
				branch.set(word, next);
				node = next;
			}
			if (!node.groups.includes(group)) node.groups.push(group);
			const [first] = words;
			if (forgiving && words.length === 1 && !first!.isBeginning) this.#forgive(first!.word, node);
		}
	}

	#forgive(word: string, node: Node): void {
		if (word.length < SHORTEST_FORGIVEN || !/^[a-zа-яіїє]+$/.test(word)) return;
		const add = (slip: string) =>
			this.#slips.set(slip, (this.#slips.get(slip) ?? new Set()).add(node));
		add(word);
		for (let at = 1; at < word.length; at++) add(word.slice(0, at) + word.slice(at + 1));
	}
}

/** The words of a list that a lexicon separates by `|`, each folded. */
export function wordsOf(list: string): string[] {
	return list.split('|').flatMap((entry) => readText(entry).tokens.map(({ word }) => word));
}

function newNode(): Node {
	return { groups: [], words: new Map(), beginnings: new Map(), shortest: 99, longest: 0 };
}

function readWords(part: string): Array<{ word: string; isBeginning: boolean }> {
	const isBeginning = part.endsWith('*');
	const tokens = readText(isBeginning ? part.slice(0, -1) : part).tokens;
	return tokens.map(({ word }, index) => ({
		word: foldWord(word),
		isBeginning: isBeginning && index === tokens.length - 1,
	}));
}

const SPELT_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** German on a keyboard without umlauts. */
function spellings(member: string): string[] {
	const speltOut = member.replace(/[äöü]/g, (letter) => SPELT_OUT[letter]!);
	return speltOut === member ? [member] : [member, speltOut];
}

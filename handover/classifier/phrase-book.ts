import { quote, readText, type ReadText } from './read-text';
import { WordTree } from './word-tree';
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

/** More than any honest text needs; it bounds the time that a text made to be slow can take. */
const MOST_STEPS = 40_000;
/** Groups in which a slip of the finger is forgiven. */
const FORGIVING = ['human', 'role', 'talk'];

/**
 * All phrases of some lists in all languages, prepared so that a text is read once: first which
 * groups of words stand where, then only the phrases whose first group does.
 */
export class PhraseBook {
	readonly #words = new WordTree();
	readonly #phrases: Phrase[][] = [];
	readonly #groupIds = new Map<string, number>();
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
		const groups = tokens.map((_, at) => this.#words.groupsAt(read, at));
		const found: Found[] = [];
		const budget = { steps: MOST_STEPS };
		for (let from = 0; from < tokens.length; from++) {
			const here = groups[from]!;
			for (let i = 0; i < here.length; i += 2) {
				for (const phrase of this.#phrases[here[i]!] ?? []) {
					if (phrase.atStart && !this.#isStart(read, from)) continue;
					const to = this.#match(read, groups, phrase, 1, here[i + 1]!, 0, budget);
					if (to < 0) continue;
					found.push({
						list: phrase.list,
						rule: phrase.rule,
						from,
						to,
						text: quote(read, from, to),
					});
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
				const forgiving = name !== undefined && FORGIVING.includes(name);
				this.#words.add(id, member.trim().replaceAll('_', ' '), forgiving);
			}
		}
		return id;
	}
}

/** The words of a list that a lexicon separates by `|`, each folded. */
export function wordsOf(list: string): string[] {
	return list.split('|').flatMap((entry) => readText(entry).tokens.map(({ word }) => word));
}

import { meaningAt, meaningOf } from './meanings';
import type { Token } from './read-text';
import { finish, hashWord, mix, type Emit, type Segment } from './text-features';

/** Kinds of features. */
const MEANING = 0x3f84d5b5;
const CLOSE = 1;
const FAR = 2;
const APART = 3;
const TRIPLE = 4;
const AFTER_WORD = 5;
const BEFORE_WORD = 6;
const ALL = 7;
const FIRST = 8;
const LAST = 9;
const BEFORE = 10;
const AFTER = 11;

/** Somebody else's words mean something else. */
const QUOTED = 32;
/** Meanings that are seen together, though others stand between them. */
const REACH = 4;

interface Found {
	meaning: number;
	/** The tokens that mean it. */
	from: number;
	to: number;
}

function findMeanings(tokens: readonly Token[], from: number, to: number): Found[] {
	const found: Found[] = [];
	for (let at = from; at < to;) {
		const token = tokens[at]!;
		const { meaning, length } =
			token.kind === 'character'
				? meaningAt(tokens, at, to)
				: { meaning: meaningOf(token.word), length: 1 };
		if (meaning) {
			found.push({ meaning: token.quoted ? meaning + QUOTED : meaning, from: at, to: at + length });
		}
		at += length;
	}
	return found;
}

/** The different meanings of some tokens, in the order in which they come up. */
export function meaningsOf(tokens: readonly Token[], from: number, to: number): number[] {
	return [...new Set(findMeanings(tokens, from, to).map(({ meaning }) => meaning))];
}

/**
 * Which meanings a segment has, and in which order: what one language teaches of a wording holds for
 * what means the same in all of them.
 */
export function emitMeanings(tokens: readonly Token[], segment: Segment, emit: Emit): void {
	const { from, to } = segment;
	const found = findMeanings(tokens, from, to);
	if (found.length === 0) return;
	let all = 0;
	found.forEach((one, index) => {
		all |= 1 << (one.meaning & 31);
		emitAlone(tokens, segment, one, emit);
		emitWithNext(found, index, emit);
	});
	const asks = segment.endsWithQuestion ? 1 : 0;
	const say = (kind: number, value: number) =>
		emit(finish(mix(mix(mix(MEANING, kind), value), asks)), from, to, 1);
	say(ALL, all);
	say(FIRST, found[0]!.meaning);
	say(LAST, found.at(-1)!.meaning);
	const who = all & PEOPLE_AND_WISH;
	for (const [kind, meaning] of meaningsAround(tokens, segment)) {
		say(kind, meaning);
		say(kind, (meaning << 8) | who);
	}
}

/** Tokens before and after a segment that may take back what it says, or make it somebody else's. */
const AROUND = 8;
/** A human, whose work it is, to talk, to bring together, to wish. */
const PEOPLE_AND_WISH = 0b1110110;

function meaningsAround(tokens: readonly Token[], { from, to }: Segment): Array<[number, number]> {
	const before = meaningsOf(tokens, Math.max(0, from - AROUND), from).slice(-3);
	const after = meaningsOf(tokens, to, Math.min(tokens.length, to + AROUND)).slice(0, 3);
	return [
		...before.map((meaning): [number, number] => [BEFORE, meaning]),
		...after.map((meaning): [number, number] => [AFTER, meaning]),
	];
}

/** By itself, and with the words beside it, whatever they mean. */
function emitAlone(tokens: readonly Token[], segment: Segment, one: Found, emit: Emit): void {
	const { from, to } = one;
	const own = mix(MEANING, one.meaning);
	const before = from > segment.from ? hashWord(tokens[from - 1]!.word) : 0;
	const next = to < segment.to ? hashWord(tokens[to]!.word) : 0;
	emit(finish(own), from, to, 1);
	emit(finish(mix(mix(own, AFTER_WORD), before)), Math.max(segment.from, from - 1), to, 1);
	emit(finish(mix(mix(own, BEFORE_WORD), next)), from, Math.min(segment.to, to + 1), 1);
}

function emitWithNext(found: readonly Found[], index: number, emit: Emit): void {
	const { meaning, from } = found[index]!;
	const own = mix(MEANING, meaning);
	const last = Math.min(found.length - 1, index + REACH);
	for (let at = index + 1; at <= last; at++) {
		const other = found[at]!;
		const kind = at > index + 1 ? APART : other.from - from <= 2 ? CLOSE : FAR;
		emit(finish(mix(mix(own, kind), other.meaning)), from, other.to, 1);
	}
	if (index + 2 >= found.length) return;
	const [second, third] = [found[index + 1]!, found[index + 2]!];
	emit(finish(mix(mix(mix(own, TRIPLE), second.meaning), third.meaning)), from, third.to, 1);
}

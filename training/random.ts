import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { finish, hashWord } from '../handover/classifier/text-features';

/** Chance that is the same on every run: the model is to come out bit for bit. */
export interface Random {
	/** 0 to 1, 1 not included. */
	next(): number;
	/** @throws {Error} on an empty list. */
	pick<T>(list: readonly T[]): T;
	shuffle<T>(list: T[]): void;
}

/** @param name of what it is for: whatever has a stream of its own stays as it is when others change. */
export function randomFor(name: string): Random {
	return seededRandom(finish(hashWord(name)));
}

export function seededRandom(seed: number): Random {
	const generator = xoroshiro128plus(seed);
	const next = () => uniformFloat64(generator);
	return {
		next,
		pick(list) {
			if (list.length === 0) throw new Error('There is nothing to pick from.');
			return list[Math.floor(next() * list.length)]!;
		},
		shuffle(list) {
			for (let at = list.length - 1; at > 0; at--) {
				const other = Math.floor(next() * (at + 1));
				[list[at], list[other]] = [list[other]!, list[at]!];
			}
		},
	};
}

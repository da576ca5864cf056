import { finish, mix, type Emit } from './text-features';
import { QUESTIONS_IN_TABLE, type WeightTable } from './weight-table';

/** After the questions, a sum has that of the squares of what its features count. */
export const SQUARES = QUESTIONS_IN_TABLE;

/**
 * Features in the order in which they were noted. All are hashed first and then looked up in one
 * short loop: most weights are in no cache, and so the processor fetches many of them at once.
 */
export class FeatureSheet {
	#hashes = new Int32Array(1 << 10);
	#values = new Float32Array(this.#hashes.length);
	#weights = new Int32Array(this.#hashes.length);
	#count = 0;

	get count(): number {
		return this.#count;
	}

	clear(): void {
		this.#count = 0;
	}

	readonly note: Emit = (hash, _from, _to, value) => {
		if (this.#count === this.#hashes.length) this.#grow();
		this.#hashes[this.#count] = hash;
		this.#values[this.#count] = value;
		this.#count += 1;
	};

	readonly noteOfWhole = (hash: number): void => this.note(hash, 0, 0, 1);

	/** Notes once more what counts 1 from a place on, as {@link crossedHash}. */
	cross(from: number, crossing: number): void {
		const end = this.#count;
		for (let at = from; at < end; at++) {
			if (this.#values[at] === 1) this.noteOfWhole(crossedHash(this.#hashes[at]!, crossing));
		}
	}

	lookUp(table: WeightTable): void {
		const hashes = this.#hashes;
		const weights = this.#weights;
		const mask = table.length - 1;
		for (let at = 0; at < this.#count; at++) weights[at] = table[hashes[at]! & mask]!;
	}

	/** Adds up the weights of some features, per question, and their squares. */
	sum(from: number, to: number): number[] {
		const weights = this.#weights;
		const values = this.#values;
		let [first, second, third, fourth, squares] = [0, 0, 0, 0, 0];
		for (let at = from; at < to; at++) {
			const weight = weights[at]!;
			const value = values[at]!;
			first += ((weight << 24) >> 24) * value;
			second += ((weight << 16) >> 24) * value;
			third += ((weight << 8) >> 24) * value;
			fourth += (weight >> 24) * value;
			squares += value * value;
		}
		return [first, second, third, fourth, squares];
	}

	#grow(): void {
		const size = this.#hashes.length * 2;
		const hashes = new Int32Array(size);
		hashes.set(this.#hashes);
		const values = new Float32Array(size);
		values.set(this.#values);
		this.#hashes = hashes;
		this.#values = values;
		this.#weights = new Int32Array(size);
	}
}

/** A feature of the words together with what the whole text answers. */
export function crossedHash(hash: number, crossing: number): number {
	return finish(mix(hash, crossing));
}

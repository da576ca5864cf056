import { finish, mix, type Emit } from './text-features';
import type { WeightTable } from './weight-table';

/** The weights of some features, added up. */
export interface Sums {
	/** One per question. */
	sums: number[];
	/** Of what the features count. */
	squares: number;
}

/**
 * Features in the order in which they were noted. All are hashed first and then looked up in a short
 * loop for each question: where a weight is in no cache, the processor fetches many of them at once.
 */
export class FeatureSheet {
	#hashes = new Int32Array(1 << 10);
	#values = new Float32Array(this.#hashes.length);
	/** Per question one for each feature; of no meaning beyond the questions that were asked last. */
	#weights: Int8Array[] = [];
	#questions = 0;
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
		this.#questions = table.size;
		for (let place = 0; place < table.size; place++) {
			const found = (this.#weights[place] ??= new Int8Array(this.#hashes.length));
			table.lookUp(place, this.#hashes, this.#count, found);
		}
	}

	sum(from: number, to: number): Sums {
		const values = this.#values;
		let squares = 0;
		for (let at = from; at < to; at++) squares += values[at]! ** 2;
		const sums: number[] = [];
		for (let question = 0; question < this.#questions; question++) {
			const weights = this.#weights[question]!;
			let sum = 0;
			for (let at = from; at < to; at++) sum += weights[at]! * values[at]!;
			sums.push(sum);
		}
		return { sums, squares };
	}

	#grow(): void {
		const size = this.#hashes.length * 2;
		const hashes = new Int32Array(size);
		hashes.set(this.#hashes);
		const values = new Float32Array(size);
		values.set(this.#values);
		this.#hashes = hashes;
		this.#values = values;
		this.#weights = [];
	}
}

/** A feature of the words together with what the whole text answers. */
export function crossedHash(hash: number, crossing: number): number {
	return finish(mix(hash, crossing));
}

import { exchangeOfMessage } from '../../handover/classifier/exchange';
import type { Exchange } from '../../handover/classifier/network';
import { observeMessage, type Observation } from '../../handover/classifier/observation';
import { readText } from '../../handover/classifier/read-text';
import { hashAll, type Example } from '../fit';

/** Parts of a pool that together weigh as much as their share says, however many lines each has. */
export type Shares = Record<string, number>;

/** A text as both halves of a model look at it. */
export interface Seen {
	observation: Observation;
	exchange: Exchange;
}

/** Collects examples of one question in one language and weighs them. */
export class ExamplePool {
	private readonly pooled: Array<Omit<Example, 'weight'>> = [];

	constructor(
		private readonly language: string,
		private readonly shares: Shares,
	) {}

	addText(part: string, group: string, line: number, label: 0 | 1, text: string): void {
		const read = readText(text);
		this.add(part, group, line, label, text, {
			observation: observeMessage(read),
			exchange: exchangeOfMessage(read),
		});
	}

	add(
		part: string,
		group: string,
		line: number,
		label: 0 | 1,
		text: string,
		{ observation, exchange }: Seen,
	): void {
		if (observation.segments.length === 0) return;
		const { language } = this;
		this.pooled.push({
			part,
			group,
			line,
			label,
			text,
			language,
			exchange,
			...hashAll(observation),
		});
	}

	/** Groups of a part weigh by the root of their size: a long list is worth more, but not all. */
	weighed(languageWeight: number): Example[] {
		const sizes = count(this.pooled, ({ part, group }) => `${part}\n${group}`);
		const ofParts = new Map<string, number>();
		for (const [key, size] of sizes) {
			const part = key.split('\n')[0]!;
			ofParts.set(part, (ofParts.get(part) ?? 0) + Math.sqrt(size));
		}
		return this.pooled.map((example) => {
			const { part, group } = example;
			const size = sizes.get(`${part}\n${group}`)!;
			const ofGroup = Math.sqrt(size) / ofParts.get(part)!;
			return { ...example, weight: (languageWeight * this.shares[part]! * ofGroup) / size };
		});
	}
}

function count<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
	return counts;
}

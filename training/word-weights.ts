import { readText } from '../handover/classifier/read-text';
import { featuresOf, type WordWeights } from '../handover/classifier/similarity';

const BITS = 16;

/**
 * How telling words are: inverse document frequency (Spaerck Jones, 1972) over all texts, from 0 for
 * what every twentieth text has, to 255 for what hardly one has.
 */
export function weighWords(languages: ReadonlyArray<readonly string[]>): WordWeights {
	const size = 1 << BITS;
	const weights = new Uint8Array(size).fill(255);
	const even = new Uint8Array(size);
	for (const texts of languages) {
		const counts = new Float64Array(size);
		for (const text of texts) {
			for (const word of featuresOf(readText(text), even).words.keys())
				counts[word & (size - 1)]! += 1;
		}
		counts.forEach((count, bucket) => {
			if (count < 2) return;
			const share = count / texts.length;
			const rarity = Math.log(0.05 / share) / Math.log(0.05 / 0.002);
			const weight = Math.round(255 * Math.min(1, Math.max(0, rarity)));
			// A word of two languages is as telling as in the one where it is less so.
			weights[bucket] = Math.min(weights[bucket]!, weight);
		});
	}
	return weights;
}

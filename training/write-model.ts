import { NETWORK_PARTS } from '../handover/classifier/network';
import { RECURRENT_PARTS } from '../handover/classifier/recurrent-network';
import {
	LONGEST_GAP,
	MAGIC,
	QUESTIONS,
	type LearntModel,
} from '../handover/classifier/trained-model';

/** The bytes that `readTrainedModel` reads. */
export function writeModel(model: LearntModel): Uint8Array {
	const parts: Uint8Array[] = [uint32(MAGIC)];
	for (const question of QUESTIONS) {
		const { weights, scale, slope, offset, network, recurrent } = model[question];
		parts.push(uint32(weights.length), ...[scale, slope, offset].map(float64));
		const { gaps, values } = gather(weights);
		parts.push(uint32(gaps.length), gaps, uint32(values.length), values);
		for (const numbers of [
			writeNumbers(NETWORK_PARTS, network),
			writeNumbers(RECURRENT_PARTS, recurrent),
		]) {
			parts.push(uint32(numbers.length), numbers);
		}
	}
	parts.push(uint32(model.wordWeights.length), model.wordWeights);
	return Buffer.concat(parts);
}

/** The weights that are not 0, and how many buckets lie between them. */
function gather(weights: Int8Array): { gaps: Uint8Array; values: Uint8Array } {
	const gaps: number[] = [];
	const values: number[] = [];
	let gap = 0;
	for (const weight of weights) {
		if (gap === LONGEST_GAP) {
			gaps.push(gap);
			gap = 0;
		}
		if (weight === 0) {
			gap++;
			continue;
		}
		gaps.push(gap);
		values.push(weight & 0xff);
		gap = 0;
	}
	return { gaps: Uint8Array.from(gaps), values: Uint8Array.from(values) };
}

const LARGEST_BYTE = 127;

/** A byte each, after what a byte of each part is worth; nothing for no network. */
function writeNumbers<Part extends string>(
	lengths: Record<Part, number>,
	network: Record<Part, Float32Array> | null,
): Uint8Array {
	if (!network) return new Uint8Array();
	const parts = (Object.keys(lengths) as Part[]).map((name) => {
		const numbers = network[name];
		const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
		const scale = largest / LARGEST_BYTE || 1;
		return { scale, bytes: Int8Array.from(numbers, (number) => Math.round(number / scale)) };
	});
	return Buffer.concat([
		...parts.map(({ scale }) => float64(scale)),
		...parts.map(({ bytes }) => new Uint8Array(bytes.buffer)),
	]);
}

function uint32(value: number): Uint8Array {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

function float64(value: number): Uint8Array {
	const bytes = Buffer.alloc(8);
	bytes.writeDoubleBE(value);
	return bytes;
}

import { constants, deflateRawSync } from 'node:zlib';
import { NETWORK_PARTS } from '../handover/classifier/network';
import { comparisonParts, vectorNumbers } from '../handover/classifier/comparison-network';
import { RECURRENT_PARTS } from '../handover/classifier/recurrent-network';
import { MAGIC, QUESTIONS, type LearntModel } from '../handover/classifier/trained-model';
import { gather } from '../handover/classifier/weight-table';

/** The bytes that `readTrainedModel` reads. */
export function writeModel(model: LearntModel): Uint8Array {
	const parts: Uint8Array[] = [uint32(MAGIC)];
	for (const question of Object.values(QUESTIONS).flat()) {
		const { weights, scale, slope, offset, alone, network, recurrent, comparison } =
			model[question];
		parts.push(...[scale, slope, offset, alone?.slope ?? 0, alone?.offset ?? 0].map(float64));
		const { present, values } = gather(weights);
		parts.push(...writePart(present), ...writePart(new Uint8Array(values.buffer)));
		parts.push(...writePart(writeNumbers(NETWORK_PARTS, network)));
		parts.push(...writePart(writeNumbers(RECURRENT_PARTS, recurrent)));
		parts.push(...writePart(new Uint8Array(comparison?.vectors ?? [])));
		const turnCount = comparison?.vectors.length === vectorNumbers(2) ? 2 : 3;
		parts.push(...writePart(writeNumbers(comparisonParts(turnCount), comparison)));
	}
	parts.push(...writePart(model.wordWeights));
	return Buffer.concat(parts);
}

/**
 * Hashes leave nothing that is said twice: to look for it would make the file larger by a tenth, and would
 * not find the same in every build of zlib.
 */
const PACKING = { strategy: constants.Z_HUFFMAN_ONLY, level: 9, memLevel: 9 };

function writePart(bytes: Uint8Array): Uint8Array[] {
	const packed = bytes.length === 0 ? bytes : deflateRawSync(bytes, PACKING);
	return [uint32(bytes.length), uint32(packed.length), packed];
}

const LARGEST_BYTE = 127;

/** A byte each, after what a byte of each part is worth; nothing for no network. */
function writeNumbers<Part extends string>(
	lengths: Record<Part, number>,
	network: Readonly<Record<NoInfer<Part>, Float32Array>> | null,
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

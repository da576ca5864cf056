import { MAGIC, QUESTIONS, type LearntModel } from '../handover/classifier/trained-model';

/** The bytes that `readTrainedModel` reads. */
export function writeModel(model: LearntModel): Uint8Array {
	const parts: Uint8Array[] = [uint32(MAGIC)];
	for (const question of QUESTIONS) {
		const { weights, scale, slope, offset } = model[question];
		parts.push(uint32(weights.length), ...[scale, slope, offset].map(float64));
		parts.push(new Uint8Array(weights.buffer, weights.byteOffset, weights.length));
	}
	parts.push(uint32(model.wordWeights.length), model.wordWeights);
	return Buffer.concat(parts);
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

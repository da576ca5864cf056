import { NETWORK_PARTS, type Network } from '../../../handover/classifier/network';
import {
	RECURRENT_PARTS,
	type RecurrentNetwork,
} from '../../../handover/classifier/recurrent-network';
import { readTrainedModel } from '../../../handover/classifier/trained-model';
import { writeModel } from '../../../training/write-model';

/** Weights here and there: side by side, far apart, and at both ends. */
function linearModel(bits: number, filled: number[]) {
	const weights = new Int8Array(1 << bits);
	filled.forEach((bucket, at) => (weights[bucket] = at % 2 ? at + 1 : -at - 1));
	return { weights, scale: 0.5 + bits, slope: 2, offset: -1, network: null, recurrent: null };
}

const MODEL = {
	contactRequest: linearModel(12, [0, 1, 2, 258, 514, 769, 1025, 4095]),
	lackOfInformation: linearModel(10, [1023]),
	failedAttempt: linearModel(12, [255, 2048]),
	succeeded: linearModel(8, []),
	wordWeights: Uint8Array.from([0, 128, 255, 7]),
};

test('what is written is read again, weight by weight', () => {
	const read = readTrainedModel(writeModel(MODEL));
	expect(read.wordWeights).toEqual(MODEL.wordWeights);
	for (const name of [
		'contactRequest',
		'lackOfInformation',
		'failedAttempt',
		'succeeded',
	] as const) {
		const { table, place, ...numbers } = read[name];
		const { weights, ...written } = MODEL[name];
		expect(numbers).toEqual(written);
		const found = Array.from(weights, (_, bucket) => table.weightOf(place, bucket));
		expect(found).toEqual([...weights]);
	}
});

/** Numbers of every size, of another unit in each part. */
function numbersOf(lengths: Record<string, number>): Record<string, Float32Array> {
	const parts = Object.entries(lengths).map(([part, length], at) => [
		part,
		Float32Array.from({ length }, (_, place) => ((place % 255) - 127) * (at + 1)),
	]);
	return Object.fromEntries(parts) as Record<string, Float32Array>;
}

test('networks are written to the byte, the largest number of a part being the limit', () => {
	const network = numbersOf(NETWORK_PARTS) as Network;
	const recurrent = numbersOf(RECURRENT_PARTS) as RecurrentNetwork;
	const failedAttempt = { ...MODEL.failedAttempt, network, recurrent };
	const contactRequest = { ...MODEL.contactRequest, recurrent };
	const read = readTrainedModel(writeModel({ ...MODEL, failedAttempt, contactRequest }));
	expect(read.failedAttempt).toMatchObject({ network, recurrent });
	expect(read.contactRequest).toMatchObject({ network: null, recurrent });
	expect(read.succeeded).toMatchObject({ network: null, recurrent: null });
});

test('an empty bucket takes hardly any room', () => {
	const empty = { ...MODEL, contactRequest: linearModel(16, [3, 65535]) };
	const more = writeModel(empty).length - writeModel(MODEL).length;
	expect(more).toBeLessThan((1 << 16) / 50);
});

test('a file of another form is refused', () => {
	const bytes = writeModel(MODEL);
	bytes[3] = 0x30;
	expect(() => readTrainedModel(bytes)).toThrow('damaged');
});

test('a network of other parts is refused', () => {
	const recurrent = numbersOf({ ...RECURRENT_PARTS, marks: 1 }) as RecurrentNetwork;
	const succeeded = { ...MODEL.succeeded, recurrent };
	expect(() => readTrainedModel(writeModel({ ...MODEL, succeeded }))).toThrow('damaged');
});

test('a file with anything after its end is refused', () => {
	expect(() => readTrainedModel(Uint8Array.from([...writeModel(MODEL), 0]))).toThrow('damaged');
});

test('a file whose first part says another length is refused', () => {
	const bytes = writeModel(MODEL);
	// After the version and the three numbers of the first question.
	for (const length of [3, 2 ** 32 - 1]) {
		new DataView(bytes.buffer, bytes.byteOffset).setUint32(28, length);
		expect(() => readTrainedModel(bytes)).toThrow('damaged');
	}
});

test('a file whose first part goes on after its end is refused', () => {
	const bytes = writeModel(MODEL);
	const packed = new DataView(bytes.buffer, bytes.byteOffset).getUint32(32);
	const longer = Uint8Array.from([
		...bytes.subarray(0, 36 + packed),
		0,
		...bytes.subarray(36 + packed),
	]);
	expect(() => readTrainedModel(longer)).toThrow('damaged');
	new DataView(longer.buffer).setUint32(32, packed + 1);
	expect(() => readTrainedModel(longer)).toThrow('damaged');
});

test('the questions of a message share a table, and a draft has its own', () => {
	const read = readTrainedModel(writeModel(MODEL));
	expect(read.failedAttempt.table).toBe(read.contactRequest.table);
	expect(read.succeeded.table).toBe(read.contactRequest.table);
	expect(read.lackOfInformation.table.size).toBe(1);
});

test.each([1, 40, 700])('a file that lacks its last %d bytes is refused', (lacking) => {
	const bytes = writeModel(MODEL);
	expect(() => readTrainedModel(bytes.subarray(0, bytes.length - lacking))).toThrow('damaged');
});

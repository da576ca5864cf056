import {
	comparisonParts,
	vectorNumbers,
	type ComparisonNetwork,
} from '../../../handover/classifier/comparison-network';
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
	const networks = { network: null, recurrent: null, comparison: null };
	return { weights, scale: 0.5 + bits, slope: 2, offset: -1, alone: null, ...networks };
}

/** Where the first part of the first question begins: after the version and five numbers. */
const FIRST_PART = 4 + 5 * 8;

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

function ofTurns(turnCount: 2 | 3): ComparisonNetwork {
	return {
		...(numbersOf(comparisonParts(turnCount)) as Omit<ComparisonNetwork, 'vectors'>),
		vectors: Int8Array.from({ length: vectorNumbers(turnCount) }, (_, at) => (at % 5) - 2),
	};
}

test('networks are written to the byte, the largest number of a part being the limit', () => {
	const network = numbersOf(NETWORK_PARTS) as Network;
	const recurrent = numbersOf(RECURRENT_PARTS) as RecurrentNetwork;
	const [ofTwo, ofThree] = [ofTurns(2), ofTurns(3)];
	const failedAttempt = { ...MODEL.failedAttempt, network, recurrent, comparison: ofThree };
	const alone = { slope: 3, offset: -2 };
	const lackOfInformation = { ...MODEL.lackOfInformation, alone, comparison: ofTwo };
	const contactRequest = { ...MODEL.contactRequest, recurrent };
	const read = readTrainedModel(
		writeModel({ ...MODEL, failedAttempt, lackOfInformation, contactRequest }),
	);
	expect(read.failedAttempt).toMatchObject({ network, recurrent, comparison: ofThree });
	expect(read.lackOfInformation).toMatchObject({ alone, network: null, comparison: ofTwo });
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

test.each([
	['too few', 2, vectorNumbers(2) - 1],
	['none', 2, 0],
	['those of three turns', 2, vectorNumbers(3)],
	['those of two turns', 3, vectorNumbers(2)],
] as const)('a network that compares turns by %s of its vectors is refused', (_, turns, count) => {
	const comparison = { ...ofTurns(turns), vectors: new Int8Array(count).fill(1) };
	const succeeded = { ...MODEL.succeeded, comparison };
	expect(() => readTrainedModel(writeModel({ ...MODEL, succeeded }))).toThrow('damaged');
});

test('a file with anything after its end is refused', () => {
	expect(() => readTrainedModel(Uint8Array.from([...writeModel(MODEL), 0]))).toThrow('damaged');
});

test('a file whose first part says another length is refused', () => {
	const bytes = writeModel(MODEL);
	for (const length of [3, 2 ** 32 - 1]) {
		new DataView(bytes.buffer, bytes.byteOffset).setUint32(FIRST_PART, length);
		expect(() => readTrainedModel(bytes)).toThrow('damaged');
	}
});

test('a file whose first part goes on after its end is refused', () => {
	const bytes = writeModel(MODEL);
	const packed = new DataView(bytes.buffer, bytes.byteOffset).getUint32(FIRST_PART + 4);
	const end = FIRST_PART + 8 + packed;
	const longer = Uint8Array.from([...bytes.subarray(0, end), 0, ...bytes.subarray(end)]);
	expect(() => readTrainedModel(longer)).toThrow('damaged');
	new DataView(longer.buffer).setUint32(FIRST_PART + 4, packed + 1);
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

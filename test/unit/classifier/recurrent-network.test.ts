import { RECURRENT_PARTS, RecurrentReading } from '../../../handover/classifier/recurrent-network';
import { seededRandom } from '../../../training/random';
import { firstNumbers } from '../../../training/learn-by-example';
import { draftAfter, messageOf } from '../../builders/examples';

const network = firstNumbers(
	RECURRENT_PARTS,
	{ symbols: 0.4, marks: 0.4, memories: 0.3, answer: 0.5, answerOffset: 0.5 },
	seededRandom(3),
);

function read(exchange: Parameters<RecurrentReading['read']>[1]) {
	const reading = new RecurrentReading();
	return { answer: reading.read(network, exchange), length: reading.length };
}

test('words in a row that say nothing are read as one', () => {
	const [one, many] = [
		messageOf('human qwerty robot'),
		messageOf('human qwerty asdfg zxcvb robot'),
	];
	expect(read(many)).toEqual(read(one));
	expect(read(messageOf('human robot')).answer).not.toBe(read(one).answer);
});

test('a word that repeats one of the question is read though it says nothing', () => {
	const repeats = draftAfter('qwerty', 'asdfg qwerty zxcvb');
	expect(read(repeats).length).toBe(1 + 3);
});

test('of a long turn before only the end is read', () => {
	const long = draftAfter('human robot '.repeat(50), 'human');
	expect(read(long).length).toBe(24 + 1);
});

test('what was asked before the last answer is read first, its end alone, apart from that answer', () => {
	const after = draftAfter('human', 'robot');
	const { text: earlier } = messageOf('robot human '.repeat(50));
	const long = read({ ...after, earlier });
	expect(long.length).toBe(16 + 1 + 1);
	const short = read({ ...after, earlier: messageOf('human').text });
	expect(short.length).toBe(3);
	const oneTurn = draftAfter('human human', 'robot');
	expect(read(oneTurn).length).toBe(3);
	expect(read(oneTurn).answer).not.toBe(short.answer);
});

test('three turns at their longest are read to the end', () => {
	const long = 'human robot, '.repeat(200);
	const { text: earlier } = messageOf(long);
	const { text, before } = draftAfter(long, long);
	const { length, answer } = read({ text, before, earlier });
	expect(length).toBe(16 + 24 + text.symbols.length);
	const [last] = messageOf('robot').text.symbols;
	const other = { ...text, symbols: [...text.symbols.slice(0, -1), last! + 1] };
	expect(read({ text: other, before, earlier }).answer).not.toBe(answer);
});

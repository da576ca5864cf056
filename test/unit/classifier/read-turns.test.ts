import { readAttemptContext } from '../../../handover/classifier/attempt-context';
import { ReadTurns } from '../../../handover/classifier/read-turns';
import { trainedModel } from '../../../nodes/trained-model';
import { dialogue } from './classifier-turns';

const turns = () => new ReadTurns(trainedModel());

const HOURS = 'The pool is open from nine to six.';

test.each([
	['when does the pool open', 'how much is a ticket for the pool', HOURS],
	['quando abre a piscina', 'quanto custa o bilhete da piscina', 'A piscina abre das 9 às 18.'],
])('the same answer is more of a lack after another question than "%s"', (own, other, answer) => {
	const read = turns();
	const { unknowing } = read.readAnswer(answer, own);
	expect(read.readAnswer(answer, other).unknowing).toBeGreaterThan(unknowing);
	// Neither of them is in the way of the other.
	expect(read.readAnswer(answer, own).unknowing).toBe(unknowing);
});

test('where the question ends is part of what is remembered', () => {
	const read = turns();
	const first = read.readAnswer('two three', 'one');
	expect(read.readAnswer('three', 'one two')).not.toBe(first);
	expect(read.readAnswer('3 one two three', null)).not.toBe(first);
	expect(read.readAnswer('two three', 'one')).toBe(first);
});

test('a bot that speaks first was asked nothing', () => {
	const { asked } = turns().readAnswer(HOURS, null);
	expect(asked).toBeNull();
});

test('the last answer is read with the contact\u2019s last turn before it', () => {
	const read = turns();
	const history = dialogue('hello', 'Hi!', 'when does the pool open', HOURS);
	const { lastBot } = readAttemptContext(read.featuresOf('and on sundays'), history, read);
	expect(lastBot).toBe(read.readAnswer(HOURS, 'when does the pool open'));
});

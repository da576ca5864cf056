import { readAttemptContext } from '../../../handover/classifier/attempt-context';
import {
	inOneTable,
	score,
	WHOLE,
	type LinearModel,
} from '../../../handover/classifier/linear-model';
import { exchangeOfAttempt } from '../../../handover/classifier/exchange';
import {
	observeAttempt,
	observeMessage,
	type Observation,
} from '../../../handover/classifier/observation';
import type { Exchange } from '../../../handover/classifier/network';
import { readText } from '../../../handover/classifier/read-text';
import { ReadTurns } from '../../../handover/classifier/read-turns';
import { RECURRENT_PARTS } from '../../../handover/classifier/recurrent-network';
import type { TrainedModel } from '../../../handover/classifier/trained-model';
import { weigh } from '../../../handover/classifier/weigh';
import { weighMessage } from '../../../handover/classifier/weigh-message';
import { randomBelow } from '../../contract/random-below';
import { firstNumbers } from '../../../training/learn-by-example';
import { seededRandom } from '../../../training/random';
import { draftAfter, messageOf } from '../../builders/examples';
import { dialogue } from './classifier-turns';

/** Reads, and adds nothing. */
const SILENT = firstNumbers(RECURRENT_PARTS, {}, seededRandom(1));

/** Weights of every size, in tables of several sizes. */
function models(): Record<'contactRequest' | 'lackOfInformation' | 'failedAttempt', LinearModel> {
	const below = randomBelow(1);
	const model = (bits: number): LinearModel => ({
		weights: Int8Array.from({ length: 1 << bits }, () => below(255) - 127),
		scale: 0.01,
		slope: 1,
		offset: -0.1,
		network: null,
		recurrent: null,
		comparison: null,
		alone: null,
	});
	return { contactRequest: model(12), lackOfInformation: model(10), failedAttempt: model(11) };
}

const learnt = models();
const wordWeights = new Uint8Array(1 << 8).fill(200);
const model = { ...inOneTable(learnt), wordWeights } as TrainedModel;
const turns = new ReadTurns(model);

/** The same by one feature after the other, as training does it. */
function probabilityOf({ weights, scale, slope, offset }: LinearModel, observed: Observation) {
	const weightOf = (hash: number) => weights[hash & (weights.length - 1)]!;
	const loudest = observed.segments.map((segment) => {
		let sum = 0;
		let squares = 0;
		observed.emitSegment(segment, (hash, _from, _to, value) => {
			sum += weightOf(hash) * value;
			squares += value ** 2;
		});
		return sum / Math.sqrt(squares);
	});
	let whole = 0;
	observed.emitWhole((hash) => (whole += weightOf(hash)));
	const total = (Math.max(...loudest) + whole * WHOLE) * scale;
	return 1 / (1 + Math.exp(-(slope * total + offset)));
}

const HISTORY = dialogue('How long does shipping take?', 'Three days. Anything else?');
const LONG = Array.from({ length: 60 }, (_, at) => `No, not word${at} but thing${at}.`).join(' ');

test.each(['no', 'That is not what I asked!', '还是没有解决我的问题', LONG])(
	'weighs "%.30s" for all questions at once as for each by itself',
	(text) => {
		const read = readText(text);
		const context = readAttemptContext(turns.featuresOf(text, read), HISTORY, turns);
		const { attempt } = weighMessage(read, context, model);
		const observed = observeAttempt(read, context);
		const exchange = () => exchangeOfAttempt(read, context);
		const alone = weigh(model.contactRequest.table, [observed]);
		for (const question of ['failedAttempt', 'lackOfInformation'] as const) {
			const together = score(model[question], [...attempt!.turn, attempt!.context], exchange);
			const expected = probabilityOf(learnt[question], observed);
			expect(together.probability).toBeCloseTo(expected, 6);
			expect(score(model[question], alone, exchange).probability).toBeCloseTo(expected, 6);
		}
	},
);

test('weighs by another table in turn, with fewer questions', () => {
	const { table } = inOneTable({ contactRequest: learnt.contactRequest }).contactRequest;
	const long = observeAttempt(
		readText(LONG),
		readAttemptContext(turns.featuresOf(LONG), [], turns),
	);
	const short = observeAttempt(
		readText('no'),
		readAttemptContext(turns.featuresOf('no'), [], turns),
	);
	const before = weigh(model.contactRequest.table, [long, short]);
	const alone = weigh(table, [long, short]);
	expect(weigh(model.contactRequest.table, [long, short])).toEqual(before);
	alone.forEach((weighed, at) => {
		expect(weighed.loudness).toEqual(before[at]!.loudness.map(([first]) => [first]));
	});
});

test('weighs the words for a contact request without what they answer', () => {
	const read = readText('Can I talk to a human?');
	const features = turns.featuresOf(read.text, read);
	const alone = weighMessage(read, readAttemptContext(features, [], turns), model);
	const answering = weighMessage(read, readAttemptContext(features, HISTORY, turns), model);
	expect(alone.attempt).toBeNull();
	expect(answering.words.loudness).toEqual(alone.words.loudness);
});

test('a text that stands alone is calibrated apart', () => {
	const alone = { slope: 0.5, offset: 2 };
	const question = { ...model.contactRequest, alone, recurrent: SILENT };
	const read = readText('qwerty');
	const weighed = [weigh(model.contactRequest.table, [observeMessage(read)])].flat();
	const probability = (exchange: Exchange) => score(question, weighed, () => exchange).probability;
	const logOdds = (value: number) => Math.log(value / (1 - value));
	const after = logOdds(probability(draftAfter('asdf', 'qwerty')));
	const byItself = logOdds(probability(messageOf('qwerty')));
	expect(byItself).toBeCloseTo(0.5 * (after + 0.1) + 2);
	expect(logOdds(probability(draftAfter('', 'qwerty')))).toBeCloseTo(byItself);
});

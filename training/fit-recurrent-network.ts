import {
	GATES,
	MEMORY,
	RECURRENT_PARTS,
	RecurrentReading,
	type RecurrentNetwork,
} from '../handover/classifier/recurrent-network';
import type { Exchange } from '../handover/classifier/network';
import type { Example } from './fit';
import {
	firstNumbers,
	firstSquares,
	learnByExample,
	nudge,
	type Learner,
} from './learn-by-example';
import type { Random } from './random';

const SCHEDULE = { epochs: 8, rate: 0.1 };
/** Share of meanings that are not read while it learns. */
const DROPPED = 0.05;
/** Up to where the first weights of a part may be. */
const FIRST = { symbols: 0.4, memories: 0.3, answer: 0.2 };
/** At first, most of a memory stays. */
const FIRST_STAY = 1;

/**
 * Learns what the weights get wrong.
 * @param logOdds what weights that have not seen its line say of each example
 */
export function fitRecurrentNetwork(
	examples: readonly Example[],
	logOdds: readonly number[],
	random: Random,
): RecurrentNetwork {
	const network = firstNetwork(random);
	const reading = new RecurrentReading();
	const way = new WayBack(network, reading);
	const learner: Learner = {
		read: (index) =>
			logOdds[index]! + reading.read(network, dropSome(examples[index]!.exchange, random)),
		learn: (error, rate) => way.learn(error, rate),
	};
	return learnByExample(network, learner, examples, SCHEDULE, random);
}

function firstNetwork(random: Random): RecurrentNetwork {
	const network = firstNumbers(RECURRENT_PARTS, FIRST, random);
	for (let at = 0; at < network.marks.length; at += GATES) {
		network.marks.fill(FIRST_STAY, at, at + MEMORY);
	}
	return network;
}

function dropSome({ text, ...others }: Exchange, random: Random): Exchange {
	const symbols = text.symbols.map((symbol) => (random.next() < DROPPED ? 0 : symbol));
	return { text: { ...text, symbols }, ...others };
}

/** Goes back through a reading, from the last word to the first (backpropagation through time). */
class WayBack {
	readonly #squares = firstSquares(RECURRENT_PARTS);
	/** Of the weights from memories, added up over the words. */
	readonly #ofMemories = new Float64Array(RECURRENT_PARTS.memories);
	readonly #ofGates = new Float64Array(GATES);
	/** What the memories after a word are to blame for, and those before it. */
	#blame = new Float64Array(MEMORY);
	#blameBefore = new Float64Array(MEMORY);

	constructor(
		private readonly network: RecurrentNetwork,
		private readonly reading: RecurrentReading,
	) {}

	/** @param error what the answer was too high. */
	learn(error: number, rate: number): void {
		const { network, reading } = this;
		const { answer, marks, symbols } = network;
		const { length } = reading;
		const squares = this.#squares;
		const gates = this.#ofGates;
		this.#ofMemories.fill(0);
		for (let unit = 0; unit < MEMORY; unit++) this.#blame[unit] = error * answer[unit]!;
		for (let at = length; at > 0; at--) {
			for (let unit = 0; unit < MEMORY; unit++) {
				if (reading.largestAt[unit] === at) this.#blame[unit]! += error * answer[MEMORY + unit]!;
			}
			this.#goBack((at - 1) * MEMORY);
			const said = reading.symbols[at - 1]! * GATES;
			const marked = reading.marks[at - 1]! * GATES;
			for (let gate = 0; gate < GATES; gate++) {
				nudge(symbols, squares.symbols, said + gate, gates[gate]!, rate);
				nudge(marks, squares.marks, marked + gate, gates[gate]!, rate);
			}
		}
		const ofMemories = this.#ofMemories;
		for (let at = 0; at < ofMemories.length; at++) {
			nudge(network.memories, squares.memories, at, ofMemories[at]!, rate);
		}
		this.#learnAnswer(error, rate);
	}

	/** Over one word: what the gates are to blame for, and the memories before it instead of those after. */
	#goBack(from: number): void {
		const { stays, looks, news, recalled, memories } = this.reading;
		const { memories: weights } = this.network;
		const gates = this.#ofGates;
		const ofMemories = this.#ofMemories;
		const blame = this.#blame;
		const before = this.#blameBefore.fill(0);
		for (let unit = 0; unit < MEMORY; unit++) {
			const place = from + unit;
			const own = blame[unit]!;
			const [stay, look, fresh] = [stays[place]!, looks[place]!, news[place]!];
			const ofStay = own * (memories[place]! - fresh) * stay * (1 - stay);
			const ofNew = own * (1 - stay) * (1 - fresh * fresh);
			const ofLook = ofNew * recalled[place]! * look * (1 - look);
			const ofRecalled = ofNew * look;
			before[unit]! += own * stay;
			gates[unit] = ofStay;
			gates[MEMORY + unit] = ofLook;
			gates[2 * MEMORY + unit] = ofNew;
			const stayAt = unit * MEMORY;
			const lookAt = stayAt + MEMORY * MEMORY;
			const newAt = lookAt + MEMORY * MEMORY;
			for (let other = 0; other < MEMORY; other++) {
				const memory = memories[from + other]!;
				ofMemories[stayAt + other]! += ofStay * memory;
				ofMemories[lookAt + other]! += ofLook * memory;
				ofMemories[newAt + other]! += ofRecalled * memory;
				before[other]! +=
					ofStay * weights[stayAt + other]! +
					ofLook * weights[lookAt + other]! +
					ofRecalled * weights[newAt + other]!;
			}
		}
		this.#blame = before;
		this.#blameBefore = blame;
	}

	#learnAnswer(error: number, rate: number): void {
		const { memories, largestAt, length } = this.reading;
		const { answer, answerOffset } = this.network;
		const squares = this.#squares;
		for (let unit = 0; unit < MEMORY; unit++) {
			const last = memories[length * MEMORY + unit]!;
			const largest = memories[largestAt[unit]! * MEMORY + unit]!;
			nudge(answer, squares.answer, unit, error * last, rate);
			nudge(answer, squares.answer, MEMORY + unit, error * largest, rate);
		}
		nudge(answerOffset, squares.answerOffset, 0, error, rate);
	}
}

import type { Turn } from './classifier';
import { meaningsOf } from './meaning-features';
import type { ReadText } from './read-text';
import type { ReadAnswer, ReadTurns } from './read-turns';
import {
	compareTopics,
	containment,
	countAdded,
	countTelling,
	similarity,
	spellingSimilarity,
	wordSimilarity,
	type Features,
} from './similarity';
import { finish, hashWord, mix } from './text-features';

export interface EarlierTurn {
	text: string;
	features: Features;
	/** How alike the contact's turn and this one are, 0 to 1. */
	likeness: number;
}

/** What came before a contact's turn, as far as it tells whether the bot's last answer helped. */
export interface AttemptContext {
	/** The bot's last answer, or null: then nothing can have failed. */
	lastBot: ReadAnswer | null;
	features: Features;
	/** What the contact wrote before the bot's last answer, oldest first. */
	earlier: EarlierTurn[];
	/** The most alike of them. */
	nearest: EarlierTurn | null;
}

/** Turns of the contact that are compared: what was asked long ago may well be asked again. */
const MOST_EARLIER = 4;

/** @param history the turns before this one, oldest first */
export function readAttemptContext(
	features: Features,
	history: Turn['history'],
	turns: ReadTurns,
): AttemptContext {
	const ofBot = sinceHuman(history);
	const lastAt = ofBot.findLastIndex(({ author }) => author === 'bot');
	const last = ofBot[lastAt];
	const asked = ofBot
		.slice(0, Math.max(0, lastAt))
		.filter(({ author }) => author === 'contact')
		.slice(-MOST_EARLIER);
	const earlier = asked.map(({ text }) => {
		const before = turns.featuresOf(text);
		return { text, features: before, likeness: similarity(features, before) };
	});
	return {
		lastBot: last ? turns.readAnswer(last.text, asked.at(-1)?.text ?? null) : null,
		features,
		earlier,
		nearest: earlier.reduce<EarlierTurn | null>(
			(best, turn) => (best && best.likeness > turn.likeness ? best : turn),
			null,
		),
	};
}

/** A person who answered in between starts the count anew. */
function sinceHuman(history: Turn['history']): Turn['history'] {
	return history.slice(history.findLastIndex(({ author }) => author === 'human') + 1);
}

const CONTEXT = 0x7f4a7c15;
/** What a turn says of the last is said early. */
const MOST_TOKENS = 40;

/** 0 when there is no answer, 1 when it ended with a question, 2 when not. */
export function askedOf({ lastBot }: AttemptContext): number {
	if (!lastBot) return 0;
	return lastBot.endsWithQuestion ? 1 : 2;
}

/** What kind of turn it is, whatever it says: features of the whole text. */
export function emitSituation(
	read: ReadText,
	context: AttemptContext,
	emit: (hash: number) => void,
): void {
	const say = sayer(context, emit);
	const { lastBot } = context;
	say(1, askedOf(context));
	say(2, lengthBucket(read.tokens.length));
	say(3, Math.min(3, context.earlier.length));
	if (lastBot) say(4, Math.floor(lastBot.unknowing * 3.999));
	// `no` to "Did that help?" is a complaint, and to "Anything else?" it is none.
	if (lastBot?.endsWithQuestion && read.tokens[0]) {
		const word = hashWord(read.tokens[0].word);
		for (const words of lastBot.ending) emit(finish(mix(mix(mix(CONTEXT, 16), words), word)));
	}
	// In any language: `not` after the bot asked whether it helped.
	const [opening = 0] = meaningsOf(read.tokens, 0, Math.min(read.tokens.length, MOST_TOKENS));
	if (!lastBot?.endsWithQuestion) return;
	for (const meaning of lastBot.endingMeanings) say(17, meaning * 64 + opening);
}

/** How the contact's turn stands to what came before: whether the same is asked again. */
export function emitContextFeatures(
	read: ReadText,
	context: AttemptContext,
	emit: (hash: number) => void,
): void {
	const say = sayer(context, emit);
	const { lastBot, nearest, features } = context;
	say(20, lengthBucket(read.tokens.length));
	say(21, read.endsWithQuestion ? 1 : 0);
	const ofAnswer = lastBot ? bucket(containment(features, lastBot.features)) : 0;
	if (lastBot) {
		say(6, ofAnswer);
		say(22, Math.floor(lastBot.unknowing * 3.999));
		say(27, topicsInCommon(features, lastBot.features));
	}
	if (!nearest) return;
	say(7, bucket(nearest.likeness));
	if (lastBot) say(24, bucket(nearest.likeness) * 4 + Math.floor(lastBot.unknowing * 3.999));
	const topics = topicsInCommon(features, nearest.features);
	say(28, topics);
	say(29, topics * 8 + bucket(nearest.likeness));
	if (lastBot) say(30, topics * 4 + Math.floor(lastBot.unknowing * 3.999));
	say(8, bucket(wordSimilarity(features, nearest.features)));
	say(9, bucket(spellingSimilarity(features, nearest.features)));
	const ofEarlier = bucket(containment(features, nearest.features));
	say(10, bucket(containment(nearest.features, features)) * 8 + ofEarlier);
	say(11, bucket(nearest.likeness) * 8 + lengthBucket(read.tokens.length));
	const added = Math.min(3, countAdded(features, nearest.features));
	const dropped = Math.min(3, countAdded(nearest.features, features));
	// One word in the place of another asks for something else: the weather in Oslo, in Bergen.
	say(14, added * 4 + dropped);
	say(15, (added * 4 + dropped) * 8 + bucket(nearest.likeness));
	// A detail is added at an end: `... to Canada?`. A word of impatience stands inside: `really`.
	const ends =
		(features.first === nearest.features.first ? 1 : 0) +
		(features.last === nearest.features.last ? 2 : 0);
	say(25, added * 4 + ends);
	say(26, (added * 4 + dropped) * 4 + ends);
	if (features.verbatim === nearest.features.verbatim) {
		say(12, 1);
		say(23, Math.min(3, countTelling(features)));
	}
	if (lastBot) {
		say(13, bucket(nearest.likeness) * 8 + bucket(containment(nearest.features, lastBot.features)));
		// Who takes up a word of the answer remarks on it, even where it was in the question, too.
		say(31, ofEarlier * 8 + ofAnswer);
	}
}

/** Each feature by itself, and together with whether the bot had asked. */
function sayer(context: AttemptContext, emit: (hash: number) => void) {
	const asked = askedOf(context);
	return (kind: number, value: number) => {
		emit(finish(mix(mix(CONTEXT, kind), value)));
		emit(finish(mix(mix(mix(CONTEXT, kind), value), asked + 16)));
	};
}

/** How many topics are in both turns, in the first alone and in the other alone: none, one or more. */
function topicsInCommon(features: Features, before: Features): number {
	const { common, own, others } = compareTopics(features, before);
	return (Math.min(2, common) * 3 + Math.min(2, own)) * 3 + Math.min(2, others);
}

/** 0 for nothing to 6 for all. */
function bucket(share: number): number {
	return share < 0.02 ? 0 : Math.min(6, 1 + Math.floor(share * 5.999));
}

function lengthBucket(count: number): number {
	return Math.min(6, Math.floor(Math.log2(count + 1)));
}

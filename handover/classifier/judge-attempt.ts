import type { AttemptJudgement } from '../attempts/attempts';
import type { Evidence } from '../conversation/handover';
import { readAttemptContext, type AttemptContext, type EarlierTurn } from './attempt-context';
import type { Turn } from './classifier';
import type { Judged } from './judged';
import { decidingWords, score, type Scored } from './linear-model';
import { meaningsOf } from './meaning-features';
import { isPraise } from './meanings';
import {
	observeAttempt,
	withoutContext,
	type AttemptObservation,
	type Observation,
} from './observation';
import { quote, type ReadText } from './read-text';
import type { ReadTurns } from './read-turns';
import { countAdded, countTelling, type Features } from './similarity';
import type { TrainedModel } from './trained-model';

/** Likeness below which the topic is another. */
const OTHER_TOPIC = 0.25;
/** Telling words that make a message a request of its own. */
const REQUEST = 2;
/** Thanks are rare among turns. A wrong success only starts the count anew. */
const SUCCEEDED = 0.08;
/** Words up to which a message with thanks in it is nothing but thanks. */
const THANKS = 3;

export interface JudgedAttempt {
	/** What the turn says of the bot's last answer when it did not fail. */
	otherwise: AttemptJudgement;
	/** That the bot's last answer failed; null when there is none. */
	failed: Judged | null;
}

/** What the contact's message says of the bot's last answer (requirement R4). */
export function judgeAttempt(
	read: ReadText,
	features: Features,
	history: Turn['history'],
	turns: ReadTurns,
	model: TrainedModel,
): JudgedAttempt {
	const context = readAttemptContext(features, history, turns);
	if (!context.lastBot || read.tokens.length === 0) return { otherwise: 'unclear', failed: null };
	const observation = observeAttempt(read, context);
	const { probability, segment } = scoreFailure(observation, context, model);
	const explain = () => {
		if (segment!.isContext && context.nearest) return evidenceOfRepetition(read, context.nearest);
		const [from, to] = decidingWords(model.failedAttempt, observation, segment!);
		return evidenceOfComplaint(quote(read, from, to));
	};
	return {
		otherwise: judgeProgress(read, context, observation, model),
		failed: segment && { probability, explain },
	};
}

/** Two questions in the same frame (`What is your …?`) are not one question asked twice. */
function scoreFailure(
	observation: AttemptObservation,
	{ features, nearest }: AttemptContext,
	model: TrainedModel,
): Scored {
	const telling = countTelling(features);
	const asksOther =
		nearest !== null && telling >= REQUEST && telling === countAdded(features, nearest.features);
	return score(model.failedAttempt, asksOther ? withoutContext(observation) : observation);
}

function evidenceOfRepetition(read: ReadText, nearest: EarlierTurn): Evidence[] {
	return [
		{ source: 'contactMessage', rule: 'repeatsQuestion', text: read.text.slice(0, 200) },
		{ source: 'earlierTurn', rule: 'repeatsQuestion', text: nearest.text.slice(0, 200) },
	];
}

function evidenceOfComplaint(text: string): Evidence[] {
	return [{ source: 'contactMessage', rule: 'didNotHelp', text }];
}

function judgeProgress(
	read: ReadText,
	context: AttemptContext,
	observation: Observation,
	model: TrainedModel,
): AttemptJudgement {
	const succeeded = score(model.succeeded, observation);
	if (succeeded.probability >= SUCCEEDED || isThanks(read)) return 'succeeded';
	const { nearest, features, lastBot } = context;
	if (!nearest || nearest.likeness >= OTHER_TOPIC) return 'unclear';
	// What follows the bot's own question answers it, unless it is a question itself.
	if (lastBot?.endsWithQuestion && !read.endsWithQuestion) return 'unclear';
	return isRequest(read, features) ? 'topicChanged' : 'unclear';
}

/** `Perfect` alone is so short that its one word has to be known to say so. */
function isThanks({ tokens, endsWithQuestion }: ReadText): boolean {
	if (tokens.length > THANKS || endsWithQuestion) return false;
	return meaningsOf(tokens, 0, tokens.length).some(isPraise);
}

/** A full question, or a statement that says enough to ask for something. */
function isRequest(read: ReadText, features: Features): boolean {
	const telling = countTelling(features);
	return telling >= REQUEST || (telling > 0 && read.endsWithQuestion && features.words.size >= 3);
}

import type { AttemptJudgement } from '../attempts/attempts';
import type { Evidence } from '../conversation/handover';
import type { AttemptContext, EarlierTurn } from './attempt-context';
import { decidingWords } from './deciding-words';
import { exchangeOfAttempt } from './exchange';
import type { Judged } from './judged';
import { score } from './linear-model';
import { Marker, MARKER_WORDS } from './marker-words';
import { meaningsOf } from './meaning-features';
import { isNegation, isPraise, meaningAt } from './meanings';
import { observeAttempt } from './observation';
import { beginningOf, type ReadText } from './read-text';
import { countTelling, type Features } from './similarity';
import type { TrainedModel } from './trained-model';
import { weighMessage, type WeighedAttempt } from './weigh-message';

/** Likeness below which the topic is another. */
const OTHER_TOPIC = 0.25;
/** As like an earlier turn as this, a message is that turn in other words, whichever of them weighed most. */
const SAME_QUESTION = 0.8;
/** Where the probability of a complaint falls below it without the earlier turns, these decided. */
const HALF = 0.5;
/** Telling words that make a message a request of its own. */
const REQUEST = 2;
/**
 * Lower, more complaints that are not heard as such count as a success, which starts the count of failed
 * attempts anew; higher, more successes in unusual words are missed. Thanks in few words are read apart.
 */
const SUCCEEDED = 0.4;
/** Words up to which a message with thanks in it is nothing but thanks. */
const THANKS = 3;

/** Forms of a verb that tell that it did help from a cry for help, as `foldWord` writes them. */
export const DID_HELP = new Set(
	'helped worked solved funciono funcionou sirvio geholfen geholpen gewerkt aiutato pomoglo zadzialalo yaradi помогло сработало допомогло спрацювало'.split(
		' ',
	),
);

export interface JudgedAttempt {
	/** What the turn says of the bot's last answer when it did not fail. */
	otherwise: AttemptJudgement;
	/** That the bot's last answer failed; null when there is none. */
	failed: Judged | null;
}

/** What the contact's message says of the bot's last answer (requirement R4). */
export function judgeAttempt(
	read: ReadText,
	context: AttemptContext,
	weighed: WeighedAttempt | null,
	model: TrainedModel,
): JudgedAttempt {
	if (!weighed || read.tokens.length === 0) return { otherwise: 'unclear', failed: null };
	const whole = [...weighed.turn, weighed.context];
	const exchange = () => exchangeOfAttempt(read, context);
	const { probability, segment } = score(model.failedAttempt, whole, exchange);
	const explain = () => {
		const { nearest } = context;
		if (nearest && (segment!.isContext || nearest.likeness >= SAME_QUESTION))
			return evidenceOfRepetition(read, nearest);
		if (probability >= HALF && probabilityAlone(read, context, model) < HALF)
			return evidenceOfRepetition(read, askedBefore(context)!);
		const observation = observeAttempt(read, context);
		return evidenceOfComplaint(decidingWords(model.failedAttempt, observation, segment!));
	};
	const succeeded =
		(!isBareNo(read) && score(model.succeeded, whole, exchange).probability >= SUCCEEDED) ||
		isThanks(read);
	return {
		otherwise: succeeded ? 'succeeded' : judgeProgress(read, context),
		failed: segment && { probability, explain },
	};
}

/** Of the same turn after the same answer, had the contact asked nothing before. */
function probabilityAlone(read: ReadText, context: AttemptContext, model: TrainedModel): number {
	if (context.earlier.length === 0) return 1;
	const lastBot = context.lastBot && { ...context.lastBot, asked: null };
	const alone = { ...context, lastBot, earlier: [], nearest: null };
	const { turn, context: before } = weighMessage(read, alone, model).attempt!;
	const exchange = () => exchangeOfAttempt(read, alone);
	return score(model.failedAttempt, [...turn, before], exchange).probability;
}

/** What is asked again: the most alike of the earlier turns, or what the answer was to, where it is like none. */
function askedBefore({ nearest, earlier }: AttemptContext): EarlierTurn | null {
	return nearest && nearest.likeness >= OTHER_TOPIC ? nearest : (earlier.at(-1) ?? null);
}

function evidenceOfRepetition(read: ReadText, nearest: EarlierTurn): Evidence[] {
	return [
		{ source: 'contactMessage', rule: 'repeatsQuestion', text: beginningOf(read.text) },
		{ source: 'earlierTurn', rule: 'repeatsQuestion', text: beginningOf(nearest.text) },
	];
}

function evidenceOfComplaint(text: string): Evidence[] {
	return [{ source: 'contactMessage', rule: 'didNotHelp', text }];
}

function judgeProgress(read: ReadText, context: AttemptContext): AttemptJudgement {
	const { nearest, features, lastBot } = context;
	if (!nearest || nearest.likeness >= OTHER_TOPIC) return 'unclear';
	// What follows the bot's own question answers it, unless it is a question itself.
	if (lastBot?.endsWithQuestion && !read.endsWithQuestion) return 'unclear';
	return isRequest(read, features) ? 'topicChanged' : 'unclear';
}

/**
 * Nothing but words that negate: as a rule they answer a question of the bot's own. Where that was whether
 * something is still wrong, a success is missed.
 */
function isBareNo({ tokens }: ReadText): boolean {
	for (let at = 0; at < tokens.length;) {
		const { meaning, length } = meaningAt(tokens, at, tokens.length);
		if (!isNegation(meaning)) return false;
		at += length;
	}
	return true;
}

/** `Perfect` alone is so short that its one word has to be known to say so. */
function isThanks({ tokens, endsWithQuestion }: ReadText): boolean {
	if (tokens.length > THANKS || endsWithQuestion) return false;
	if (meaningsOf(tokens, 0, tokens.length).some(isPraise)) return true;
	const words = tokens.map(({ word }) => word);
	const isNegated = words.some((word) => MARKER_WORDS.get(word) === Marker.Negates);
	return !isNegated && words.some((word) => DID_HELP.has(word));
}

/** A full question, or a statement that says enough to ask for something. */
function isRequest(read: ReadText, features: Features): boolean {
	const telling = countTelling(features);
	return telling >= REQUEST || (telling > 0 && read.endsWithQuestion && features.words.size >= 3);
}

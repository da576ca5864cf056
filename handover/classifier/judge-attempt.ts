import type { AttemptJudgement } from '../attempts/attempts';
import {
	beginsLikeQuestion,
	botBook,
	isPlainNo,
	isPlainYes,
	isSmallTalk,
	longest,
	without,
} from './books';
import type { Turn } from './classifier';
import type { Judged } from './judged';
import type { Found } from './phrase-book';
import { readText, type ReadText } from './read-text';
import { featuresOf, similarity, type Features } from './similarity';

const SURE = 0.92;
const LIKELY = 0.6;
const REPEATED = 0.9;
/** Similarity from which a question counts as asked again, and below which it is another one. */
const SAME = 0.72;
const OTHER = 0.3;
/** Telling words that make a statement a request of its own. */
const REQUEST_WORDS = 3;

export interface JudgedAttempt {
	attempt: AttemptJudgement;
	/** That the bot's last answer failed, when anything says so. */
	failed: Judged | null;
}

interface Question {
	text: string;
	features: Features;
}

/** What the contact's message says of the bot's last answer (requirement R4). */
export function judgeAttempt(
	read: ReadText,
	found: Found[],
	history: Turn['history'],
): JudgedAttempt {
	const answers = sinceHuman(history);
	const last = answers.findLast(({ author }) => author === 'bot');
	if (!last || read.tokens.length === 0) return { attempt: 'unclear', failed: null };
	const lastBot = readText(last.text);
	const questions = earlierQuestions(answers);
	const complaint = isPlainNo(read.tokens)
		? judgePlainNo(read, lastBot, questions.length > 0)
		: judgeComplaint(found, questions.length > 0);
	const features = featuresOf(read);
	const failed = complaint ?? judgeRepetition(read, features, questions, lastBot);
	if (failed) return { attempt: failed.probability < 0.5 ? 'unclear' : 'failed', failed };
	return { attempt: judgeProgress(read, found, lastBot, features, questions), failed: null };
}

/** A person who answered in between starts the count anew. */
function sinceHuman(history: Turn['history']): Turn['history'] {
	return history.slice(history.findLastIndex(({ author }) => author === 'human') + 1);
}

/** What the contact asked before the bot's last answer, small talk aside. */
function earlierQuestions(history: Turn['history']): Question[] {
	const lastAnswer = history.findLastIndex(({ author }) => author === 'bot');
	return history
		.slice(0, lastAnswer)
		.filter(({ author }) => author === 'contact')
		.map(({ text }) => ({ text, read: readText(text) }))
		.filter(({ read }) => read.tokens.length > 0 && !isSmallTalk(read.tokens))
		.map(({ text, read }) => ({ text, features: featuresOf(read) }));
}

/** A bare `no` answers the bot's question; it is about the bot's answer after "did that help?" or a statement. */
function judgePlainNo(read: ReadText, lastBot: ReadText, wasAsked: boolean): Judged | null {
	if (asksWhetherItHelped(lastBot)) return contactSays(SURE, 'plainNo', read.text);
	if (lastBot.endsWithQuestion || !wasAsked) return null;
	return contactSays(LIKELY, 'plainNo', read.text);
}

function asksWhetherItHelped(lastBot: ReadText): boolean {
	if (!lastBot.endsWithQuestion) return false;
	const lastSentence = lastBot.tokens.at(-1)?.sentence;
	return botBook
		.find(lastBot)
		.some(
			({ list, from }) =>
				list === 'asksWhetherItHelped' && lastBot.tokens[from]?.sentence === lastSentence,
		);
}

function judgeComplaint(found: Found[], wasAsked: boolean): Judged | null {
	const sure = without(found, 'didNotHelp', 'isNoComplaint');
	if (sure.length > 0) return byPhrase(SURE, sure);
	const likely = without(found, 'mayNotHaveHelped', 'isNoComplaint');
	return wasAsked && likely.length > 0 ? byPhrase(LIKELY, likely) : null;
}

function byPhrase(probability: number, found: Found[]): Judged {
	const { rule, text } = longest(found);
	return contactSays(probability, rule, text);
}

function contactSays(probability: number, rule: string, text: string): Judged {
	return { probability, evidence: [{ source: 'contactMessage', rule, text }] };
}

function judgeRepetition(
	read: ReadText,
	features: Features,
	questions: Question[],
	lastBot: ReadText,
): Judged | null {
	if (isSmallTalk(read.tokens) || features.words.size === 0) return null;
	let nearest: Question | null = null;
	let most = 0;
	for (const question of questions) {
		const value = similarityAsQuestion(features, question.features, lastBot);
		if (value <= most) continue;
		most = value;
		nearest = question;
	}
	if (!nearest || most < SAME) return null;
	const probability = most === 1 ? REPEATED : 0.5 + (0.4 * (most - SAME)) / (1 - SAME);
	return {
		probability,
		evidence: [
			{ source: 'contactMessage', rule: 'repeatsQuestion', text: read.text.slice(0, 200) },
			{ source: 'earlierTurn', rule: 'repeatsQuestion', text: nearest.text.slice(0, 200) },
		],
	};
}

/**
 * The earlier question with words added is a new detail, not the same question: "… to Canada?".
 * After the bot's own question, anything but the same words is an answer to it.
 */
function similarityAsQuestion(now: Features, earlier: Features, lastBot: ReadText): number {
	const value = similarity(now, earlier);
	if (value === 1) return value;
	const added = [...now.words].filter((word) => !earlier.words.has(word)).length;
	const dropped = [...earlier.words].filter((word) => !now.words.has(word)).length;
	if (added > 0 && (dropped === 0 || added > 1)) return Math.min(value, SAME - 0.01);
	return lastBot.endsWithQuestion && added > 0 ? Math.min(value, SAME - 0.01) : value;
}

function judgeProgress(
	read: ReadText,
	found: Found[],
	lastBot: ReadText,
	features: Features,
	questions: Question[],
): AttemptJudgement {
	if (without(found, 'didHelp', 'didNotHelp').length > 0) return 'succeeded';
	if (isPlainYes(read.tokens) && asksWhetherItHelped(lastBot)) return 'succeeded';
	if (isSmallTalk(read.tokens) || !isRequest(read, features, lastBot)) return 'unclear';
	const asked = questions.some((question) => similarity(features, question.features) >= OTHER);
	return asked || questions.length === 0 ? 'unclear' : 'topicChanged';
}

/** A full question, or a statement long enough to ask for something and not to answer the bot. */
function isRequest(read: ReadText, features: Features, lastBot: ReadText): boolean {
	if (features.words.size === 0) return false;
	// `and to Spain?` asks on, it does not ask something else.
	if (read.endsWithQuestion) return features.words.size >= 2 || read.tokens.length >= 4;
	if (lastBot.endsWithQuestion) return beginsLikeQuestion(read.tokens) && features.words.size >= 2;
	return beginsLikeQuestion(read.tokens) || features.words.size >= REQUEST_WORDS;
}

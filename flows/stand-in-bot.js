// What this bot knows. Change it, or put your own bot in the place of this node.
const FAQ = [
	{
		topic: 'opening hours',
		asked: /\b(open|opens|opening|closed|closing time|hours)\b/,
		answer: 'We are open Monday to Friday from 9 am to 6 pm, and on Saturday from 10 am to 2 pm.',
	},
	{
		topic: 'return policy',
		asked: /\b(return|returns|returning|send (it|this|that|them) back|exchange)\b/,
		answer:
			'You can return anything within 30 days. Put it in its box with the slip that came with it.',
	},
	{
		topic: 'order status',
		asked:
			/\b(where( is|'s)|status|track|tracking)\b.*\b(order|package|parcel|delivery)\b|\border status\b/,
		answer: 'You can follow your order with the tracking link in the e-mail that confirmed it.',
	},
	{
		topic: 'shipping time',
		asked: /\b(ship|ships|shipping|shipped|deliver|delivered|delivery|arrive|arrives)\b/,
		answer: 'Shipping takes 2 to 4 working days. We tell you by e-mail when your parcel leaves.',
	},
];

const ANYTHING_ELSE = 'Is there anything else I can do for you?';

// What asks for nothing, or asks about the bot itself: "I don't have information" would call a human for
// it. Of several in one message, the one that stands first here is answered.
const SMALL_TALK = [
	{
		topic: 'what it is',
		said: `are you human, are you a human, are you a person, are you a real person, are you real,
			are you a bot, are you a robot, are you a machine, are you an ai, are you ai, are you chatgpt,
			is this a bot, is this a human, is this a person, am i talking to a bot, am i talking to a human,
			am i talking to a person, am i talking to a real person, who are you, what are you,
			what's your name, what is your name`,
		answer: 'I am a bot. A human takes over whenever you ask for one.',
	},
	{
		topic: 'what it can do',
		said: 'what can you do, what do you do, what do you know, what can i ask, what can i ask you',
		answer: 'I can help with opening hours, shipping, returns and orders. What is it about?',
	},
	{
		topic: 'how it is',
		said: "how are you, how are you doing, how's it going, how is it going, how do you do, what's up",
		answer: 'Very well, thank you! What can I do for you?',
	},
	{
		topic: 'farewell',
		said: `bye, bye bye, goodbye, good bye, good night, see you, see you soon, see you later, see ya,
			talk to you later, take care, you too, have a nice day, have a good day, have a great day,
			have a good one, have a nice evening, have a nice weekend, nice talking to you`,
		answer: 'Goodbye, and have a nice day!',
	},
	{
		topic: 'nothing more',
		said: `no, nope, nothing, nothing else, nothing more, no more questions, no further questions,
			i have no more questions, that's all, that is all, that's it, that's everything, that was all,
			that'll be all, that will be all, that would be all, that's all i need, that's all i needed,
			i'm good, i'm fine, i'm done, all good, all set, never mind, nevermind, nvm, forget it`,
		answer: 'All right. Write again whenever you like.',
	},
	{
		topic: 'thanks',
		said: 'thanks, thank you, many thanks, thx, cheers, thanks for your help, thank you for your help',
		answer: `You're welcome! ${ANYTHING_ELSE}`,
	},
	{
		topic: 'praise and relief',
		said: `great, perfect, cool, nice, awesome, excellent, wonderful, super, good bot, good job,
			you're great, you are great, i love you, helpful, that's helpful, that was helpful, that helps,
			that helped, it helped, this helped, it works, that works, that worked, i found it, found it,
			solved, thank god, thank goodness, thank heavens, phew, yay`,
		answer: `Glad to hear it! ${ANYTHING_ELSE}`,
	},
	{
		topic: 'a moment',
		said: 'wait, one moment, a moment, one second, one minute, hold on, let me check, let me think',
		answer: 'Of course. Write again when you are ready.',
	},
	{
		topic: 'a question to come',
		said: `yes, yeah, yep, yup, sure, of course, please, help, help me, i need help, can you help,
			can you help me, i have a question, i have a question about my order, can i ask you something,
			can i ask something, can i ask a question, can i ask you a question`,
		answer: 'What is it about: opening hours, shipping, returns or an order?',
	},
	{
		topic: 'agreement',
		said: `ok, okay, k, 👍, i see, i understand, understood, got it, all right, alright, fine, right,
			exactly, correct, agreed, done, good, good to know, sounds good, that sounds good, makes sense,
			that makes sense, will do, i will do that, i'll do that, i'll try that, no problem, no worries,
			you're welcome, sorry, my mistake, hm, hmm, wow, lol, haha`,
		answer: `All right. ${ANYTHING_ELSE}`,
	},
	{
		topic: 'greeting',
		said: `hi, hello, hey, hiya, howdy, good day, good morning, good afternoon, good evening, morning,
			greetings, nice to meet you, are you there, i'm back, test, testing`,
		answer: 'Hello! What can I do for you?',
	},
];
/** What may stand between them. */
const FILLERS =
	'a lot, again, ah, and, but, for now, just, now, oh, really, so, so much, then, there, today, very, very much, well';

const phrasesOf = (said) => said.split(/,\s*/);
const PHRASES = [...SMALL_TALK.map(({ said }) => said), FILLERS].flatMap(phrasesOf);
// The longest first: "no problem" is no "no".
const ANY_PHRASE = new RegExp(
	`(?<= |^)(${PHRASES.sort((one, other) => other.length - one.length).join('|')})(?= |$)`,
	'g',
);

/** Undefined where the contact wrote anything else, too. */
function answerToSmallTalk(asked) {
	const words = asked.replace(/[^\p{L}\p{N}'👍]+/gu, ' ').trim();
	if (words.replace(ANY_PHRASE, '').trim()) return undefined;
	const heard = words.match(ANY_PHRASE) ?? [];
	return SMALL_TALK.find(({ said }) => heard.some((phrase) => phrasesOf(said).includes(phrase)))
		?.answer;
}

const GREETING = /^\W*(hi|hello|hey|good (morning|afternoon|evening)|greetings)\b/;
const THANKS = /\b(thanks|thank you|thx|cheers)\b/;

/**
 * @param {string} text what the contact wrote
 * @param {{ failedAttempts: number, failedNow: boolean }} soFar what the Failure Counter has counted,
 *   and whether this message says that the last answer did not help
 */
function answer(text, { failedAttempts, failedNow }) {
	if (failedNow && failedAttempts > 0) {
		return 'I apologise for the trouble. Is it about opening hours, shipping, returns or an order?';
	}
	const asked = text.toLowerCase().replaceAll('’', "'");
	const known = FAQ.find((entry) => entry.asked.test(asked));
	if (known) return known.answer;
	const polite = answerToSmallTalk(asked);
	if (polite) return polite;
	if (THANKS.test(asked)) return "You're welcome! Is there anything else I can do for you?";
	if (GREETING.test(asked)) return 'Hello! What can I do for you?';
	return "I'm sorry, I don't have information about that.";
}

import type { MessageToSend } from '../../start/reference-flow-client';

/**
 * What one turn comes to:
 * - `answer`: the bot answers and keeps the conversation.
 * - a scenario: a human is called, the contact gets the closing message.
 * - `silent`: a human has the conversation, the bot says nothing.
 * - `duplicate`: the message was here before, and gets the answer that it had.
 */
export type Outcome =
	| 'answer'
	| 'contactRequest'
	| 'lackOfInformation'
	| 'failedToResolveIssue'
	| 'silent'
	| 'duplicate';

export interface Said {
	text: string;
	outcome: Outcome;
	/** What the bot answers, where it matters. */
	says?: RegExp;
	failedAttempts?: number;
	messageId?: string;
}

export interface ConversationCase {
	name: string;
	contact?: MessageToSend['contact'];
	turns: Said[];
}

const said = (text: string, outcome: Outcome, more: Partial<Said> = {}): Said => ({
	text,
	outcome,
	...more,
});
const asks = (language: string, text: string): ConversationCase => ({
	name: `asks for a human at once (${language})`,
	contact: { language },
	turns: [said(text, 'contactRequest'), said('?', 'silent')],
});

/** Run on both platforms, interleaved and with a restart in the middle; see the test beside this. */
export const CONVERSATIONS: ConversationCase[] = [
	{
		name: 'asks for a human as HighLevel has it',
		contact: { id: 'c-1', name: 'Mia', email: 'mia@example.com', language: 'en' },
		turns: [said('Can I talk to a human?', 'contactRequest'), said('Hello?', 'silent')],
	},
	{
		name: 'needs a real person',
		turns: [said('I need help from a real person', 'contactRequest')],
	},
	{
		name: 'two failed attempts hand over on the third message',
		turns: [
			said('How long does shipping take?', 'answer', { says: /day/i, failedAttempts: 0 }),
			said("That didn't help, I asked something else", 'answer', {
				says: /(sorry|apologi[sz]e)[^?]*\?/i,
				failedAttempts: 1,
			}),
			said('no, still not what I need', 'failedToResolveIssue', { failedAttempts: 2 }),
			said('hello?', 'silent', { failedAttempts: 2 }),
		],
	},
	{
		name: 'a success resets the count',
		turns: [
			said('How long does shipping take?', 'answer'),
			said("That didn't help", 'answer', { failedAttempts: 1 }),
			said('Thanks, that helped!', 'answer', { failedAttempts: 0 }),
			said('What are your opening hours?', 'answer'),
			said("that's wrong, it did not help", 'answer', { failedAttempts: 1 }),
		],
	},
	{
		name: 'another topic resets the count',
		turns: [
			said('How long does shipping take?', 'answer'),
			said('that does not help me', 'answer', { failedAttempts: 1 }),
			said('What is your return policy?', 'answer', { failedAttempts: 0 }),
			said('What are your opening hours?', 'answer', { failedAttempts: 0 }),
		],
	},
	{
		name: 'the same question again is a failed attempt',
		turns: [
			said('How long does shipping take?', 'answer'),
			said('How long does shipping take?', 'answer', { failedAttempts: 1 }),
			said('how long does the shipping take???', 'failedToResolveIssue', { failedAttempts: 2 }),
		],
	},
	{
		name: 'opening hours',
		turns: [said('When are you open?', 'answer', { says: /open|hour|am|pm|:/i })],
	},
	{ name: 'order status', turns: [said('Where is my order?', 'answer', { says: /order/i })] },
	{ name: 'returns', turns: [said('Can I return my shoes?', 'answer', { says: /return/i })] },
	{
		name: 'a greeting',
		turns: [said('Hi there', 'answer'), said('Thank you!', 'answer', { failedAttempts: 0 })],
	},
	{
		name: 'small talk calls nobody',
		turns: [
			said('are you a human?', 'answer', { says: /bot/ }),
			said('ok', 'answer'),
			said("no, that's all", 'answer', { failedAttempts: 0 }),
			said('Great, bye!', 'answer', { says: /bye/i }),
		],
	},
	{
		name: 'the bot does not know',
		turns: [
			said('Do you sell gift cards for astronauts?', 'lackOfInformation'),
			said('ok', 'silent'),
		],
	},
	{
		name: 'the bot does not know after a good answer',
		turns: [
			said('What are your opening hours?', 'answer'),
			said('Which materials is the blue jacket made of?', 'lackOfInformation'),
		],
	},
	{
		name: 'a message that is delivered twice',
		turns: [
			said('How long does shipping take?', 'answer', { messageId: 'd-1' }),
			said('How long does shipping take?', 'duplicate', { messageId: 'd-1', failedAttempts: 0 }),
			said('What are your opening hours?', 'answer', { messageId: 'd-2', failedAttempts: 0 }),
		],
	},
	{
		name: 'a complaint that is delivered twice counts once',
		turns: [
			said('How long does shipping take?', 'answer', { messageId: 'e-1' }),
			said("That didn't help", 'answer', { messageId: 'e-2', failedAttempts: 1 }),
			said("That didn't help", 'duplicate', { messageId: 'e-2', failedAttempts: 1 }),
		],
	},
	{
		name: 'a request for a human that is delivered twice',
		turns: [
			said('human please', 'contactRequest', { messageId: 'f-1' }),
			said('human please', 'duplicate', { messageId: 'f-1' }),
		],
	},
	{ name: 'shouts', turns: [said('GET ME A HUMAN NOW!!!', 'contactRequest')] },
	{ name: 'with an emoji', turns: [said('🙏 can I speak to a real person? 😡', 'contactRequest')] },
	{
		name: 'indirectly',
		turns: [said('this bot is useless, let me talk to someone', 'contactRequest')],
	},
	{ name: 'does not want a bot', turns: [said("I don't want to talk to a bot", 'contactRequest')] },
	{
		name: 'in the middle of something else',
		turns: [
			said('What is your return policy?', 'answer'),
			said('ok. can you connect me with an agent?', 'contactRequest'),
		],
	},
	{ name: 'needs no human', turns: [said('Hello, no need for a human', 'answer')] },
	{ name: 'a lone tag is text', turns: [said('<b>When are you open?</b>', 'answer')] },
	{
		name: 'a long message',
		turns: [
			said(`How long does shipping take? ${'Please tell me. '.repeat(300)}`, 'answer', {
				says: /day/i,
			}),
		],
	},
	asks('es', '¿Puedo hablar con una persona?'),
	asks('pt', 'Quero falar com um atendente humano'),
	asks('fr', 'Je voudrais parler à un humain'),
	asks('de', 'Kann ich bitte mit einem Menschen sprechen?'),
	asks('it', 'Vorrei parlare con un operatore'),
	asks('nl', 'Kan ik een medewerker spreken?'),
	asks('pl', 'Chcę rozmawiać z człowiekiem'),
	asks('tr', 'Bir insanla görüşmek istiyorum'),
	asks('ru', 'Хочу поговорить с оператором'),
	asks('uk', 'Хочу поговорити з живою людиною'),
	asks('ar', 'أريد التحدث مع شخص حقيقي'),
	asks('hi', 'मुझे किसी इंसान से बात करनी है'),
	asks('id', 'Saya mau bicara dengan manusia'),
	asks('zh', '我要转人工客服'),
	asks('ja', '人間のオペレーターと話したいです'),
	asks('ko', '상담원과 통화하고 싶어요'),
	{
		name: 'several questions, all answered',
		turns: [
			said('Hello', 'answer'),
			said('When are you open?', 'answer'),
			said('And where is my order?', 'answer'),
			said('What is your return policy?', 'answer'),
			said('Thanks', 'answer', { failedAttempts: 0 }),
		],
	},
	{
		name: 'an answer to the clarifying question keeps the count',
		turns: [
			said('How long does shipping take?', 'answer'),
			said("That didn't help", 'answer', { failedAttempts: 1 }),
			said('shipping to Spain', 'answer', { failedAttempts: 1 }),
		],
	},
	{
		name: 'complaints without an answer before them count nothing',
		turns: [
			said('my parcel did not help me, it never came: where is my order?', 'answer', {
				failedAttempts: 0,
			}),
		],
	},
];

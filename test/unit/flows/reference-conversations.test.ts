import {
	DEFAULT_FAILED_ATTEMPTS,
	judgeByContact,
	recordAnswer,
} from '../../../handover/attempts/attempts';
import type { Turn } from '../../../handover/classifier/classifier';
import type { AttemptState } from '../../../handover/conversation/conversation';
import { CONVERSATIONS, type Outcome } from '../../integration/conversations';
import { classify, dialogue } from '../classifier/classifier-turns';
import { answer } from './stand-in-bot';

// The conversations that are played on the real platforms, as far as classifier, failure counter and stand-in bot
// decide how they end: a model that fails here would fail there, half an hour later.

/** A conversation in the order of the reference flows' nodes. */
class Conversation {
	readonly #history: Array<Turn['history'][number]> = [];
	#attempts: AttemptState = {
		failedAttempts: 0,
		lastAnswer: null,
		lastJudged: null,
		draftFailedFor: null,
	};
	#seq = 0;

	async say(text: string): Promise<{ outcome: Outcome; reply: string; failedAttempts: number }> {
		const seq = ++this.#seq;
		const history = [...this.#history];
		const asked = await classify({ text, history });
		const counted = judgeByContact(this.#attempts, seq, asked.attempt);
		this.#attempts = counted.attempts;
		const { failedAttempts } = counted.attempts;
		const reply = answer(text, { failedAttempts, failedNow: counted.failed });
		this.#history.push({ author: 'contact', text });
		const drafted = await classify({ draft: reply, history: [...this.#history] });
		this.#history.push({ author: 'bot', text: reply });
		this.#attempts = recordAnswer(this.#attempts, ++this.#seq, seq);
		return { outcome: outcomeOf(), reply, failedAttempts };

		function outcomeOf(): Outcome {
			if (asked.label === 'contactRequest') return asked.label;
			if (counted.failed && failedAttempts >= DEFAULT_FAILED_ATTEMPTS)
				return 'failedToResolveIssue';
			return drafted.label === 'lackOfInformation' ? drafted.label : 'answer';
		}
	}
}

test.each(CONVERSATIONS.map((one) => [one.name, one] as const))('%s', async (_name, { turns }) => {
	const conversation = new Conversation();
	for (const { text, outcome, says, failedAttempts } of turns) {
		// A human has it, or the message was here before: neither is the classifier's.
		if (outcome === 'silent') return;
		if (outcome === 'duplicate') continue;
		const said = await conversation.say(text);
		expect({ text, ...said }).toEqual({
			text,
			outcome,
			reply: says ? (expect.stringMatching(says) as string) : said.reply,
			failedAttempts: failedAttempts ?? said.failedAttempts,
		});
	}
});

test.each(["That didn't help", 'this is not what I asked', 'no, wrong answer'])(
	'"%s" is a complaint about the first answer',
	async (text) => {
		const asked = 'How long does shipping take?';
		const history = dialogue(asked, answer(asked, { failedAttempts: 0, failedNow: false }));
		expect((await classify({ text, history })).label).toBe('failedAttempt');
	},
);

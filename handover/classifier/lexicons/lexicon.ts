/**
 * What the built-in classifier knows of one language. Phrases are made of words, from left to right:
 *
 * | written        | means                                                                        |
 * |----------------|------------------------------------------------------------------------------|
 * | `talk`         | this word; capitals and accents do not count                                 |
 * | `talk/speak`   | one of these                                                                 |
 * | `dont/do_not`  | the same, where one of these is two words                                    |
 * | `temsilci*`    | a word that begins like this                                                 |
 * | `{human}`      | one of the words listed under `words`, of one or several words each          |
 * | `please?`      | may be left out                                                              |
 * | `..` `..5`     | up to three, up to five words of any kind, in the same sentence              |
 * | `^` `$`        | the sentence begins, ends here, politeness aside                             |
 *
 * In Chinese, Japanese and Korean every character is a word: `我要/我想` is two ways to begin.
 */
export interface Lexicon {
	/** BCP 47. */
	language: string;
	/** Words that phrases name in braces, separated by `|`. Slips in `human` and `talk` are forgiven. */
	words: Record<string, string>;

	/** The contact asks for a human. */
	asksForHuman: string[];
	/** The contact probably does. */
	mayAskForHuman: string[];
	/** What looks like it and is not; takes away every phrase above that it touches. */
	doesNotAskForHuman: string[];

	/** The bot admits that it cannot answer. */
	doesNotKnow: string[];
	/** What looks like it and is not: a refusal, a negative fact, a question back. */
	doesKnow: string[];

	/** The contact says that the bot's answer did not help. */
	didNotHelp: string[];
	/** So probably, once there was a question that could be answered. */
	mayNotHaveHelped: string[];
	/** What looks like it and is not. */
	isNoComplaint: string[];
	/** The contact says that the bot's answer did help. */
	didHelp: string[];
	/** The bot asks whether it helped. */
	asksWhetherItHelped: string[];

	/** Words around a request that say nothing. */
	polite: string;
	/** Greetings, thanks and the like: no questions, even twice. */
	smallTalk: string;
	yes: string;
	no: string;
	/** Words a question or a request begins with. */
	beginsQuestion: string;
	/** Words that do not tell one question from another. */
	stopWords: string;
}

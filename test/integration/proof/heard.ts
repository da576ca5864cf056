/** What a channel has told its contacts, by the message that it answers. */
export class Heard {
	readonly #texts = new Map<string, Set<string>>();

	/** A text that comes again with the same message is told once. */
	add(messageId: string, text: string | null): void {
		if (text === null) return;
		const texts = this.#texts.get(messageId) ?? new Set();
		this.#texts.set(messageId, texts.add(text));
	}

	/** In no order: a channel hears of other messages in between. */
	of(messageIds: Iterable<string>): string[] {
		return [...messageIds].flatMap((messageId) =>
			[...(this.#texts.get(messageId) ?? [])].map((text) => `${messageId}: ${text}`),
		);
	}
}

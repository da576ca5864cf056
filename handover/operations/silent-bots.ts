/**
 * Bots whose flows give no sign of an answer: nothing goes through Before Reply, nothing is handed
 * over. To wait for their answers would hold up every message, so after the first wait in vain this
 * process waits for none of them until there is a sign.
 */
export class SilentBots {
	readonly #silent = new Set<string>();
	readonly #answering = new Set<string>();

	isSilent(botId: string): boolean {
		return this.#silent.has(botId);
	}

	waitedInVain(botId: string): void {
		if (!this.#answering.has(botId)) this.#silent.add(botId);
	}

	sawAnswer(botId: string): void {
		this.#silent.delete(botId);
		this.#answering.add(botId);
	}
}

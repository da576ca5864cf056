/** A language model, whoever runs it. Implementations differ only in how they reach theirs. */
export interface LanguageModel {
	/** As its provider calls it; it is shown with what the model decided. */
	readonly name: string;
	/**
	 * The model's whole answer as text, which may be anything: it is the caller who reads and checks it.
	 * @throws {ModelFailure} or whatever its library throws, when there is no answer.
	 */
	complete(request: ModelRequest, signal: AbortSignal): Promise<string>;
}

export interface ModelRequest {
	messages: ModelMessage[];
	/** What the answer has to look like; a provider may not be able to hold the model to it. */
	schema: AnswerSchema;
}

export interface ModelMessage {
	role: 'system' | 'user';
	content: string;
}

export interface AnswerSchema {
	name: string;
	/** A JSON schema in the subset that all providers know: every property required, no other. */
	schema: Record<string, unknown>;
}

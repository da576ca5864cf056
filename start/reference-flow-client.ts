import type { ConversationView } from '../handover/operations/conversation-view';

/** What the reference flow takes; a test may leave out or bend any of it. */
export interface MessageToSend {
	botId?: string;
	conversationId: string;
	messageId?: string;
	text: string;
	contact?: { id?: string; name?: string; email?: string; language?: string };
}

export interface MessageAnswer {
	conversationId: string;
	reply: string | null;
	owner: 'bot' | 'waiting' | 'human' | 'closed';
	scenario: string | null;
	handoverId: string | null;
	failedAttempts: number;
	duplicate: boolean;
}

export interface FlowError {
	code: string;
	message: string;
}

export interface Answer<Body> {
	status: number;
	body: Body;
}

const PATIENCE = 60_000;

/**
 * Speaks to the reference flow over HTTP, on either platform.
 * @param apiUrl where it answers, see `RunningPlatform.apiUrl`.
 */
export async function postMessage(
	apiUrl: string,
	message: unknown,
): Promise<Answer<MessageAnswer | FlowError>> {
	return await answerOf(
		await fetch(`${apiUrl}/handover/message`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(message),
			signal: AbortSignal.timeout(PATIENCE),
		}),
	);
}

/** @throws when the flow answers with an error. */
export async function sendMessage(apiUrl: string, message: MessageToSend): Promise<MessageAnswer> {
	return succeeded(await postMessage(apiUrl, message));
}

export async function getConversation(
	apiUrl: string,
	conversationId: string,
	botId?: string,
): Promise<Answer<ConversationView | FlowError>> {
	const query = new URLSearchParams({ id: conversationId, ...(botId ? { botId } : {}) });
	return await answerOf(
		await fetch(`${apiUrl}/handover/conversation?${query}`, {
			signal: AbortSignal.timeout(PATIENCE),
		}),
	);
}

/** @throws when the flow answers with an error, an unknown conversation included. */
export async function readConversation(
	apiUrl: string,
	conversationId: string,
	botId?: string,
): Promise<ConversationView> {
	return succeeded(await getConversation(apiUrl, conversationId, botId));
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
	const text = await response.text();
	try {
		return { status: response.status, body: JSON.parse(text) as Body };
	} catch {
		throw new Error(`The flow answered ${response.status} without JSON: ${text.slice(0, 200)}`);
	}
}

function succeeded<Body extends object>({ status, body }: Answer<Body | FlowError>): Body {
	if (status === 200) return body as Body;
	throw new Error(`The flow answered ${status} ${JSON.stringify(body)}`);
}

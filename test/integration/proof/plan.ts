import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { randomBelow } from '../../contract/random-below';

/** What a contact means, as a person would say; the classifier has to find out. */
type Meaning = 'question' | 'complaint' | 'asksForHuman';

export interface PlannedMessage {
	messageId: string;
	text: string;
	means: Meaning;
}

/** What a channel delivers together: mostly one message; the same one twice, where it is impatient. */
export type Delivery = readonly PlannedMessage[];

export interface PlannedConversation {
	conversationId: string;
	deliveries: Delivery[];
}

/** What the store must say of a conversation in the end. */
export interface Prediction {
	owner: 'bot' | 'human';
	scenario: 'contactRequest' | 'failedToResolveIssue' | null;
	transcript: Array<[author: 'contact' | 'bot', text: string]>;
	/** What the contact must have been told, and with which message. */
	told: Array<[messageId: string, text: string]>;
}

/** In this order none of them asks what the one before it has asked. */
const QUESTIONS = [
	'Hello',
	'What are your opening hours?',
	'Where is my order?',
	'How long does shipping take?',
	'What is your return policy?',
];
const COMPLAINTS = ["That didn't help", 'no, still not what I need'];
const REQUESTS = [
	'Can I talk to a human?',
	'I need help from a real person',
	'Kann ich bitte mit einem Menschen sprechen?',
	'¿Puedo hablar con una persona?',
];

const source = readFileSync(join(__dirname, '../../../flows/stand-in-bot.js'), 'utf8');
/** The reference flow's own bot. */
export const answer = new Function(`${source}\nreturn answer;`)() as (
	text: string,
	soFar: { failedAttempts: number; failedNow: boolean },
) => string;

export interface Size {
	messages: number;
	conversations: number;
	seed: number;
}

/**
 * One in five deliveries is a message that was delivered before: half of them at the same time, half
 * of them later. One in twenty asks for a human; in one in ten conversations the bot does not help.
 */
export function planConversations({ messages, conversations, seed }: Size): PlannedConversation[] {
	const below = randomBelow(seed);
	const each = messages / conversations;
	return Array.from({ length: conversations }, (_, index) => {
		const conversationId = `proof-${seed}-${index}`;
		const isUnhappy = below(10) === 0;
		const first = below(QUESTIONS.length);
		const said: PlannedMessage[] = [];
		const deliveries: Delivery[] = [];
		const next = (): PlannedMessage => {
			const messageId = `${conversationId}-${said.length}`;
			if (isUnhappy && said.length > 0 && said.length <= COMPLAINTS.length) {
				return { messageId, text: COMPLAINTS[said.length - 1]!, means: 'complaint' };
			}
			if (below(20) === 0) {
				return { messageId, text: REQUESTS[below(REQUESTS.length)]!, means: 'asksForHuman' };
			}
			const text = QUESTIONS[(first + said.length) % QUESTIONS.length]!;
			return { messageId, text, means: 'question' };
		};
		for (let sent = 0; sent < each; sent++) {
			if (said.length > 0 && below(5) === 0) {
				if (below(2) === 0) deliveries.push([said[below(said.length)]!]);
				else deliveries.push([...deliveries.pop()!, said.at(-1)!]);
			} else {
				const message = next();
				said.push(message);
				deliveries.push([message]);
			}
		}
		return { conversationId, deliveries };
	});
}

/** One process that takes one message after the other, as a pure function. */
export function predict({ deliveries }: PlannedConversation): Prediction {
	const seen = new Set<string>();
	const state: Prediction & { failed: number } = {
		owner: 'bot',
		scenario: null,
		transcript: [],
		told: [],
		failed: 0,
	};
	const tell = (messageId: string, text: string) => {
		state.transcript.push(['bot', text]);
		state.told.push([messageId, text]);
	};
	const handOver = (messageId: string, scenario: Prediction['scenario']) => {
		state.owner = 'human';
		state.scenario = scenario;
		tell(messageId, DEFAULT_CLOSING_MESSAGE);
	};
	for (const { messageId, text, means } of deliveries.flat()) {
		if (seen.has(messageId)) continue;
		seen.add(messageId);
		state.transcript.push(['contact', text]);
		if (state.owner === 'human') continue;
		state.failed = means === 'complaint' ? state.failed + 1 : 0;
		if (means === 'asksForHuman') handOver(messageId, 'contactRequest');
		else if (state.failed === 2) handOver(messageId, 'failedToResolveIssue');
		else {
			const soFar = { failedAttempts: state.failed, failedNow: means === 'complaint' };
			tell(messageId, answer(text, soFar));
		}
	}
	const { owner, scenario, transcript, told } = state;
	return { owner, scenario, transcript, told };
}

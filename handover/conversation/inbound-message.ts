import { HandoverError, type HandoverErrorCode } from '../errors';
import type { Contact, ConversationRef } from './conversation';

/** Longer than any messenger allows, and short enough that a page of them is read by a person. */
export const MAX_TEXT_LENGTH = 20_000;
export const MAX_ID_LENGTH = 256;
export const DEFAULT_BOT_ID = 'default';

/** What a flow hands in. Nothing of it is trusted. */
export interface InboundMessage {
	botId?: unknown;
	conversationId?: unknown;
	messageId?: unknown;
	text?: unknown;
	contact?: unknown;
	/** The `handover` of the item: of a turn that comes back. */
	carried?: unknown;
}

export interface AdmissibleMessage extends ConversationRef {
	/** `null` where the sender gave none: such a message cannot be recognised when it comes twice. */
	messageId: string | null;
	text: string;
	contact: Contact;
}

/** @throws {HandoverError} with the code of the first field that is wrong; never quotes its value. */
export function parseInboundMessage(input: InboundMessage): AdmissibleMessage {
	return {
		...parseRef(input),
		messageId: parseMessageId(input.messageId),
		text: parseText(input.text),
		contact: parseContact(input.contact),
	};
}

/** Ids may be numbers, as many messengers send them. @throws {HandoverError} */
export function parseRef(input: { botId?: unknown; conversationId?: unknown }): ConversationRef {
	const conversationId = parseId(
		input.conversationId,
		'CONVERSATION_ID_INVALID',
		'Conversation ID',
	);
	if (conversationId === null) {
		throw new HandoverError(
			'CONVERSATION_ID_MISSING',
			'Conversation ID is missing or blank. Set it to the ID that is the same for every message of one conversation; behind a Handover Gate, keep "handover" on the item or message.',
		);
	}
	return { botId: parseBotId(input.botId), conversationId };
}

/** @throws {HandoverError} `BOT_ID_INVALID` */
export function parseBotId(value: unknown): string {
	return parseId(value, 'BOT_ID_INVALID', 'Bot ID') ?? DEFAULT_BOT_ID;
}

/** @throws {HandoverError} `MESSAGE_ID_INVALID` */
export function parseMessageId(value: unknown): string | null {
	return parseId(value, 'MESSAGE_ID_INVALID', 'Message ID');
}

/** @throws {HandoverError} `STAFF_UNKNOWN`: what is no ID is nobody's */
export function parseStaffId(value: unknown): string | null {
	return parseId(value, 'STAFF_UNKNOWN', 'Staff ID');
}

/** @throws {HandoverError} `TASK_UNKNOWN` */
export function parseTaskId(value: unknown): string | null {
	return parseId(value, 'TASK_UNKNOWN', 'Task ID');
}

/**
 * @param what what the field is for, as a message says that it is missing
 * @throws {HandoverError} `TEXT_*`
 */
export function parseText(value: unknown, what = 'what was written'): string {
	if (value === undefined || value === null) {
		throw new HandoverError('TEXT_MISSING', `Text is missing. Set it to ${what}.`);
	}
	if (typeof value !== 'string') {
		throw new HandoverError(
			'TEXT_NOT_A_STRING',
			`Text must be a string. Set it to ${what}, and not to an object, a list or a number.`,
		);
	}
	if (value.length > MAX_TEXT_LENGTH) {
		throw new HandoverError(
			'TEXT_TOO_LONG',
			`Text has ${value.length} characters; at most ${MAX_TEXT_LENGTH} are allowed. Cut it, or send it as a file.`,
		);
	}
	if (value.trim() === '') {
		throw new HandoverError('TEXT_MISSING', `Text is blank. Set it to ${what}.`);
	}
	if (!isStorable(value)) {
		throw new HandoverError(
			'TEXT_INVALID',
			'Text has a NUL character or half of a surrogate pair. It was cut or decoded wrongly on its way here.',
		);
	}
	return value;
}

/** @throws {HandoverError} `CONTACT_INVALID` */
export function parseContact(value: unknown): Contact {
	if (value !== undefined && value !== null && typeof value !== 'object') throw contactInvalid();
	const given: { readonly [Name in keyof Contact]?: unknown } = value ?? {};
	return {
		id: parseContactText(given.id),
		name: parseContactText(given.name),
		email: parseContactText(given.email),
		language: parseContactText(given.language),
	};
}

function parseContactText(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	const text = typeof value === 'number' && !Number.isNaN(value) ? String(value) : value;
	if (typeof text !== 'string' || text.length > MAX_ID_LENGTH || !isStorable(text)) {
		throw contactInvalid();
	}
	return text.trim() || null;
}

function contactInvalid(): HandoverError {
	return new HandoverError(
		'CONTACT_INVALID',
		`The contact's ID, name, email and language must be texts of at most ${MAX_ID_LENGTH} characters. Check these four fields.`,
	);
}

function parseId(value: unknown, code: HandoverErrorCode, field: string): string | null {
	if (value === undefined || value === null) return null;
	const id = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
	if (typeof id !== 'string' || id.length > MAX_ID_LENGTH || !isStorable(id)) {
		throw new HandoverError(
			code,
			`${field} must be a text or a number of at most ${MAX_ID_LENGTH} characters. Check what it is set to.`,
		);
	}
	return id.trim() || null;
}

/** Whether every database keeps it as it is: Postgres refuses NUL, UTF-8 has no lone surrogates. */
export function isStorable(text: string): boolean {
	return !text.includes('\0') && text.isWellFormed();
}

/** The text with � in the place of what not every database keeps. */
export function toStorable(text: string): string {
	return isStorable(text) ? text : text.toWellFormed().replaceAll('\0', '\uFFFD');
}

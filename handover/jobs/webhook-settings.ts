import * as v from 'valibot';
import { isStorable } from '../conversation/inbound-message';
import { HandoverError } from '../errors';

/** As Standard Webhooks has it: 24 to 64 bytes in base64, behind `whsec_`. */
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const LEAST_BYTES = 24;
const MOST_BYTES = 64;

const text = v.pipe(v.string(), v.trim(), v.maxLength(2_000), v.check(isStorable));
const webhook = v.object({
	/** The node or credential that it is set in. */
	id: v.pipe(text, v.minLength(1)),
	url: v.pipe(text, v.check(isHttp)),
	secret: v.pipe(text, v.check(isSecret)),
});
export type WebhookSettings = v.InferOutput<typeof webhook>;

/** @throws {HandoverError} `WEBHOOK_INVALID`, which quotes neither the address nor the secret. */
export function parseWebhook(input: unknown): WebhookSettings {
	const parsed = v.safeParse(webhook, input);
	if (parsed.success) return parsed.output;
	throw new HandoverError('WEBHOOK_INVALID', FAULTS[v.getDotPath(parsed.issues[0]) ?? ''] ?? OTHER);
}

/** The key for the signature. */
export function secretBytes(secret: string): Buffer {
	return Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64');
}

const OTHER = "The webhook's settings cannot be read. Check the node's webhook fields.";
const FAULTS: Record<string, string> = {
	url: 'The webhook needs an address that begins with http:// or https://, without a name and password in it.',
	secret: `The webhook needs a secret: "whsec_" and ${LEAST_BYTES} to ${MOST_BYTES} random bytes in base64, as "openssl rand -base64 32" makes them.`,
};

function isHttp(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, username, password } = new URL(url);
	return /^https?:$/.test(protocol) && username === '' && password === '';
}

function isSecret(secret: string): boolean {
	const { length } = secretBytes(secret);
	return length >= LEAST_BYTES && length <= MOST_BYTES;
}

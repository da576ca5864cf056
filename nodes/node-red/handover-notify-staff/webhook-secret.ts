/** The domain's, repeated because its file brings the whole validation library along. A test compares. */
const SECRET = /^whsec_([A-Za-z0-9+/]+)={0,2}$/;
const LEAST_BYTES = 24;
const MOST_BYTES = 64;

export function isWebhookSecret(text: string): boolean {
	const [, base64 = ''] = SECRET.exec(text.trim()) ?? [];
	const bytes = Math.floor((base64.length * 3) / 4);
	return bytes >= LEAST_BYTES && bytes <= MOST_BYTES;
}

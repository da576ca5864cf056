/** The domain's limit for what is said to a contact or to staff; a test compares them. */
export const MAX_TEXT_LENGTH = 5_000;

export function isShortEnough(text: string): boolean {
	return text.length <= MAX_TEXT_LENGTH;
}

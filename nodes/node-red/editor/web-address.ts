/**
 * As the domain takes one: a name and password in it are refused, for requests with them are refused
 * where they are made.
 */
export function isWebAddress(value: unknown): boolean {
	const text = String(value ?? '').trim();
	// `${NAME}` becomes an environment variable when the flow starts.
	if (text.includes('${')) return true;
	if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
	const { username, password } = new URL(text);
	return username === '' && password === '';
}

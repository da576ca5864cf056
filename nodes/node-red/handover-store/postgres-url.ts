const PARAMETERS = ['sslmode', 'application_name', 'host', 'schema'];

/**
 * Whether a store could be opened with it, or a variable is to name the URL. Repeated from the store, which
 * is named where it is opened and nowhere else; a test compares the two.
 */
export function isPostgresUrl(text: string): boolean {
	if (/^\$\{\S+\}$/.test(text)) return true;
	// Browsers before 2025 take a URL apart for the web's schemes only.
	const url = text.replace(/^postgres(ql)?:\/\//i, 'http://');
	if (url === text || !URL.canParse(url)) return false;
	const { pathname, username, password, searchParams } = new URL(url);
	return (
		username !== '' &&
		pathname.length > 1 &&
		[...searchParams.keys()].every((name) => PARAMETERS.includes(name)) &&
		[pathname, username, password].every(canDecode)
	);
}

function canDecode(text: string): boolean {
	try {
		decodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
}

const PARAMETERS = ['sslmode', 'application_name', 'host', 'schema'];

/**
 * Whether a store could be opened with it. Repeated from the store, which is named where it is opened and
 * nowhere else; a test compares the two.
 */
export function isPostgresUrl(text: string): boolean {
	if (!URL.canParse(text)) return false;
	// Parsed as it stands: the web's own schemes take other hosts and passwords.
	const { protocol, pathname, username, password, searchParams } = new URL(text);
	return (
		/^postgres(ql)?:$/.test(protocol) &&
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

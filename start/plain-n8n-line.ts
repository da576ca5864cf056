/**
 * A line of n8n's JSON log as Node-RED would write it: `30 Nov 23:34:38 - [warn] message`. n8n's own
 * plain format leaves the level out. Any other line stays as it is.
 */
export function plainN8nLine(line: string): string {
	const entry = parse(line);
	if (typeof entry?.level !== 'string' || typeof entry.message !== 'string') return line;
	const at = new Date(String(entry.metadata?.timestamp));
	const day = `${at.getDate()} ${at.toLocaleString('en', { month: 'short' })}`;
	// The other fields may hold anything, and n8n's plain format has none of them either.
	return `${day} ${at.toTimeString().slice(0, 8)} - [${entry.level}] ${entry.message.trim()}`;
}

interface Entry {
	level?: unknown;
	message?: unknown;
	metadata?: { timestamp?: unknown };
}

function parse(line: string): Entry | undefined {
	if (!line.startsWith('{')) return undefined;
	try {
		return JSON.parse(line) as Entry;
	} catch {
		return undefined;
	}
}

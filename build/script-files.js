/**
 * In which script of `dist/` each source is: the script of those that import it where these are all in one,
 * and else one of its own. So no module is there twice, and a process opens few files.
 * @param {Record<string, { imports: Array<{ path: string, kind: string }> }>} inputs of an esbuild metafile
 * @param {Iterable<string>} alone sources that get a script of their own whoever imports them
 * @returns {Map<string, string>} by source, the source that the script is named after
 */
function chooseScripts(inputs, alone) {
	const sources = Object.keys(inputs).filter((path) => path.endsWith('.ts'));
	const importers = listImporters(inputs);
	const scripts = new Map(sources.map((source) => [source, source]));
	const stay = new Set(alone);
	const shared = sources.filter((source) => !stay.has(source));
	// As a source moves, what it imports may follow.
	for (let moved = true; moved;) {
		moved = false;
		for (const source of shared) {
			const [script, other] = new Set(importers.get(source).map((path) => scripts.get(path)));
			if (other || script === source || script === scripts.get(source)) continue;
			scripts.set(source, script);
			moved = true;
		}
	}
	return scripts;
}

function listImporters(inputs) {
	const importers = new Map();
	for (const [importer, { imports }] of Object.entries(inputs)) {
		for (const { path } of imports) {
			importers.set(path, [...(importers.get(path) ?? []), importer]);
		}
	}
	return importers;
}

module.exports = { chooseScripts };

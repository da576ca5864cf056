const { dirname, join, relative, sep } = require('node:path');
const { build } = require('esbuild');
const { DIST, ROOT, listEntryPoints } = require('./package-paths');
const { chooseScripts } = require('./script-files');

/** What the platforms bring themselves. */
const PROVIDED = /^(node:|n8n-workflow$)/;

/**
 * Many small sources, all of which a process reads before its first decision. Elsewhere each has a script of
 * its own, so that what n8n's scanner finds is found in a source.
 */
const CLASSIFIER = 'handover/classifier/';

/** Engines from 22.9 on; `import()` becomes `require`, which is what both platforms' loaders expect. */
const RUNTIME = {
	platform: 'node',
	format: 'cjs',
	// Half of the words that the classifier knows are in other scripts, and escapes are two to three times as long.
	charset: 'utf8',
	target: 'node22.9',
	supported: { 'dynamic-import': false },
	logLevel: 'warning',
};

/**
 * Compiles the sources into scripts in `dist/`, each source into one of them, so that all nodes of a
 * process share one copy of each module, and with it the open stores.
 */
async function bundleScripts() {
	const scripts = await planScripts();
	const files = [...new Set(scripts.values())];
	const libraries = new Set();
	await build({
		...RUNTIME,
		entryPoints: files,
		outdir: DIST,
		outbase: ROOT,
		absWorkingDir: ROOT,
		bundle: true,
		plugins: [keepApart(scripts, libraries)],
	});
	return { files, libraries: [...libraries].sort() };
}

async function planScripts() {
	const { metafile } = await build({
		...RUNTIME,
		entryPoints: listEntryPoints(),
		outdir: DIST,
		absWorkingDir: ROOT,
		bundle: true,
		packages: 'external',
		metafile: true,
		write: false,
	});
	const outside = Object.keys(metafile.inputs).filter((path) => !path.startsWith(CLASSIFIER));
	return chooseScripts(metafile.inputs, outside);
}

/** @param {Map<string, string>} scripts what `chooseScripts` chose */
function keepApart(scripts, libraries) {
	return {
		name: 'keep-scripts-apart',
		setup({ onResolve }) {
			onResolve({ filter: /.*/ }, ({ kind, path, importer, resolveDir }) => {
				if (kind === 'entry-point' || path.endsWith('.json')) return undefined;
				if (PROVIDED.test(path)) return { path, external: true };
				const from = scripts.get(relative(ROOT, importer).split(sep).join('/'));
				if (path.startsWith('.')) {
					const imported = relative(ROOT, join(resolveDir, `${path}.ts`))
						.split(sep)
						.join('/');
					const script = scripts.get(imported);
					if (!script) throw new Error(`${importer} imports ${path}, which is no source.`);
					if (script === from) return undefined;
					return { path: pathTo(from, join(DIST, script).replace(/\.ts$/, '')), external: true };
				}
				libraries.add(path);
				return { path: pathTo(from, libraryFile(path)), external: true };
			});
		},
	};
}

/** From where a source's script will be in `dist/`. */
function pathTo(source, file) {
	const path = relative(join(DIST, dirname(source)), file)
		.split(sep)
		.join('/');
	return path.startsWith('.') ? path : `./${path}`;
}

function libraryFile(library) {
	return join(DIST, 'vendor', `${library.replace(/^@/, '').replace(/\//g, '-')}.js`);
}

module.exports = { RUNTIME, bundleScripts, libraryFile };

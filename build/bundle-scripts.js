const { readFileSync } = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');
const { build } = require('esbuild');
const { DIST, ROOT, listEntryPoints } = require('./package-paths');
const { chooseScripts } = require('./script-files');

/** What the platforms bring themselves. */
const PROVIDED = /^(node:|n8n-workflow$)/;

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
	const entryPoints = listEntryPoints();
	const { metafile } = await build({
		...RUNTIME,
		entryPoints,
		outdir: DIST,
		absWorkingDir: ROOT,
		bundle: true,
		packages: 'external',
		metafile: true,
		write: false,
	});
	return chooseScripts(metafile.inputs, [...entryPoints, ...findsFiles(metafile.inputs)]);
}

/** Elsewhere they would look in another folder. */
function findsFiles(inputs) {
	return Object.keys(inputs).filter((path) =>
		readFileSync(join(ROOT, path), 'utf8').includes('__dirname'),
	);
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

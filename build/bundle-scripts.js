const { dirname, join, relative, sep } = require('node:path');
const { build } = require('esbuild');
const { DIST, ROOT, listEntryPoints } = require('./package-paths');

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
 * Compiles each source into a file of its own in `dist/`. Nothing of ours is inlined, so that all
 * nodes of a process share one copy of each module, and with it the open stores.
 */
async function bundleScripts() {
	const files = await findSources();
	const libraries = new Set();
	await build({
		...RUNTIME,
		entryPoints: files,
		outdir: DIST,
		outbase: ROOT,
		absWorkingDir: ROOT,
		bundle: true,
		plugins: [keepOneFilePerSource(libraries)],
	});
	return { files, libraries: [...libraries].sort() };
}

async function findSources() {
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
	return Object.keys(metafile.inputs).filter((path) => path.endsWith('.ts'));
}

function keepOneFilePerSource(libraries) {
	return {
		name: 'keep-one-file-per-source',
		setup({ onResolve }) {
			onResolve({ filter: /.*/ }, ({ kind, path, importer }) => {
				if (kind === 'entry-point' || path.endsWith('.json')) return undefined;
				if (path.startsWith('.') || PROVIDED.test(path)) return { path, external: true };
				libraries.add(path);
				return { path: pathToLibrary(importer, path), external: true };
			});
		},
	};
}

/** From where the importing file will be in `dist/`. */
function pathToLibrary(importer, library) {
	const folder = join(DIST, relative(ROOT, dirname(importer)));
	return relative(folder, libraryFile(library)).split(sep).join('/');
}

function libraryFile(library) {
	return join(DIST, 'vendor', `${library.replace(/^@/, '').replace(/\//g, '-')}.js`);
}

module.exports = { RUNTIME, bundleScripts, libraryFile };

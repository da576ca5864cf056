const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');
const { bundleLibraries } = require('./build/bundle-libraries');
const { bundleScripts } = require('./build/bundle-scripts');
const { composeEditors } = require('./build/compose-editors');

const OUTPUT = ['dist', 'examples', 'THIRD-PARTY-NOTICES.txt'];

async function clean() {
	await Promise.all(OUTPUT.map((path) => rm(path, { recursive: true, force: true })));
}

async function scripts() {
	const { files, libraries } = await bundleScripts();
	console.log(`${files.length} scripts`);
	const notices = await bundleLibraries(libraries);
	console.log(`${libraries.length} libraries, ${notices.length} notices`);
}

async function editors() {
	console.log(`${await composeEditors()} Node-RED editors`);
}

// `encoding: false`: gulp would read a bitmap as text and spoil it.
const copy = (files, folder, options) =>
	src(files, { encoding: false, ...options }).pipe(dest(folder));

const n8nAssets = () =>
	copy(['nodes/n8n/**/*.{svg,png,node.json}', 'credentials/**/*.{svg,png}'], 'dist', { base: '.' });

const nodeRedAssets = () =>
	copy('nodes/node-red/*/{icons,locales}/**/*.{svg,png,json}', 'dist', { base: '.' });

/** What the built-in classifier has learnt; `npm run train` writes it. */
const model = () => copy('handover/classifier/*.bin', 'dist', { base: '.' });

/** Node-RED reads `examples/` at the root of the package, and nothing else. */
const examples = () => copy('flows/node-red/*.json', 'examples');

exports.clean = clean;
exports.default = series(
	clean,
	parallel(scripts, editors, n8nAssets, nodeRedAssets, model, examples),
);

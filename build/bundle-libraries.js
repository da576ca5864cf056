const { readFileSync, readdirSync } = require('node:fs');
const { mkdir, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { build } = require('esbuild');
const { RUNTIME, libraryFile } = require('./bundle-scripts');
const { ROOT, manifest } = require('./package-paths');

const RULE = '\n\n----------------------------------------\n\n';

/**
 * Puts each library into one file that all our scripts share, and writes the notices that its licence
 * asks for. Returns the packages named there.
 */
async function bundleLibraries(libraries) {
	const packages = new Map();
	const comments = [];
	for (const library of libraries) {
		const { metafile, outputFiles } = await build({
			...RUNTIME,
			entryPoints: [library],
			outfile: libraryFile(library),
			absWorkingDir: ROOT,
			bundle: true,
			legalComments: 'external',
			metafile: true,
			write: false,
		});
		for (const path of Object.keys(metafile.inputs)) {
			const folder = packageFolder(path);
			if (folder) packages.set(folder, describePackage(folder));
		}
		for (const { path, text } of outputFiles) {
			if (path.endsWith('.LEGAL.txt')) comments.push(text.trim());
			else await write(path, text);
		}
	}
	const notices = [...packages.values()].sort();
	await write(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), composeNotices([...notices, ...comments]));
	return notices;
}

/** `node_modules/a/node_modules/@b/c/index.js` is in the package `…/@b/c`. */
function packageFolder(path) {
	return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** @throws when there is no licence text: then it is for a person to decide. */
function describePackage(folder) {
	const { name, version, license } = JSON.parse(
		readFileSync(join(ROOT, folder, 'package.json'), 'utf8'),
	);
	const texts = licenceTexts(join(ROOT, folder));
	if (!texts.length) throw new Error(`${name} has no licence text, so it cannot be bundled.`);
	return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/** Files of their own or, where there are none, the part of the readme that holds the whole licence. */
function licenceTexts(folder) {
	const read = (file) => readFileSync(join(folder, file), 'utf8').trim();
	const files = readdirSync(folder);
	const own = files.filter((file) => /^(licen[cs]e|notice)/i.test(file));
	if (own.length) return own.map(read);
	const parts = files
		.filter((file) => /^readme/i.test(file))
		.map((file) =>
			read(file)
				.split(/^#+ *licen[cs]e *$/im)[1]
				?.trim(),
		);
	return parts.filter((text) => text && /permission is hereby granted/i.test(text));
}

function composeNotices(notices) {
	const head = `${manifest.name} contains parts of the following packages, under their own licences.`;
	return [head, ...notices].join(RULE) + '\n';
}

async function write(path, text) {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
}

module.exports = { bundleLibraries };

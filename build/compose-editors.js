const { existsSync, readdirSync } = require('node:fs');
const { mkdir, readFile, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { build } = require('esbuild');
const { DIST, ROOT, manifest, requireFile } = require('./package-paths');

/**
 * Makes the `.html` that Node-RED wants next to each node: the dialog's template, the editor's script
 * and the help, which is the node's page in `docs/`. Returns how many.
 */
async function composeEditors() {
	const types = Object.keys(manifest['node-red'].nodes);
	for (const type of types) {
		const folder = join('nodes/node-red', type);
		const template = await read(requireFile(join(folder, `${type}.html`)));
		const parts = [template, await bundleEditor(folder), await composeHelp(type)];
		await write(join(folder, `${type}.html`), parts.join('\n'));
		for (const language of listTranslations(folder)) {
			const path = join(folder, 'locales', language, `${type}.html`);
			await write(path, await composeHelp(type, language));
		}
	}
	return types.length;
}

/** Not minified: Node-RED's validator reads the call to `registerType` in it. */
async function bundleEditor(folder) {
	const { outputFiles } = await build({
		entryPoints: [requireFile(join(folder, 'editor.ts'))],
		absWorkingDir: ROOT,
		bundle: true,
		format: 'iife',
		platform: 'browser',
		target: 'es2022',
		charset: 'utf8',
		logLevel: 'warning',
		write: false,
	});
	return script('type="text/javascript"', outputFiles[0].text);
}

async function composeHelp(type, language = '') {
	const page = join('docs/nodes', language, `${type.replace(/^handover-/, '')}.md`);
	const text = await read(requireFile(page, `it is the help of "${type}" in Node-RED`));
	const withoutTitle = text.replace(/^# .*\n+/, '');
	return script(`type="text/markdown" data-help-name="${type}"`, withoutTitle);
}

/** The languages whose help stands beside the English one, which is in the node's own `.html`. */
function listTranslations(folder) {
	const locales = join(ROOT, folder, 'locales');
	if (!existsSync(locales)) return [];
	return readdirSync(locales).filter((language) => language !== 'en-US');
}

function script(attributes, text) {
	return `<script ${attributes}>\n${text.trim()}\n</script>\n`;
}

async function read(path) {
	return await readFile(join(ROOT, path), 'utf8');
}

async function write(path, text) {
	await mkdir(dirname(join(DIST, path)), { recursive: true });
	await writeFile(join(DIST, path), text);
}

module.exports = { composeEditors };

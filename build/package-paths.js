const { existsSync } = require('node:fs');
const { join } = require('node:path');
const manifest = require('../package.json');

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');

/**
 * The sources of what `package.json` tells n8n and Node-RED to load. Only what these import is built,
 * so that the two lists cannot drift apart.
 */
function listEntryPoints() {
	const { n8n, 'node-red': nodeRed } = manifest;
	const built = [...n8n.nodes, ...n8n.credentials, ...Object.values(nodeRed.nodes)];
	return built.map((path) => requireFile(path.replace(/^dist\//, '').replace(/\.js$/, '.ts')));
}

/** @throws when a file that the package needs is not there */
function requireFile(path, why = 'package.json names it') {
	if (existsSync(join(ROOT, path))) return path;
	throw new Error(`${path} is missing: ${why}.`);
}

module.exports = { DIST, ROOT, listEntryPoints, manifest, requireFile };

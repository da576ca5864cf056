import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';

const ROOT = join(__dirname, '..', '..', '..');
const TYPES = Object.keys(manifest['node-red'].nodes);

function foldersIn(path: string): string[] {
	const entries = readdirSync(join(ROOT, path), { withFileTypes: true });
	return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const ON_N8N = foldersIn('nodes/n8n').filter((name) => /^[A-Z]/.test(name));
const ON_NODE_RED = foldersIn('nodes/node-red').filter((name) => name.startsWith('handover-'));

test('n8n gets every node that there is', () => {
	const built = ON_N8N.map((name) => `dist/nodes/n8n/${name}/${name}.node.js`);
	expect([...manifest.n8n.nodes].sort()).toEqual(built.sort());
});

test('n8n gets every credential that there is', () => {
	const sources = readdirSync(join(ROOT, 'credentials')).filter((name) => name.endsWith('.ts'));
	const built = sources.map((name) => `dist/credentials/${name.replace(/\.ts$/, '.js')}`);
	expect([...manifest.n8n.credentials].sort()).toEqual(built.sort());
});

test('Node-RED gets every node that there is', () => {
	const built = ON_NODE_RED.map((type) => [type, `dist/nodes/node-red/${type}/${type}.js`]);
	expect(manifest['node-red'].nodes).toEqual(Object.fromEntries(built));
});

test('both platforms have the same eleven nodes', () => {
	const config = ['handover-store', 'handover-bot', 'handover-model'];
	const onNodeRed = TYPES.filter((type) => !config.includes(type));
	const onN8n = ON_N8N.map(
		(name) =>
			`handover${name.replace(/^Handover/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
	);
	expect(onN8n.sort()).toEqual(onNodeRed.sort());
	expect(onN8n).toHaveLength(11);
});

test('npm fetches nothing for a user and runs nothing when it installs', () => {
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest).not.toHaveProperty('optionalDependencies');
	expect(manifest.peerDependenciesMeta['n8n-workflow'].optional).toBe(true);
	const onInstall = ['preinstall', 'install', 'postinstall', 'prepare'];
	expect(Object.keys(manifest.scripts).filter((name) => onInstall.includes(name))).toEqual([]);
});

test.each(TYPES)('%s has a help page in English and in German', (type) => {
	const page = `${type.replace(/^handover-/, '')}.md`;
	expect(existsSync(join(ROOT, 'docs/nodes', page))).toBe(true);
	expect(existsSync(join(ROOT, 'docs/nodes/de', page))).toBe(true);
});

test.each(TYPES)('%s says the same things in English and in German', (type) => {
	const keys = (language: string) => {
		const path = join(ROOT, 'nodes/node-red', type, 'locales', language, `${type}.json`);
		return listKeys(JSON.parse(readFileSync(path, 'utf8'))).sort();
	};
	expect(keys('de')).toEqual(keys('en-US'));
});

function listKeys(catalogue: unknown, path = ''): string[] {
	if (typeof catalogue !== 'object' || catalogue === null) return [path];
	return Object.entries(catalogue).flatMap(([key, value]) => listKeys(value, `${path}.${key}`));
}

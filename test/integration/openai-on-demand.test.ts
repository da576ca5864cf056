import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import manifest from '../../package.json';

const ROOT = join(__dirname, '../..');
const NODES = [...manifest.n8n.nodes, ...Object.values(manifest['node-red'].nodes)];

/** The bundled libraries that a process of its own has loaded once it has required the files. */
async function librariesLoadedBy(files: string[]): Promise<string[]> {
	const paths = files.map((file) => join(ROOT, file));
	const script = `
		for (const path of ${JSON.stringify(paths)}) require(path);
		const names = Object.keys(require.cache).map((path) => /vendor.([a-z-]+)\\.js$/.exec(path)?.[1]);
		console.log(JSON.stringify(names.filter(Boolean)));
	`;
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: ROOT });
	return JSON.parse(stdout) as string[];
}

test('no node loads the SDK of OpenAI before a model is asked', async () => {
	expect(NODES.length).toBeGreaterThan(20);
	const loaded = await librariesLoadedBy(NODES);
	expect(loaded).toContain('valibot');
	expect(loaded).not.toContain('openai');
	expect(await librariesLoadedBy(['dist/vendor/openai.js'])).toContain('openai');
});

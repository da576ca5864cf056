import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, PackageCheck, PackedPackage } from '../package-check';

const MAX_BYTES = 3 * 1024 * 1024;
const MODEL = 'dist/handover/classifier/built-in-model.bin';
const MAX_MODEL_BYTES = 1_000_000;

/** Everything else does not belong into the tarball: sources, tests, maps, notes. */
const EXPECTED =
	/^(dist\/[^.]*(\.[\w-]+)*\.(js|html|json|svg|png)|dist\/handover\/classifier\/built-in-model\.bin|examples\/.*\.json|(README|CHANGELOG)\.md|LICENSE|THIRD-PARTY-NOTICES\.txt|package\.json)$/;
const NEEDED = ['LICENSE', 'README.md', 'CHANGELOG.md', 'THIRD-PARTY-NOTICES.txt'];

/** What n8n and Node-RED find, its size, and that it asks npm for nothing. */
export const checkContents: PackageCheck = (packed) => [
	checkSize(packed),
	checkModelSize(packed),
	checkDependencies(packed),
	checkNeededFiles(packed),
	checkForeignFiles(packed),
];

function checkSize({ tarball, files }: PackedPackage): Finding {
	const bytes = statSync(tarball).size;
	const detail = `${Math.round(bytes / 1024)} KB, ${files.length} files`;
	return { check: 'tarball below 3 MB', ok: bytes < MAX_BYTES, detail };
}

function checkModelSize({ folder }: PackedPackage): Finding {
	const bytes = statSync(join(folder, MODEL)).size;
	const detail = `${Math.round(bytes / 1000)} kB`;
	return { check: 'model below 1 MB', ok: bytes < MAX_MODEL_BYTES, detail };
}

function checkDependencies({ manifest }: PackedPackage): Finding {
	const names = Object.keys(manifest.dependencies ?? {});
	return { check: 'no dependencies', ok: names.length === 0, detail: names.join(', ') };
}

function checkNeededFiles({ files, manifest }: PackedPackage): Finding {
	const nodes = Object.values(manifest['node-red'].nodes);
	const needed = [
		...NEEDED,
		...manifest.n8n.nodes,
		...manifest.n8n.nodes.map((path) => path.replace(/\.js$/, '.json')),
		...manifest.n8n.credentials,
		...nodes,
		...nodes.map((path) => path.replace(/\.js$/, '.html')),
	];
	const missing = needed.filter((path) => !files.includes(path));
	if (!files.some((path) => path.startsWith('examples/'))) missing.push('examples/*.json');
	const detail = missing.length ? `missing: ${missing.join(', ')}` : `${needed.length} files`;
	return { check: 'everything is in', ok: missing.length === 0, detail };
}

function checkForeignFiles({ files, folder }: PackedPackage): Finding {
	const project = join(__dirname, '..', '..');
	const foreign = files.filter(
		(path) => !EXPECTED.test(path) || readFileSync(join(folder, path), 'utf8').includes(project),
	);
	return { check: 'no sources, no paths of ours', ok: !foreign.length, detail: foreign.join(', ') };
}

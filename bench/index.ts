import { benchDomain } from './domain';
import { benchFlow } from './flow';

const BENCHES: Record<string, () => Promise<void>> = {
	domain: benchDomain,
	'node-red': () => benchFlow('node-red'),
	n8n: () => benchFlow('n8n'),
};

/** `npm run bench` runs them all, `npm run bench -- domain` one of them. */
async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	const unknown = wanted.filter((name) => !(name in BENCHES));
	if (unknown.length) {
		console.error(
			`There is no bench "${unknown[0]}". There are: ${Object.keys(BENCHES).join(', ')}.`,
		);
		process.exitCode = 2;
		return;
	}
	for (const name of wanted.length ? wanted : Object.keys(BENCHES)) await BENCHES[name]!();
}

void main();

import { parseArgs } from 'node:util';
import { benchDomain } from './domain';
import { benchFlow } from './flow';
import { benchLoading } from './loading';
import { benchStore } from './store';

const BENCHES: Record<string, (options: { most: number }) => Promise<void>> = {
	loading: benchLoading,
	domain: benchDomain,
	store: benchStore,
	async flow() {
		await benchFlow('node-red');
		await benchFlow('n8n');
	},
	'node-red': () => benchFlow('node-red'),
	n8n: () => benchFlow('n8n'),
};
/** The last two are parts of `flow`. */
const ALL = ['loading', 'domain', 'store', 'flow'];

/** `npm run bench` runs them all, `npm run bench -- store --most 1e5` one of them. */
async function main(): Promise<void> {
	const { positionals, values } = parseArgs({
		allowPositionals: true,
		options: { most: { type: 'string', default: '1e6' } },
	});
	const unknown = positionals.find((name) => !(name in BENCHES));
	if (unknown !== undefined) {
		const names = Object.keys(BENCHES).join(', ');
		console.error(`There is no bench "${unknown}". There are: ${names}.`);
		process.exitCode = 2;
		return;
	}
	const most = Number(values.most);
	for (const name of positionals.length ? positionals : ALL) await BENCHES[name]!({ most });
}

void main();

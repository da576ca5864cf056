import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { childEnvironment } from './child-environment';
import { installPackage } from './install-package';
import { PROJECT } from './packed-package';
import { platformEnvironment, type PlatformOptions, type RunningPlatform } from './platform';
import { HOST } from './ports';
import { startGroup } from './process-group';
import { StartError } from './start-error';
import { takesPosts, waitUntilLive } from './wait-until-live';

const REFERENCE_FLOW = join(PROJECT, 'flows', 'node-red', 'reference.json');
const STARTING = 60_000;

const SETTINGS = `// Written by \`npm start\` the first time; yours to change.
module.exports = {
	uiHost: '${HOST}',
	flowFile: 'flows.json',
	flowFilePretty: true,
	telemetry: { enabled: false, updateNotification: false },
	editorTheme: { tours: false },
	logging: { console: { level: 'info', metrics: false, audit: false } },
};
`;

/**
 * Starts the Node-RED among our development dependencies. `dataDir` is its user directory: flows
 * that are there already stay as they are.
 * @throws {StartError} when it does not come up.
 */
export async function startNodeRed(options: PlatformOptions): Promise<RunningPlatform> {
	const { dataDir, port, tarball, signal } = options;
	mkdirSync(dataDir, { recursive: true });
	await installPackage(tarball, dataDir, signal);
	writeMissing(dataDir, options.flow ?? REFERENCE_FLOW);
	const program = join(dirname(require.resolve('node-red/package.json')), 'red.js');
	const leash = join(__dirname, 'stop-with-parent.js');
	const group = startGroup(
		process.execPath,
		['--require', leash, program, '--userDir', dataDir, '--port', String(port)],
		{
			cwd: dataDir,
			env: childEnvironment(platformEnvironment(options)),
			log: options.log,
			leash: true,
		},
	);
	const url = `http://${HOST}:${port}`;
	try {
		const isUp = async () => (await fetch(`${url}/settings`)).ok;
		if (!(await waitUntilLive(group, isUp, STARTING, signal))) {
			throw new StartError('Node-RED did not answer within a minute.');
		}
		const flowAnswers = await waitUntilLive(
			group,
			() => takesPosts(`${url}/handover/message`),
			STARTING / 2,
			signal,
		);
		return {
			...group,
			name: 'node-red',
			url,
			editorUrl: url,
			webhookPrefix: '',
			apiUrl: url,
			storePath: join(dataDir, 'handover.sqlite'),
			flowAnswers,
		};
	} catch (error) {
		await group.kill();
		throw error;
	}
}

function writeMissing(dataDir: string, flow: string): void {
	const settings = join(dataDir, 'settings.js');
	if (!existsSync(settings)) writeFileSync(settings, SETTINGS);
	const flows = join(dataDir, 'flows.json');
	if (!existsSync(flows)) copyFileSync(flow, flows);
}

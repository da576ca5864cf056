import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from './child-environment';
import { installPackage } from './install-package';
import { installedN8n } from './n8n-installation';
import { n8nOwner, ownerVariables } from './n8n-owner';
import { N8nRest, type Workflow, type WorkflowFile } from './n8n-rest';
import { PROJECT } from './packed-package';
import { plainN8nLine } from './plain-n8n-line';
import {
	platformEnvironment,
	type Owner,
	type PlatformOptions,
	type RunningPlatform,
} from './platform';
import { freePort, HOST } from './ports';
import { startGroup, type ProcessGroup } from './process-group';
import { StartError } from './start-error';
import { takesPosts, waitUntilLive } from './wait-until-live';

const REFERENCE_FLOW = join(PROJECT, 'flows', 'n8n', 'reference.json');
/** Executed in the editor: it takes no messages, so it is not published. */
const TRY_CLASSIFIER = join(PROJECT, 'flows', 'n8n', 'try-classifier.json');
const STARTING = 180_000;

/**
 * Starts n8n with an owner, the package, a published flow and one to try the classifier with, in one
 * process start. `dataDir` is its user folder: a workflow that is there already stays as it is.
 * @throws {StartError} when it does not come up.
 */
export async function startN8n(options: PlatformOptions): Promise<RunningPlatform> {
	const { dataDir, signal } = options;
	await installedN8n(options.progress, signal);
	await installPackage(options.tarball, join(dataDir, '.n8n', 'nodes'), signal);
	const { group, url, owner } = await bootN8n(options);
	try {
		const workflow = await deploy(url, owner, dataDir, options.flow ?? REFERENCE_FLOW);
		const apiUrl = `${url}/webhook`;
		const flowAnswers =
			workflow.published &&
			(await waitUntilLive(group, () => takesPosts(`${apiUrl}/handover/message`), 30_000, signal));
		return {
			...group,
			name: 'n8n',
			url,
			editorUrl: workflow.id ? `${url}/workflow/${workflow.id}` : url,
			webhookPrefix: '/webhook',
			apiUrl,
			storePath: join(dataDir, '.n8n', 'handover.sqlite'),
			flowAnswers,
			owner: { email: owner.email, password: owner.password },
		};
	} catch (error) {
		await group.kill();
		throw error;
	}
}

/** An n8n that answers, with an owner and whatever else its folder holds. */
export interface BootedN8n {
	group: ProcessGroup;
	url: string;
	owner: Owner;
}

/** @throws {StartError} when it does not come up. */
export async function bootN8n(
	options: Omit<PlatformOptions, 'tarball' | 'flow'>,
): Promise<BootedN8n> {
	const { dataDir, port, signal } = options;
	const installation = await installedN8n(options.progress, signal);
	mkdirSync(join(dataDir, '.n8n'), { recursive: true, mode: 0o700 });
	const owner = n8nOwner(dataDir, installation);
	const url = `http://${HOST}:${port}`;
	const group = startGroup(
		process.execPath,
		[
			'--require',
			join(__dirname, 'stop-with-parent.js'),
			join(installation, 'node_modules', 'n8n', 'bin', 'n8n'),
			'start',
		],
		{
			cwd: dataDir,
			env: childEnvironment({
				...(await n8nVariables(dataDir, port)),
				...ownerVariables(owner),
				// It says how bad a line is.
				N8N_LOG_FORMAT: 'json',
				...platformEnvironment(options),
			}),
			read: plainN8nLine,
			log: options.log,
			leash: true,
		},
	);
	try {
		const isUp = async () => (await fetch(`${url}/healthz/readiness`)).ok;
		if (await waitUntilLive(group, isUp, STARTING, signal)) return { group, url, owner };
		throw new StartError('n8n did not answer within three minutes.');
	} catch (error) {
		await group.kill();
		throw error;
	}
}

/**
 * What a process of n8n is started with: nothing is reported or fetched, nothing needs a click; n8n
 * keeps its encryption key in its folder.
 */
export async function n8nVariables(dataDir: string, port: number): Promise<NodeJS.ProcessEnv> {
	return {
		N8N_USER_FOLDER: dataDir,
		N8N_HOST: HOST,
		N8N_LISTEN_ADDRESS: HOST,
		N8N_PORT: String(port),
		// Each n8n on a machine needs one of its own.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		// As in n8n's own container.
		NODE_ENV: 'production',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_ONBOARDING_FLOW_DISABLED: 'true',
		N8N_DISABLED_MODULES: 'mcp-registry,instance-ai',
	};
}

interface Deployed {
	/** Undefined where the builder has deleted it. */
	id: string | undefined;
	published: boolean;
}

/** Creates the flows and publishes `flow` the first time. Later, what becomes of it is up to the builder. */
async function deploy(url: string, owner: Owner, dataDir: string, flow: string): Promise<Deployed> {
	const rest = new N8nRest(url);
	await rest.logIn(owner);
	const record = join(dataDir, 'deployed-workflow');
	if (existsSync(record)) {
		const found = await rest.findWorkflow(readFileSync(record, 'utf8'));
		return { id: found?.id, published: Boolean(found?.activeVersionId) };
	}
	await createOnce(rest, TRY_CLASSIFIER);
	const workflow = await createOnce(rest, flow);
	await rest.publish(workflow);
	writeFileSync(record, workflow.id);
	return { id: workflow.id, published: true };
}

async function createOnce(rest: N8nRest, flow: string): Promise<Workflow> {
	const file = JSON.parse(readFileSync(flow, 'utf8')) as WorkflowFile;
	// A run that was cut off before the end may have created it.
	const left = file.id ? await rest.findWorkflow(file.id) : undefined;
	return left ?? (await rest.createWorkflow(file));
}

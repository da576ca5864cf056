import type { PlatformName } from './arguments';
import type { ExitReason } from './process-group';
import type { Progress } from './progress';

export interface PlatformOptions {
	port: number;
	dataDir: string;
	/** The packed package, see `packed-package.ts`. */
	tarball: string;
	/** The flow to deploy where the data folder has none yet; default: the reference flow. */
	flow?: string;
	/** Where nodes that name no store keep conversations: `sqlite:PATH` or `postgres://…`. */
	store?: string;
	/** Hears each line that the platform prints. */
	log?: (line: string) => void;
	/** More variables for the platform's process. */
	env?: NodeJS.ProcessEnv;
	progress?: Progress;
	signal?: AbortSignal;
}

/** A real n8n or Node-RED with the package installed and a flow deployed. */
export interface RunningPlatform {
	name: PlatformName;
	/** Without a slash at the end. */
	url: string;
	/** The page with the flow. */
	editorUrl: string;
	/** What comes before `/handover/message`: nothing, or n8n's prefix. */
	webhookPrefix: '' | '/webhook';
	/** Where the reference flow answers: `url` and prefix. */
	apiUrl: string;
	/** Where conversations are unless `store` says otherwise. */
	storePath: string;
	pid: number;
	/** False where a builder's own edit took the reference flow's address away. */
	flowAnswers: boolean;
	/** n8n's login; Node-RED has none. */
	owner?: Owner;
	/** Resolves when the platform has ended, whoever ended it. */
	exited: Promise<ExitReason>;
	lastLines(): string[];
	/** Lets it finish, within 15 seconds; then ends it with all it started. */
	stop(): Promise<ExitReason>;
	/** SIGKILL, as a crash would. */
	kill(): Promise<ExitReason>;
}

export interface Owner {
	email: string;
	password: string;
}

export function platformEnvironment({
	env,
	store,
}: Pick<PlatformOptions, 'env' | 'store'>): NodeJS.ProcessEnv {
	return { ...(store && { HANDOVER_STORE: store }), ...env };
}

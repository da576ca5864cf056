import { DEFAULT_PORTS, type PlatformName } from './arguments';
import { startChatServer, type ChatServer } from './chat-server';
import { checkStore } from './check-store';
import { openDataFolder } from './data-folder';
import { followStore } from './event-log';
import { installedN8n } from './n8n-installation';
import { packPackage } from './packed-package';
import { openPlatformLog, type PlatformLog } from './platform-log';
import type { RunningPlatform } from './platform';
import { freePort, isPortFree } from './ports';
import type { ExitReason } from './process-group';
import { printProgress } from './progress';
import { StartError } from './start-error';
import { startPlatform } from './start-platform';

export interface DemoOptions {
	platform: PlatformName;
	port: number;
	folder: string;
	/** Where conversations are, if not in the folder. */
	store: string | undefined;
	fresh: boolean;
	/** Aborted: stop. */
	signal: AbortSignal;
}

/** The chat page's port above the editor's: the next one is what a second copy will be given. */
const CHAT_PAGE_ABOVE = 100;

const TITLES: Record<PlatformName, string> = { 'node-red': 'Node-RED', n8n: 'n8n' };

/**
 * Starts the platform, a page to chat on and the event log, and returns when all of it has stopped.
 * @throws {StartError}
 */
export async function runDemo(options: DemoOptions): Promise<void> {
	const { platform: name, port, folder } = options;
	if (!(await isPortFree(port))) {
		const other = await freePort(DEFAULT_PORTS[name] + 10);
		throw new StartError(
			`Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- ${name} --port ${other}`,
		);
	}
	if (options.store) await checkStore(options.store);
	const release = openDataFolder(folder, name, options.fresh);
	try {
		const log = openPlatformLog({
			folder,
			platform: name,
			title: TITLES[name],
			print: (line) => console.log(line),
		});
		try {
			await run(options, log);
		} finally {
			log.close();
		}
	} finally {
		release();
	}
}

async function run(options: DemoOptions, log: PlatformLog): Promise<void> {
	const platform = await boot(options, log);
	try {
		await serve(options, platform, log);
	} finally {
		log.hide();
		console.log(`\nStopping ${TITLES[options.platform]} ...`);
		await platform.stop();
		console.log('Stopped.');
	}
}

async function boot(
	{ platform: name, port, folder, store, signal }: DemoOptions,
	log: PlatformLog,
): Promise<RunningPlatform> {
	const progress = printProgress(process.stdout);
	if (name === 'n8n') await installedN8n(progress, signal);
	const tarball = await packPackage(progress, signal);
	return await progress.step(`Starting ${TITLES[name]}`, () =>
		startPlatform(name, {
			port,
			dataDir: folder,
			tarball,
			signal,
			log: log.write,
			...(store && { store }),
		}).catch((error: unknown) => {
			if (!(error instanceof StartError)) throw error;
			throw new StartError(`${error.message}\nAll that it printed is in ${log.path}`);
		}),
	);
}

async function serve(
	options: DemoOptions,
	platform: RunningPlatform,
	log: PlatformLog,
): Promise<void> {
	let chat: ChatServer | undefined;
	const events = await followStore({
		store: options.store ?? platform.storePath,
		print: (line) => console.log(line),
		onEvent: ({ conversationId }) => chat?.announceChange(conversationId),
	});
	try {
		chat = await startChatServer({
			port: await freePort(options.port + CHAT_PAGE_ABOVE),
			apiUrl: platform.apiUrl,
			staffNames: events.staffNames,
			about: { platform: TITLES[platform.name], editorUrl: platform.editorUrl },
		});
		console.log(welcome(platform, chat.url, log.path, options));
		log.show();
		const ended = await Promise.race([platform.exited, aborted(options.signal)]);
		if (ended) throw new StartError(endedByItself(platform, ended, log.path));
	} finally {
		await chat?.close();
		await events.stop();
	}
}

function aborted(signal: AbortSignal): Promise<undefined> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve(undefined);
		signal.addEventListener('abort', () => resolve(undefined), { once: true });
	});
}

function endedByItself(
	platform: RunningPlatform,
	{ code, signal }: ExitReason,
	logPath: string,
): string {
	const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
	const said = `${TITLES[platform.name]} ${how}. It last said, at the end of ${logPath}:`;
	return [said, ...platform.lastLines()].join('\n  ');
}

function welcome(
	platform: RunningPlatform,
	chatUrl: string,
	logPath: string,
	{ folder, store }: DemoOptions,
): string {
	const title = TITLES[platform.name];
	const rows = [
		['Chat page', chatUrl],
		[`${title} editor`, platform.editorUrl],
		...(platform.owner
			? [
					['  e-mail', platform.owner.email],
					['  password', platform.owner.password],
				]
			: []),
		['API', `POST ${platform.apiUrl}/handover/message`],
		['Data', folder],
		['Log', logPath],
		...(store ? [['Store', withoutPassword(store)]] : []),
	].map(([label = '', value = '']) => `  ${label.padEnd(16)}${value}`);
	const example = [
		'  curl -H "content-type: application/json" \\',
		`    -d '{"conversationId":"demo-1","text":"Can I talk to a human?"}' \\`,
		`    ${platform.apiUrl}/handover/message`,
	];
	const changed = platform.flowAnswers
		? []
		: [
				'',
				`Your flow no longer answers at ${platform.apiUrl}/handover/message. Mend it in the editor, or start again with --fresh. The log may say why.`,
			];
	return [
		'',
		`${title} is ready. Open the chat page and write "Can I talk to a human?"`,
		'',
		...rows,
		'',
		...example,
		...changed,
		'',
		`Ctrl-C stops everything. What happens, and what ${title} warns of:`,
	].join('\n');
}

/** What stands on a screen is seen by others. */
function withoutPassword(store: string): string {
	return store.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@]*@/, '$1@');
}

import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import { toHandoverError } from '../../../handover/errors';
import { Heartbeats } from '../../../handover/operations/heartbeats';
import type { Services } from '../../../handover/operations/services';
import { openPostgresStore } from '../../../handover/stores/postgres/open-postgres-store';
import { keepBeating, type Beating } from '../../../nodes/keep-beating';
import { trainedModel } from '../../../nodes/trained-model';
import { openTestServices } from '../../builders/services';
import { aMember } from '../../builders/staff';
import { describeWithPostgres } from '../../servers/describe-with-postgres';
import { startPostgres, type PostgresServer } from '../../servers/postgres';
import { startRoundRobin, type RoundRobin } from '../../servers/round-robin';
import { differences } from './compare';
import { drive } from './drive';
import { planConversations } from './plan';
import { play } from './play';

const SIZE = { messages: 600, conversations: 60, seed: 9 };
/** Milliseconds; a store waits some ten seconds for its server. */
const OUTAGE = 15_000;
const PATIENCE = 10 * 60_000;

const clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	wait: (milliseconds: number, signal?: AbortSignal) =>
		sleep(milliseconds, undefined, { signal }).catch(() => undefined),
};

/** A worker with its own store and memory, which answers as the reference flow does. */
class Worker {
	readonly #server: Server;

	private constructor(
		readonly services: Services & { close(): Promise<void> },
		private readonly beating: Beating,
	) {
		this.#server = createServer((request, response) => {
			const carryOut = async () => {
				const message = (await json(request)) as Record<
					'conversationId' | 'messageId' | 'text',
					string
				>;
				const reply = await play(services, message.conversationId, message);
				return response.end(JSON.stringify({ reply }));
			};
			carryOut().catch((error: unknown) => {
				const { code, status } = toHandoverError(error);
				response.writeHead(status).end(JSON.stringify({ code }));
			});
		});
	}

	static async start(url: string, name: string): Promise<Worker> {
		const heartbeats = new Heartbeats(clock);
		const id = `${name}/1/${name}`;
		const opened = await openTestServices({
			store: await openPostgresStore({ url }, randomUUID),
			newId: randomUUID,
			heartbeats,
			runner: { id, isAlive: (other) => other === id || !heartbeats.isGone(other) },
		});
		const services = { ...opened, clock, classifier: builtInClassifier(trainedModel()) };
		const worker = new Worker(services, keepBeating(services));
		await new Promise<void>((listening) => worker.#server.listen(0, '127.0.0.1', listening));
		return worker;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.#server.close();
		this.#server.closeAllConnections();
		await this.beating.stop();
		await this.services.close();
	}
}

describeWithPostgres('two workers behind a proxy, and a server that is away', () => {
	let server: PostgresServer;
	let workers: Worker[] = [];
	let proxy: RoundRobin;
	beforeAll(async () => {
		server = await startPostgres();
		const url = await server.newDatabase();
		workers = [await Worker.start(url, 'one'), await Worker.start(url, 'two')];
		await workers[0]!.services.store.saveStaff(['Ana', 'Ben', 'Chloe'].map((id) => aMember(id)));
		proxy = await startRoundRobin(workers.map((worker) => () => worker.url));
	}, PATIENCE);
	afterAll(async () => {
		await proxy?.close();
		await Promise.all(workers.map((worker) => worker.stop()));
		await server?.dispose();
	}, 60_000);

	test(
		'longer than they wait for it: no message is lost, whichever of them it comes to again',
		async () => {
			const conversations = planConversations(SIZE);
			const strike = async () => {
				await server.stop();
				await sleep(OUTAGE);
				await server.start();
			};
			const { report, heard } = await drive({
				apiUrl: proxy.url,
				conversations,
				connections: 20,
				patience: 60_000,
				faults: [1 / 4, 1 / 2, 3 / 4].map((at) => ({ at, strike })),
			});
			process.stdout.write(`two workers, long outages: ${JSON.stringify(report)}\n`);
			const found = await differences(workers[0]!.services.store, conversations, heard);
			expect(found.slice(0, 5)).toEqual([]);
			expect(Object.keys(report.repeated)).not.toEqual([]);
		},
		PATIENCE,
	);
});

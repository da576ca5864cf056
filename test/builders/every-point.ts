import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { ACTION_KINDS } from '../../handover/conversation/handover';
import { runDueJobs } from '../../handover/jobs/job-runner';
import type { Send } from '../../handover/jobs/send';
import type { ConversationFile } from '../../handover/stores/records';
import type { Store } from '../../handover/stores/store';
import { Faults, faultySend, type Fault } from './faults';
import { openTestServices, SetClock, type TestServices } from './services';
import { carryOut, MESSAGES, ref } from './whole-handover';

const MINUTE = 60_000;

/** Where a handover takes place, again and again. */
export interface Place {
	/** A store that knows nothing but its staff, Ana and Ben. */
	begin(): Promise<void>;
	/** The store, as one more process opens it. */
	open(faults: Faults): Promise<Store>;
	/** Closes what is open. */
	end(): Promise<void>;
}

export interface Ended {
	points: number;
	/** See {@link Faults.edges}. */
	edges: number[];
	file: ConversationFile;
	/** What the contact got to read. */
	replies: string[];
	/** Of each call that reached the receiver. */
	received: string[];
}

/** From the first message to the delivered webhook, through whatever goes wrong at the given point. */
export async function handOver(place: Place, faults = new Faults()): Promise<Ended> {
	await place.begin();
	const clock = new SetClock();
	const received: string[] = [];
	const replies: string[] = [];
	const send: Send = async ({ headers }) => {
		received.push(headers['webhook-id']!);
		return { status: 200, retryAfter: null };
	};

	async function start(name: string, own = new Faults()) {
		const isAlive = (id: string) => id !== 'here/first/x' || !faults.isDead;
		const store = await place.open(own);
		let ids = 0;
		const services: TestServices = Object.assign(await openTestServices({ store }), {
			runner: { id: `here/${name}/x`, isAlive },
			clock,
			newId: () => `${name}-${++ids}`,
			outbox: { send: faultySend(send, own), random: () => 0.5, tries: 8 },
		});
		return { services, faults: own };
	}
	let process = await start('first', faults);

	/** Again and again, as a channel delivers and a worker looks, until it comes to an end. */
	async function insist<T>(work: (services: TestServices) => Promise<T>): Promise<T> {
		for (let tries = 1; ; tries++) {
			try {
				return await process.faults.untilDeath(work(process.services));
			} catch (error) {
				if (tries === 3) throw error;
				// Longer than a lease, and than anybody waits for a process that gives no sign.
				clock.advance(11 * MINUTE);
				if (process.faults.isDead) process = await start('second');
			}
		}
	}

	/** Likewise; and where it is to happen twice, in another process at the same time. */
	async function insistTwice<T>(work: (services: TestServices) => Promise<T>): Promise<T[]> {
		let other: Promise<T> | undefined;
		faults.onTwice = () => (other = start('second').then(({ services }) => work(services)));
		const result = await insist(work);
		return other ? [result, await other] : [result];
	}

	for (const message of MESSAGES) {
		const heard = await insistTwice((services) => carryOut(services, message));
		// Whoever is delivered the message twice may say the same once more, to a request of its own.
		replies.push(...new Set(heard.filter((reply) => reply !== null)));
	}
	for (let round = 0; round < 3; round++) {
		await insistTwice(runDueJobs);
		clock.advance(60 * MINUTE);
	}
	const [file] = await insistTwice(({ store }) => store.read(ref));
	await place.end();
	const { points, edges } = faults;
	return { points, edges: [...edges], file: file!, replies, received };
}

/** What must be true afterwards, whatever went wrong. */
export function faultsOf({ file, replies, received }: Ended): string[] {
	const { conversation, handovers, tasks, notifications, jobs, transcript, events } = file;
	const count = (type: string) => events.filter((event) => event.type === type).length;
	const ofChannel = (name: string) => notifications.filter(({ channel }) => channel === name);
	const texts = (author: string) =>
		transcript.filter((line) => line.author === author).map(({ text }) => text);
	const checks: Array<[string, unknown, unknown]> = [
		['owner', conversation.owner, 'human'],
		['assignee', conversation.assignee, 'Ana'],
		['paused', conversation.pause !== null, true],
		['tags', conversation.tags, ['human_handover']],
		['handovers', handovers.length, 1],
		['scenario', handovers[0]?.scenario, 'failedToResolveIssue'],
		['actions', handovers[0]?.actions.map(({ status }) => status), Array(6).fill('done')],
		['requests', count('handover.requested'), 1],
		['actions reported', count('action.done'), ACTION_KINDS.length],
		['failures reported', count('action.failed'), 0],
		['assignments', count('conversation.assigned'), 1],
		['failed attempts', count('attempt.failed'), 2],
		['tasks', tasks.map(({ assignee }) => assignee), ['Ana']],
		['notifications', ofChannel('inApp').length, 2],
		['webhooks', ofChannel('webhook').length, 2],
		['what the contact wrote', texts('contact'), MESSAGES.map(({ text }) => text)],
		['what the bot said', texts('bot'), ['About m1.', 'About m2.', DEFAULT_CLOSING_MESSAGE]],
		['what the contact read', replies, texts('bot')],
		['received', new Set(received).size, 2],
		['counted', count('delivery.done'), 2],
		['given up', count('delivery.dead'), 0],
		['timers', jobs.map(({ kind }) => kind).sort(), ['endPause', 'taskDue']],
	];
	return checks
		.filter(([, is, should]) => JSON.stringify(is) !== JSON.stringify(should))
		.map(([what, is, should]) => `${what}: ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
}

/** What is wrong after each of these points. */
export async function through(
	place: Place,
	fault: Fault,
	points: Iterable<number>,
): Promise<Record<string, string[]>> {
	const broken: Record<string, string[]> = {};
	for (const at of points) {
		const faults = faultsOf(await handOver(place, new Faults(at, fault)));
		if (faults.length) broken[`at point ${at}`] = faults;
	}
	return broken;
}

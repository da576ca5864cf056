import type { ActionKind } from '../../../handover/conversation/handover';
import { LeftTurns } from '../../../handover/operations/left-turns';
import { OverdueTurns } from '../../../handover/operations/overdue-turns';
import { raiseLeftTurns } from '../../../handover/operations/raise-left-turns';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import type { Services } from '../../../handover/operations/services';
import type { ConversationFile } from '../../../handover/stores/records';
import type { Store } from '../../../handover/stores/store';
import { flowToItsEnd, UNTIL_CONFIRMED } from '../../builders/confirmed-flow';
import { brokenNow } from '../../builders/invariants';
import { openTestServices, type TestServices } from '../../builders/services';
import { aMember } from '../../builders/staff';
import { exploreInterleavings, type Actor } from './explore-interleavings';

// Thousands of runs, each on the real operations and a real store.
jest.setTimeout(5 * 60_000);

let services: TestServices;
beforeAll(async () => {
	services = await openTestServices();
	await services.store.saveStaff([aMember('ana')]);
});
afterAll(async () => await services.close());

interface World {
	store: Store;
	ref: { botId: string; conversationId: string };
	/** What reached the contact. */
	heard: Set<string>;
	/** Who is still about it. */
	running: number;
}

let conversations = 0;
async function newWorld(): Promise<World> {
	const ref = { botId: 'default', conversationId: `c${++conversations}` };
	return { store: services.store, ref, heard: new Set(), running: 0 };
}

const ACTIONS = ['assignConversation', 'sendClosingMessage', 'pauseBot'] as const;
/** What a flow comes to, one after the other. */
type Stop = 'answered' | ActionKind | 'said' | 'never';

function as({ store, pause }: Parameters<Actor>[0], id: string, gone: string[] = []): Services {
	const wait = async (): Promise<void> => await pause();
	return {
		...services,
		store,
		clock: { now: () => services.clock.now(), elapsed: () => services.clock.elapsed(), wait },
		runner: { id, isAlive: (other) => !gone.includes(other) },
		leftTurns: new LeftTurns(),
		overdueTurns: new OverdueTurns(),
	};
}

/** The flow from the Gate to its end, unless it is cut off at `stop`, as by a kill. */
async function run(own: Services, world: World, hands: boolean, stop: Stop, begunAt?: number) {
	const { ref, heard } = world;
	const carriedIn = begunAt === undefined ? {} : { carried: { ...ref, begunAt } };
	const message = { ...ref, messageId: 'm', text: 'a question', ...carriedIn };
	await flowToItsEnd(own, await receiveMessage(own, message, UNTIL_CONFIRMED), {
		actions: hands ? ACTIONS : [],
		push: ({ reply }) => void heard.add(reply!),
		isCutOff: (after) => after === stop,
	});
}

const first =
	(world: World, hands: boolean, stop: Stop): Actor =>
	async (step) => {
		world.running += 1;
		await run(as(step, 'first'), world, hands, stop).finally(() => (world.running -= 1));
	};

/** Takes the first process for gone, whether it is or not, and lets what is left come back. */
const keeper =
	(world: World, hands: boolean): Actor =>
	async (step) => {
		const own = as(step, 'keeper', ['first']);
		const fail = (error: unknown) => {
			throw error;
		};
		for (;;) {
			const { conversation } = await services.store.snapshot(world.ref, {});
			const isWatched = conversation?.openTurns.some(({ watch }) => watch) ?? false;
			if (!isWatched && world.running === 0) return;
			const raised = isWatched ? await raiseLeftTurns(own, fail) : 0;
			if (raised) await run(own, world, hands, 'never', conversation!.createdAt);
			else await step.pause();
		}
	};

const human =
	(world: World): Actor =>
	async (step) => {
		await recordHumanReply(as(step, 'human'), world.ref, { text: 'a human' }).catch(
			() => undefined,
		);
	};

/** However it went: it is over, and the contact has heard all, or a human has answered. */
function brokenAtTheEnd({ heard }: World, file: ConversationFile): string[] {
	const broken: string[] = [];
	const { conversation, handovers, transcript } = file;
	if (conversation.openTurns.length > 0) broken.push('a turn stayed open');
	if (transcript.some(({ author }) => author === 'human')) return broken;
	const said = transcript.filter(({ author }) => author === 'bot');
	if (said.length === 0) broken.push('nothing was said');
	if (said.some(({ text }) => !heard.has(text))) broken.push('the contact has not heard all');
	const open = handovers
		.flatMap(({ actions }) => actions)
		.filter(({ status }) => status === 'pending');
	if (open.some(({ kind }) => (ACTIONS as readonly ActionKind[]).includes(kind))) {
		broken.push('an action is left');
	}
	return broken;
}

async function explore(actors: (world: World) => Record<string, Actor>): Promise<number> {
	return await exploreInterleavings({
		world: newWorld,
		actors,
		check: async (world, { schedule }, isOver) => {
			const file = await services.store.read(world.ref);
			if (!file) return;
			const broken = [...brokenNow(file), ...(isOver ? brokenAtTheEnd(world, file) : [])];
			if (broken.length > 0) throw new Error(`${broken.join(', ')}: ${schedule.join(' ')}`);
		},
		passTime: () => services.clock.advance(10_000),
		preemptions: 2,
	});
}

const STOPS: Array<[string, boolean, Stop]> = [
	['an answer that is pushed', false, 'never'],
	['an answer that is not', false, 'answered'],
	['an answer that is pushed and not confirmed', false, 'said'],
	['a handover', true, 'never'],
	...ACTIONS.map((kind): [string, boolean, Stop] => [
		`a handover that stops after ${kind}`,
		true,
		kind,
	]),
];

test.each(STOPS)(
	'%s ends, and nothing of it is lost, whoever else takes it up',
	async (_what, ...how) => {
		const runs = await explore((world) => ({
			first: first(world, ...how),
			keeper: keeper(world, how[0]),
		}));
		expect(runs).toBeGreaterThan(3);
	},
);

test.each(STOPS)('%s is a human’s where one answers in between', async (_what, ...how) => {
	const runs = await explore((world) => ({
		first: first(world, ...how),
		keeper: keeper(world, how[0]),
		human: human(world),
	}));
	expect(runs).toBeGreaterThan(10);
});

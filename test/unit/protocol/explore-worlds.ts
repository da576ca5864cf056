import type { ConversationFile } from '../../../handover/stores/records';
import { brokenAtTheEnd, brokenByLine, brokenNow } from '../../builders/invariants';
import { openTestServices, type TestServices } from '../../builders/services';
import { aMember } from '../../builders/staff';
import type { World } from './actors';
import { exploreInterleavings, type Actor, type Run } from './explore-interleavings';

let services: TestServices;
beforeAll(async () => {
	services = await openTestServices();
	await services.store.saveStaff([aMember('ana')]);
});
afterAll(async () => await services.close());

let conversations = 0;
async function newWorld(): Promise<World> {
	const conversationId = `c${++conversations}`;
	return {
		services,
		store: services.store,
		ref: { botId: 'default', conversationId },
		outcomes: new Map(),
		heard: new Set(),
		asked: [],
		before: undefined,
	};
}

/** What must hold at any moment, and what at the end. */
async function check(world: World, { schedule }: Run, isOver: boolean): Promise<void> {
	const file = await world.services.store.read(world.ref);
	if (!file) return;
	const { before } = world;
	const broken = brokenNow(file);
	for (const { text } of file.transcript.slice(before?.transcript.length ?? 0)) {
		broken.push(...brokenByLine(text, before?.conversation));
	}
	if (before && file.conversation.epoch < before.conversation.epoch) broken.push('the epoch fell');
	if (isOver) broken.push(...brokenAtTheEnd(file, world.outcomes.keys()));
	if (broken.length > 0) throw new Error(`${broken.join(', ')}: ${schedule.join(' ')}`);
	world.before = file;
}

/** Every order in which the actors may come to their steps, each in a conversation of its own. */
export const explore = async (
	actors: (world: World) => Record<string, Actor>,
	atEnd: (world: World, file: ConversationFile) => void = () => undefined,
	bound: { preemptions?: number } = {},
) =>
	await exploreInterleavings({
		world: newWorld,
		actors,
		check: async (world, run, isOver) => {
			await check(world, run, isOver);
			if (isOver) atEnd(world, world.before!);
		},
		passTime: () => services.clock.advance(60_000),
		...bound,
	});

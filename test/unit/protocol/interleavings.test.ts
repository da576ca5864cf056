import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import { LeftTurns } from '../../../handover/operations/left-turns';
import { closeConversation, endPause } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import type { Services } from '../../../handover/operations/services';
import type { ConversationFile, Store } from '../../../handover/stores/store';
import type { ActionKind } from '../../../handover/conversation/handover';
import { aMember } from '../../builders/staff';
import {
	answerTo,
	answered,
	brokenAtTheEnd,
	brokenByLine,
	brokenNow,
	textOf,
} from '../../builders/invariants';
import { openTestServices, type TestServices } from '../../builders/services';
import { exploreInterleavings, type Actor, type Run } from './explore-interleavings';

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
	/** What became of each message, as its worker saw it. */
	outcomes: Map<string, string>;
	/** What reached the contact. */
	heard: Set<string>;
	/** What the bot was asked, turn by turn. */
	asked: Array<string | null>;
	before: ConversationFile | undefined;
}

let conversations = 0;
async function newWorld(): Promise<World> {
	const conversationId = `c${++conversations}`;
	return {
		store: services.store,
		ref: { botId: 'default', conversationId },
		outcomes: new Map(),
		heard: new Set(),
		asked: [],
		before: undefined,
	};
}

type Step = { store: Store; pause: () => Promise<void> };

/** The services as one actor has them. */
function as({ store, pause }: Step, id: string, takenForDead: readonly string[] = []): Services {
	const wait = async (): Promise<void> => await pause();
	return {
		...services,
		store,
		clock: { now: () => services.clock.now(), elapsed: () => services.clock.elapsed(), wait },
		runner: { id, isAlive: (other) => !takenForDead.includes(other) },
	};
}

/** Receives a message and answers it as a bot, or hands it over. */
function worker(
	world: World,
	name: string,
	then: 'answer' | readonly ActionKind[],
	options: {
		burstWindow?: number;
		runner?: string;
		takenForDead?: string[];
		isCutOff?: boolean;
	} = {},
): Actor {
	return async (step) => {
		const own = as(step, options.runner ?? name, options.takenForDead);
		const { ref, outcomes } = world;
		const hear = (text: string | null) => {
			if (text !== null && !options.isCutOff) world.heard.add(text);
		};
		const message = { ...ref, messageId: name, text: textOf(name) };
		const received = await receiveMessage(own, message, options);
		const { output, handover } = await awaitTurn(own, received);
		outcomes.set(name, output);
		if (handover.duplicate) {
			const again = handover.recordedReplies.map(({ text }) => text);
			// Nobody has made a step since they were read.
			expect(again).toEqual(toBeSaidAgain(name, (await services.store.read(ref))!));
			again.forEach(hear);
		}
		if (output !== 'bot') return;
		world.asked.push(handover.text);
		if (then === 'answer') {
			const answer = { ...ref, carried: handover, text: answerTo(name, handover.epoch) };
			const { output: sent, handover: after } = await beforeReply(own, answer);
			outcomes.set(name, sent);
			return hear(after.reply);
		}
		const trigger = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };
		for (const kind of then) {
			const { output: done, handover: after } = await performAction(own, kind, {
				...ref,
				carried: { ...handover, trigger },
			});
			outcomes.set(name, `handover ${done}`);
			hear(after.reply);
		}
	};
}

/** What of the bot's lines may go out once more, as an answer to this message. */
function toBeSaidAgain(name: string, file: ConversationFile): string[] {
	const { conversation, handovers, transcript } = file;
	const open = handovers.find(({ endedAt }) => endedAt === null);
	const isClosing = open?.actions.some(
		({ kind, status }) => kind === 'sendClosingMessage' && status === 'done',
	);
	const texts = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
	return texts.filter((text) => {
		const answer = answered(text);
		if (!answer) return isClosing && conversation.lastHumanReplyAt === null;
		return answer.message === name && brokenByLine(text, conversation).length === 0;
	});
}

/** A channel whose request is cut off at its end, whatever came of it, and which sends it again. */
const cutOff =
	(world: World, name: string, then: 'answer' | readonly ActionKind[]): Actor =>
	async (step) => {
		await worker(world, name, then, { runner: 'first', isCutOff: true })(step);
		await worker(world, name, then, { runner: 'second' })(step);
	};

/** Likewise, minutes later, and it tells of all that it has written to the contact, as some channels do. */
const echoing =
	(world: World, name: string, then: 'answer' | readonly ActionKind[]): Actor =>
	async (step) => {
		await worker(world, name, then, { runner: 'first', isCutOff: true })(step);
		services.clock.advance(5 * 60_000);
		await worker(world, name, then, { runner: 'second' })(step);
		for (const text of world.heard) {
			await recordHumanReply(as(step, 'echo'), world.ref, { text });
		}
	};

const human =
	(world: World): Actor =>
	async (step) => {
		await recordHumanReply(as(step, 'human'), world.ref, { text: 'a human' }).catch(ignoreUnknown);
	};
const timer =
	(world: World): Actor =>
	async (step) => {
		const own = as(step, 'timer');
		const late = {
			...own,
			clock: { ...own.clock, now: () => services.clock.now() + 40 * 86_400_000 },
		};
		await endPause(late, world.ref).then(() => undefined, ignoreUnknown);
	};

const closer =
	(world: World): Actor =>
	async (step) => {
		await closeConversation(as(step, 'closer'), world.ref, null).then(
			() => undefined,
			ignoreUnknown,
		);
	};

/** It came before the first message: there is nothing to take over, or to resume. */
function ignoreUnknown(error: unknown): void {
	if ((error as { code?: string }).code !== 'CONVERSATION_UNKNOWN') throw error;
}

/** What must hold at any moment, and what at the end. */
async function check(world: World, { schedule }: Run, isOver: boolean): Promise<void> {
	const file = await services.store.read(world.ref);
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

const explore = async (
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

test('a bot that answers, a request for a human, a human and a timer, in every order', async () => {
	const runs = await explore((world) => ({
		a: worker(world, 'm1', 'answer'),
		b: worker(world, 'm2', ['assignConversation', 'pauseBot']),
		human: human(world),
		timer: timer(world),
	}));
	expect(runs).toBeGreaterThan(500);
});

test('two workers that both hand over make one handover', async () => {
	const runs = await explore(
		(world) => ({
			a: worker(world, 'm1', ['createTask', 'sendClosingMessage']),
			b: worker(world, 'm2', ['createTask', 'sendClosingMessage']),
		}),
		(_world, { handovers, tasks, transcript }) => {
			const closing = transcript.filter(({ author }) => author === 'bot');
			expect([handovers.length, tasks.length, closing.length]).toEqual([1, 1, 1]);
		},
	);
	expect(runs).toBeGreaterThan(10);
});

test('the same message at two workers is answered once', async () => {
	await explore(
		(world) => ({ a: worker(world, 'm1', 'answer'), b: worker(world, 'm1', 'answer') }),
		(_world, { transcript }) => expect(transcript).toHaveLength(2),
	);
});

test('a worker that is taken for dead, and lives, says nothing beside the one that takes its turn up', async () => {
	let dropped = 0;
	for (const others of [{}, { burstWindow: 3 }]) {
		const runs = await explore(
			(world) => ({
				hung: worker(world, 'm1', 'answer', { ...others, runner: 'hung' }),
				again: worker(world, 'm1', 'answer', {
					...others,
					runner: 'again',
					takenForDead: ['hung'],
				}),
				next: worker(world, 'm2', 'answer', {
					...others,
					runner: 'next',
					takenForDead: ['hung'],
				}),
			}),
			(_world, { transcript, events }) => {
				const answers = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
				expect(new Set(answers.map((text) => answered(text)!.message)).size).toBe(answers.length);
				dropped += events.filter(({ data }) => data['takenUp'] === true).length;
			},
			{ preemptions: 2 },
		);
		expect(runs).toBeGreaterThan(20);
	}
	expect(dropped).toBeGreaterThan(0);
});

test('a worker that is taken for dead hands over nothing beside the one that has answered', async () => {
	let answeredFirst = 0;
	const runs = await explore(
		(world) => ({
			hung: worker(world, 'm1', ['createTask', 'sendClosingMessage'], { runner: 'hung' }),
			again: worker(world, 'm1', 'answer', { runner: 'again', takenForDead: ['hung'] }),
		}),
		(_world, { transcript, events }) => {
			const said = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
			expect(said).toHaveLength(1);
			const isDropped = events.some(({ data }) => data['takenUp'] === true && data['action']);
			if (isDropped) answeredFirst += 1;
		},
	);
	expect(runs).toBeGreaterThan(5);
	expect(answeredFirst).toBeGreaterThan(0);
});

/** A node fails on the turn, and is tried again, as n8n does where it is told to. */
const retrying =
	(world: World, name: string): Actor =>
	async (step) => {
		const own = { ...as(step, 'retrying'), leftTurns: new LeftTurns() };
		const { ref, outcomes } = world;
		const received = await receiveMessage(own, { ...ref, messageId: name, text: textOf(name) });
		const { output, handover } = await awaitTurn(own, received);
		if (output !== 'bot') return;
		own.leftTurns.leave(own, handover);
		await own.leftTurns.write(own);
		const answer = { ...ref, carried: handover, text: answerTo(name, handover.epoch) };
		outcomes.set(name, (await beforeReply(own, answer)).output);
	};

test('a turn that one worker leaves, and tries again, is answered once, whoever else takes it up', async () => {
	let takenUp = 0;
	const runs = await explore(
		(world) => ({
			retrying: retrying(world, 'm1'),
			again: worker(world, 'm1', 'answer', { runner: 'again' }),
			next: worker(world, 'm2', 'answer', { runner: 'next' }),
		}),
		(_world, { transcript, events }) => {
			const said = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
			expect(said.map((text) => answered(text)!.message).sort()).toEqual(['m1', 'm2']);
			if (events.some(({ data }) => data['takenUp'] === true)) takenUp += 1;
		},
		{ preemptions: 2 },
	);
	expect(runs).toBeGreaterThan(20);
	expect(takenUp).toBeGreaterThan(0);
});

test('what was said into a request that was cut off is said again with the next one, until a takeover', async () => {
	for (const then of ['answer', ['assignConversation', 'sendClosingMessage']] as const) {
		const ends = { heard: 0, takenOver: 0 };
		const runs = await explore(
			(world) => ({
				channel: cutOff(world, 'm1', then),
				other: worker(world, 'm2', ['createTask']),
				human: human(world),
				timer: timer(world),
			}),
			({ heard }, { transcript }) => {
				const said = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
				if (said.some((text) => heard.has(text))) ends.heard += 1;
				if (said.some((text) => !heard.has(text))) ends.takenOver += 1;
			},
			{ preemptions: 2 },
		);
		expect(runs).toBeGreaterThan(50);
		expect(Math.min(...Object.values(ends))).toBeGreaterThan(0);
	}
});

test('where nobody takes over, all that was said into a request that was cut off is heard', async () => {
	await explore(
		(world) => ({ channel: cutOff(world, 'm1', 'answer'), b: worker(world, 'm2', 'answer') }),
		({ heard }, { transcript }) => {
			const said = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
			expect([...heard].sort()).toEqual(said.sort());
		},
	);
});

test('the echo of what was said again is nobody, in every order', async () => {
	for (const then of ['answer', ['assignConversation', 'sendClosingMessage']] as const) {
		let heard = 0;
		await explore(
			(world) => ({
				channel: echoing(world, 'm1', then),
				other: worker(world, 'm2', ['createTask'], { isCutOff: true }),
				timer: timer(world),
			}),
			(world, { transcript, events }) => {
				expect(transcript.filter(({ author }) => author === 'human')).toEqual([]);
				expect(events.filter(({ type }) => type === 'human.replied')).toEqual([]);
				heard += world.heard.size;
			},
			{ preemptions: 2 },
		);
		expect(heard).toBeGreaterThan(0);
	}
});

test('messages are decided in the order in which they came', async () => {
	await explore(
		(world) => ({ a: worker(world, 'm1', 'answer'), b: worker(world, 'm2', 'answer') }),
		(_world, { transcript }) => {
			const by = (author: string) =>
				transcript.filter((line) => line.author === author).map(({ text }) => text);
			const answers = by('bot').map((text) => textOf(answered(text)!.message));
			expect(answers).toEqual(by('contact'));
		},
	);
});

test('three fragments at three workers are answered once, and with all of them', async () => {
	const burst = { burstWindow: 3 };
	const runs = await explore(
		(world) => ({
			a: worker(world, 'm1', 'answer', burst),
			b: worker(world, 'm2', 'answer', burst),
			c: worker(world, 'm3', 'answer', burst),
		}),
		// The time passes only when all of them wait, so no order makes them two turns.
		({ asked }, { transcript }) => {
			const said = transcript.filter(({ author }) => author === 'contact');
			expect(asked).toEqual([said.map(({ text }) => text).join('\n')]);
			expect(transcript.filter(({ author }) => author === 'bot')).toHaveLength(1);
		},
		{ preemptions: 2 },
	);
	expect(runs).toBeGreaterThan(20);
});

test('a burst that a human, or the end of the conversation, comes into loses nothing', async () => {
	const burst = { burstWindow: 3 };
	for (const intruder of [human, closer]) {
		const runs = await explore(
			(world) => ({
				a: worker(world, 'm1', 'answer', burst),
				b: worker(world, 'm2', 'answer', burst),
				intruder: intruder(world),
			}),
			({ outcomes }) => {
				// Both came to an end: answered, joined, dropped, or a human's.
				expect([...outcomes.keys()].sort()).toEqual(['m1', 'm2']);
			},
			{ preemptions: 3 },
		);
		expect(runs).toBeGreaterThan(20);
	}
});

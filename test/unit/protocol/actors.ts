import type { ActionKind } from '../../../handover/conversation/handover';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import { LeftTurns } from '../../../handover/operations/left-turns';
import { closeConversation, endPause } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import type { Services } from '../../../handover/operations/services';
import type { ConversationFile } from '../../../handover/stores/records';
import type { Store } from '../../../handover/stores/store';
import { answerTo, answered, brokenByLine, textOf } from '../../builders/invariants';
import type { TestServices } from '../../builders/services';
import type { Actor } from './explore-interleavings';

/** A conversation, and what was seen of it from outside. */
export interface World {
	services: TestServices;
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

type Step = { store: Store; pause: () => Promise<void> };

/** The services as one actor has them. */
function as(
	{ services }: World,
	{ store, pause }: Step,
	id: string,
	takenForDead: readonly string[] = [],
): Services {
	const wait = async (): Promise<void> => await pause();
	return {
		...services,
		store,
		clock: { now: () => services.clock.now(), elapsed: () => services.clock.elapsed(), wait },
		runner: { id, isAlive: (other) => !takenForDead.includes(other) },
	};
}

/** Receives a message and answers it as a bot, or hands it over. */
export function worker(
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
		const own = as(world, step, options.runner ?? name, options.takenForDead);
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
			expect(again).toEqual(toBeSaidAgain(name, (await world.services.store.read(ref))!));
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
export const cutOff =
	(world: World, name: string, then: 'answer' | readonly ActionKind[]): Actor =>
	async (step) => {
		await worker(world, name, then, { runner: 'first', isCutOff: true })(step);
		await worker(world, name, then, { runner: 'second' })(step);
	};

/** Likewise, minutes later, and it tells of all that it has written to the contact, as some channels do. */
export const echoing =
	(world: World, name: string, then: 'answer' | readonly ActionKind[]): Actor =>
	async (step) => {
		await worker(world, name, then, { runner: 'first', isCutOff: true })(step);
		world.services.clock.advance(5 * 60_000);
		await worker(world, name, then, { runner: 'second' })(step);
		for (const text of world.heard) {
			await recordHumanReply(as(world, step, 'echo'), world.ref, { text });
		}
	};

export const human =
	(world: World): Actor =>
	async (step) => {
		await recordHumanReply(as(world, step, 'human'), world.ref, { text: 'a human' }).catch(
			ignoreUnknown,
		);
	};
export const timer =
	(world: World): Actor =>
	async (step) => {
		const own = as(world, step, 'timer');
		const late = {
			...own,
			clock: { ...own.clock, now: () => world.services.clock.now() + 40 * 86_400_000 },
		};
		await endPause(late, world.ref).then(() => undefined, ignoreUnknown);
	};

export const closer =
	(world: World): Actor =>
	async (step) => {
		await closeConversation(as(world, step, 'closer'), world.ref, null).then(
			() => undefined,
			ignoreUnknown,
		);
	};

/** It came before the first message: there is nothing to take over, or to resume. */
function ignoreUnknown(error: unknown): void {
	if ((error as { code?: string }).code !== 'CONVERSATION_UNKNOWN') throw error;
}

/** A node fails on the turn, and is tried again, as n8n does where it is told to. */
export const retrying =
	(world: World, name: string): Actor =>
	async (step) => {
		const own = { ...as(world, step, 'retrying'), leftTurns: new LeftTurns() };
		const { ref, outcomes } = world;
		const received = await receiveMessage(own, { ...ref, messageId: name, text: textOf(name) });
		const { output, handover } = await awaitTurn(own, received);
		if (output !== 'bot') return;
		own.leftTurns.leave(own, handover);
		await own.leftTurns.write(own);
		const answer = { ...ref, carried: handover, text: answerTo(name, handover.epoch) };
		outcomes.set(name, (await beforeReply(own, answer)).output);
	};

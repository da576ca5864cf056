import { setTimeout as sleep } from 'node:timers/promises';
import { ACTION_KINDS } from '../../../handover/conversation/handover';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply } from '../../../handover/operations/before-reply';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { LeftTurns } from '../../../handover/operations/left-turns';
import { OverdueTurns } from '../../../handover/operations/overdue-turns';
import { endPause, returnToBot } from '../../../handover/operations/own-conversation';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import type { Services } from '../../../handover/operations/services';
import type { ConversationFile, EventType, HandoverEvent } from '../../../handover/stores/records';
import {
	answerTo,
	answered,
	brokenAtTheEnd,
	brokenByLine,
	brokenNow,
	textOf,
} from '../../builders/invariants';
import { randomBelow } from '../../contract/random-below';
import { watch } from './watched-store';

/** What happened in a race, to be added up: a race in which nothing happens shows nothing. */
export interface Tally {
	answers: number;
	/** Answers that came after a takeover. */
	drops: number;
	handovers: number;
	/** Workers that handed over; more than handovers, where two did at once. */
	requests: number;
	/** Pauses that ended, and conversations that were handed back. */
	releases: number;
	humans: number;
	duplicates: number;
	crashes: number;
	/** Handovers of a killed worker that another one finished. */
	resumed: number;
	/** Answers that came once more, with a duplicate. */
	repeated: number;
}

export interface Outcome {
	broken: string[];
	tally: Tally;
}

/** Later than any pause ends. */
const LONG = 40 * 86_400_000;
/** Milliseconds in which everybody comes. */
const RUSH = 30;
const TRIGGER = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };

/** The process of a worker that was killed: what it has not written by now, it never writes. */
class Killed extends Error {}

/**
 * One conversation, in which two to four messages come to as many workers, some twice, while a human
 * types, a pause ends and somebody hands back, each at a random moment and through another handle of
 * the store. Some workers are killed; their message is then delivered again, as a channel would.
 */
export async function runRace(seed: number, handles: Services[]): Promise<Outcome> {
	const race = new Race(seed, handles);
	await Promise.all(race.actors());
	return { broken: [...race.broken, ...(await race.judge())], tally: race.tally };
}

interface Plan {
	name: string;
	handsOver: boolean;
	/** How many calls of the store its first worker lives for. */
	livesFor: number;
}

class Race {
	readonly broken: string[] = [];
	readonly tally: Tally = {
		answers: 0,
		drops: 0,
		handovers: 0,
		requests: 0,
		releases: 0,
		humans: 0,
		duplicates: 0,
		crashes: 0,
		resumed: 0,
		repeated: 0,
	};
	readonly #ref: { botId: string; conversationId: string };
	readonly #below: (limit: number) => number;
	readonly #dead = new Set<string>();
	readonly #messages: Plan[];
	/** What reached the contact. */
	readonly #heard = new Set<string>();
	readonly #settings: { burstWindow: number };
	#workers = 0;

	constructor(
		private readonly seed: number,
		private readonly handles: Services[],
	) {
		this.#ref = { botId: 'default', conversationId: `race-${seed}` };
		this.#below = randomBelow(seed);
		this.#settings = { burstWindow: this.#oneIn(4) ? 0.02 : 0 };
		this.#messages = Array.from({ length: 2 + this.#below(3) }, (_, index) => ({
			name: `m${index + 1}`,
			handsOver: this.#oneIn(2),
			livesFor: this.#oneIn(4) ? 1 + this.#below(9) : Infinity,
		}));
	}

	*actors(): Generator<Promise<void>> {
		for (const plan of this.#messages) {
			yield this.#deliver(plan);
			if (this.#oneIn(4)) yield this.#deliver({ ...plan, livesFor: Infinity });
		}
		if (this.#oneIn(2)) yield this.#human();
		if (this.#oneIn(3)) yield this.#timer();
		if (this.#oneIn(3)) yield this.#handBack();
	}

	/** Until somebody has taken it, as a channel does. */
	async #deliver(plan: Plan): Promise<void> {
		await this.#moment();
		try {
			await this.#work(plan);
		} catch (error) {
			if (!(error instanceof Killed)) throw error;
			this.tally.crashes += 1;
			await this.#deliver({ ...plan, livesFor: Infinity });
		}
	}

	async #work({ name, handsOver, livesFor }: Plan): Promise<void> {
		const own = this.#newProcess(livesFor);
		const message = { ...this.#ref, messageId: name, text: textOf(name) };
		const received = await receiveMessage(own, message, this.#settings);
		const { output, handover } = await awaitTurn(own, received);
		if (output === 'duplicate') this.tally.duplicates += 1;
		for (const { text } of handover.recordedReplies) {
			this.tally.repeated += 1;
			this.#heard.add(text);
		}
		if (output !== 'bot') return;
		// The bot thinks.
		await this.#moment();
		if (handover.trigger) this.tally.resumed += 1;
		if (handover.trigger || handsOver) await this.#handOver(own, handover);
		else await this.#answer(own, name, handover);
	}

	async #answer(own: Services, name: string, handover: HandoverData): Promise<void> {
		const text = answerTo(name, handover.epoch);
		const { output } = await beforeReply(own, { ...this.#ref, carried: handover, text });
		this.tally[output === 'send' ? 'answers' : 'drops'] += 1;
		if (output === 'send') this.#heard.add(text);
	}

	async #handOver(own: Services, handover: HandoverData): Promise<void> {
		this.tally.requests += 1;
		let carried = { ...handover, trigger: handover.trigger ?? TRIGGER };
		for (const kind of ACTION_KINDS) {
			const done = await performAction(own, kind, { ...this.#ref, carried });
			carried = { ...done.handover, trigger: carried.trigger };
		}
		if (carried.reply !== null) this.#heard.add(carried.reply);
	}

	async #human(): Promise<void> {
		await this.#moment();
		const own = this.#newProcess();
		await recordHumanReply(own, this.#ref, { text: 'a human' }).catch(ignoreUnknown);
	}

	async #timer(): Promise<void> {
		for (let moments = 0; moments < 3; moments++) await this.#moment();
		const own = this.#newProcess();
		const clock = { ...own.clock, now: () => Date.now() + LONG };
		await endPause({ ...own, clock }, this.#ref).catch(ignoreUnknown);
	}

	async #handBack(): Promise<void> {
		for (let moments = 0; moments < 3; moments++) await this.#moment();
		await returnToBot(this.#newProcess(), this.#ref, 'handedBack', null).catch(ignoreUnknown);
	}

	/** Another process than those before, on one of the handles. */
	#newProcess(livesFor = Infinity): Services {
		const services = this.handles[this.#below(this.handles.length)]!;
		const id = `race-${this.seed}/${++this.#workers}`;
		const die = () => {
			this.#dead.add(id);
			throw new Killed(id);
		};
		return {
			...services,
			store: watch(services.store, livesFor, { die, see: (lines) => this.broken.push(...lines) }),
			runner: { id, isAlive: (one) => !this.#dead.has(one) },
			leftTurns: new LeftTurns(),
			overdueTurns: new OverdueTurns(),
		};
	}

	async judge(): Promise<string[]> {
		const { store } = this.handles[0]!;
		const file = await store.read(this.#ref);
		if (!file) return ['the conversation was lost'];
		this.tally.handovers += file.handovers.length;
		this.tally.humans += count(file.events, 'human.replied');
		this.tally.releases += count(file.events, 'bot.resumed');
		const names = this.#messages.map(({ name }) => name);
		const broken = [...brokenNow(file), ...brokenAtTheEnd(file, names), ...this.#unheard(file)];
		for (const messageId of names) {
			const { admission } = await store.snapshot(this.#ref, { messageId });
			const line = file.transcript.find((one) => one.messageId === messageId);
			// With another epoch somebody else has dealt with it, and nobody takes it up again.
			const isOpen = !admission?.settled && admission?.epoch === file.conversation.epoch;
			if (isOpen) broken.push(`${messageId} is not settled`);
			if (admission?.seq !== line?.seq) broken.push(`${messageId} has another line`);
		}
		return broken;
	}

	/** Whoever was killed with an answer has its message come again, and the answer with it. */
	#unheard({ transcript, conversation }: ConversationFile): string[] {
		const isHandedOver =
			conversation.openHandoverId !== null && conversation.lastHumanReplyAt === null;
		const mayStillBeSaid = (text: string) =>
			answered(text) ? brokenByLine(text, conversation).length === 0 : isHandedOver;
		return transcript
			.filter(({ author, text }) => author === 'bot' && !this.#heard.has(text))
			.filter(({ text }) => mayStillBeSaid(text))
			.map(({ text }) => `nobody heard "${text}"`);
	}

	async #moment(): Promise<void> {
		await sleep(this.#below(RUSH));
	}

	#oneIn(many: number): boolean {
		return this.#below(many) === 0;
	}
}

function count(events: HandoverEvent[], type: EventType): number {
	return events.filter((event) => event.type === type).length;
}

/** It came before the first message: there is nothing to take over, or to resume. */
function ignoreUnknown(error: unknown): void {
	if ((error as { code?: string }).code !== 'CONVERSATION_UNKNOWN') throw error;
}

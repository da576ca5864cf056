import type { Node, NodeAPI, NodeDef, NodeMessage, NodeMessageInFlow, NodeStatus } from 'node-red';
import type { HandoverError } from '../../handover/errors';
import type { Services } from '../../handover/operations/services';
import { botOf, type BotNode } from './config-nodes';
import { KeyedQueue } from './keyed-queue';
import { readField } from './read-field';
import { reportError, showError } from './report-error';

/** The properties that every node with an input saves; each typed field has its `...Type` beside it. */
export interface InputNodeDef extends NodeDef {
	bot: string;
	botId: string;
	botIdType: string;
	conversationId: string;
	conversationIdType: string;
}

/** One message, as a node's own work sees it. */
export interface Turn<Field extends string> {
	services: Services;
	bot: BotNode;
	/** What every operation takes; not trusted. */
	request: { botId: unknown; conversationId: unknown; carried: unknown };
	/** The node's own typed fields, read for this message. */
	fields: Record<Field, unknown>;
	/** The conversation's next message need not wait for the end of this one's work. */
	letNextIn: () => void;
	/** Aborts when the node closes. */
	closing: AbortSignal;
}

export interface Outcome {
	/** Counted from 0. */
	output: number;
	/** The new `msg.handover`. */
	handover: object;
	status: NodeStatus;
	/** For the log, where the outcome is not an error and yet not what was wanted. */
	warning?: string | undefined;
}

type Send = (msg: Array<NodeMessage | null>) => void;
type Done = (error?: Error) => void;

/**
 * The input of every node: reads its fields from the message, keeps the messages of one conversation
 * in their order, forwards the same message, and calls `done` exactly once. No promise of it ever
 * rejects, for that would end the whole Node-RED process. Closing waits for what is in hand.
 */
export function handleInput<Field extends string>(
	RED: NodeAPI,
	node: Node,
	def: InputNodeDef,
	fieldNames: readonly Field[],
	work: (turn: Turn<Field>) => Promise<Outcome>,
): void {
	const queue = new KeyedQueue();
	let entrance: Promise<void> = Promise.resolve();
	showErrorOfBot(RED, node, def);

	const closing = new AbortController();
	async function carryOut(
		msg: NodeMessageInFlow,
		reading: Promise<Read<Field>>,
		send: Send,
		letNextIn: () => void,
	) {
		const { bot, ref, fields } = await reading;
		const request = { ...ref, carried: msg['handover'] };
		const outcome = await bot.use(async (services) => {
			try {
				return await work({ services, bot, request, fields, letNextIn, closing: closing.signal });
			} catch (error) {
				services.leftTurns.leave(request.carried);
				throw error;
			}
		});
		msg['handover'] = outcome.handover;
		node.status(outcome.status);
		if (outcome.warning) node.warn(outcome.warning);
		send([...Array<null>(outcome.output).fill(null), msg]);
	}

	async function finish(
		msg: NodeMessageInFlow,
		reading: Promise<Read<Field>>,
		send: Send,
		done: Done,
		letNextIn: () => void,
	) {
		let error: HandoverError | undefined;
		try {
			await carryOut(msg, reading, send, letNextIn);
		} catch (thrown) {
			error = reportError(node, msg, thrown);
		}
		try {
			done(error);
		} catch (thrown) {
			node.error(thrown);
		}
	}

	node.on('input', (msg, send: Send, done) => {
		const reading = readAll(RED, node, def, fieldNames, msg);
		// A field may take its time to be read. Who came first enters the queue first all the same.
		entrance = entrance.then(async () => {
			const key = await reading.then(
				({ ref }) => keyOf(ref),
				() => `unreadable ${msg._msgid}`,
			);
			queue.add(key, (letNextIn) => finish(msg, reading, send, done, letNextIn));
		});
	});
	node.on('close', (_removed: boolean, done: () => void) => {
		closing.abort();
		void entrance.then(() => queue.idle()).then(done);
	});
}

interface Read<Field extends string> {
	bot: BotNode;
	ref: { botId: unknown; conversationId: unknown };
	fields: Record<Field, unknown>;
}

async function readAll<Field extends string>(
	RED: NodeAPI,
	node: Node,
	def: InputNodeDef,
	fieldNames: readonly Field[],
	msg: NodeMessageInFlow,
): Promise<Read<Field>> {
	const saved = def as unknown as Record<string, string | undefined>;
	const read = (name: string) =>
		readField(RED, node, msg, name, { value: saved[name], type: saved[`${name}Type`] });
	const bot = botOf(RED, def.bot);
	const values = await Promise.all(fieldNames.map(read));
	const botId = await read('botId');
	return {
		bot,
		ref: {
			botId: isBlank(botId) ? bot.botId : botId,
			conversationId: await read('conversationId'),
		},
		fields: Object.fromEntries(fieldNames.map((name, index) => [name, values[index]])) as Record<
			Field,
			unknown
		>,
	};
}

function isBlank(value: unknown): boolean {
	return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Ids that the domain takes for the same have the same key. */
function keyOf(ref: Read<string>['ref']): string {
	return JSON.stringify([ref.botId, ref.conversationId].map(nameOf));
}

function nameOf(id: unknown): string {
	return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}

/** Shows on the canvas, before the first message, that the bot's settings could not be saved. */
function showErrorOfBot(RED: NodeAPI, node: Node, def: InputNodeDef): void {
	const bot = def.bot ? (RED.nodes.getNode(def.bot) as BotNode | null) : null;
	void bot?.started.then((error) => error && showError(node, error.code));
}

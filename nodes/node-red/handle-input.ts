import type { Node, NodeAPI, NodeDef, NodeMessage, NodeMessageInFlow, NodeStatus } from 'node-red';
import type { HandoverError } from '../../handover/errors';
import type { Services } from '../../handover/operations/services';
import { answerRequest } from './answer-request';
import { botOf, type BotNode } from './config-nodes';
import { KeyedQueue } from './keyed-queue';
import { fieldReader, type FieldReader } from './read-field';
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
	const readAll = readerOfAll(RED, node, def, fieldNames);
	let entrance: Promise<void> = Promise.resolve();
	let entering = 0;
	const closing = new AbortController();
	let hasOwnStatus = false;
	showErrorOfBot(RED, node, def, () => hasOwnStatus || closing.signal.aborted);

	async function carryOut(
		msg: NodeMessageInFlow,
		reading: Reading<Field>,
		send: Send,
		letNextIn: () => void,
	) {
		const { bot, ref, fields } = reading instanceof Promise ? await reading : reading;
		const request = { ...ref, carried: msg['handover'] };
		const outcome = await bot.use(async (services) => {
			try {
				return await work({ services, bot, request, fields, letNextIn, closing: closing.signal });
			} catch (error) {
				services.leftTurns.leave(services, request.carried);
				throw error;
			}
		});
		msg['handover'] = outcome.handover;
		hasOwnStatus = true;
		node.status(outcome.status);
		if (outcome.warning) node.warn(outcome.warning);
		send([...Array<null>(outcome.output).fill(null), msg]);
	}

	async function finish(
		msg: NodeMessageInFlow,
		reading: Reading<Field>,
		send: Send,
		done: Done,
		letNextIn: () => void,
	) {
		let error: HandoverError | undefined;
		try {
			await carryOut(msg, reading, send, letNextIn);
		} catch (thrown) {
			hasOwnStatus = true;
			error = reportError(node, msg, thrown);
		}
		try {
			done(error);
			if (error && closing.signal.aborted) answerRequest(msg, error);
		} catch (thrown) {
			node.error(thrown);
		}
	}

	node.on('input', (msg, send: Send, done) => {
		const reading = readAll(msg);
		const enter = (key: string) =>
			queue.add(key, (letNextIn) => finish(msg, reading, send, done, letNextIn));
		if (!(reading instanceof Promise) && entering === 0) return enter(keyOf(reading.ref, msg));
		// A field may take its time to be read. Who came first enters the queue first all the same.
		entering += 1;
		const key = Promise.resolve(reading).then(
			({ ref }) => keyOf(ref, msg),
			() => `unreadable ${msg._msgid}`,
		);
		entrance = entrance.then(async () => {
			enter(await key);
			entering -= 1;
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

/** A promise where one of the fields takes its time. */
type Reading<Field extends string> = Read<Field> | Promise<Read<Field>>;

/** What it returns never throws: what cannot be read is a promise that rejects. */
function readerOfAll<Field extends string>(
	RED: NodeAPI,
	node: Node,
	def: InputNodeDef,
	fieldNames: readonly Field[],
): (msg: NodeMessageInFlow) => Reading<Field> {
	const saved = def as unknown as Record<string, string | undefined>;
	const readers = [...fieldNames, 'botId', 'conversationId'].map((name) =>
		fieldReader(RED, node, name, { value: saved[name], type: saved[`${name}Type`] }),
	);
	const put = (values: unknown[]): Read<Field> => {
		const bot = botOf(RED, def.bot);
		const [botId, conversationId] = values.slice(fieldNames.length);
		const fields = {} as Record<Field, unknown>;
		fieldNames.forEach((name, index) => (fields[name] = values[index]));
		return { bot, ref: { botId: isBlank(botId) ? bot.botId : botId, conversationId }, fields };
	};
	// A reader that throws must not leave alone those before it, whose promises may reject, too.
	const valueOf = (read: FieldReader, msg: NodeMessageInFlow) => {
		try {
			return read(msg);
		} catch (error) {
			return Promise.reject(error as Error);
		}
	};
	return (msg) => {
		try {
			const values = readers.map((read) => valueOf(read, msg));
			const takesTime = values.some(isPromise);
			return takesTime ? Promise.all(values).then(put) : put(values);
		} catch (error) {
			return Promise.reject(error as Error);
		}
	};
}

/** Also one that a Function node has made, whose `Promise` is another than ours. */
function isPromise(value: unknown): boolean {
	return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}

function isBlank(value: unknown): boolean {
	return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/**
 * Ids that the domain takes for the same have the same key. A message whose field names no conversation
 * is of the one that it carries, as the operations that need no field take it.
 */
function keyOf(ref: Read<string>['ref'], msg: NodeMessage): string {
	const carried = msg['handover'] as Partial<Read<string>['ref']> | null | undefined;
	const { botId, conversationId } = nameOf(ref.conversationId) === '' ? (carried ?? ref) : ref;
	return JSON.stringify([botId, conversationId].map(nameOf));
}

function nameOf(id: unknown): string {
	return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}

/**
 * Shows on the canvas that the bot's settings could not be saved when the flow started, until they are: by
 * a message of this node, or of any other one of the bot's.
 */
function showErrorOfBot(RED: NodeAPI, node: Node, def: InputNodeDef, isOver: () => boolean): void {
	const bot = def.bot ? (RED.nodes.getNode(def.bot) as BotNode | null) : null;
	void bot?.started.then(async (error) => {
		if (!error || isOver()) return;
		showError(node, error.code);
		await bot.saved;
		if (!isOver()) node.status({});
	});
}

import type { Node, NodeAPI } from 'node-red';
import type { LanguageModel } from '../../handover/classifier/language-model/language-model';
import { HandoverError } from '../../handover/errors';
import type { Services } from '../../handover/operations/services';

/** What the other nodes see of the `handover-store` config node. */
export interface StoreNode extends Node<{ urlWithPassword?: string }> {
	use<T>(work: (services: Services) => Promise<T>): Promise<T>;
}

/** What the other nodes see of the `handover-bot` config node. */
export interface BotNode extends Node {
	botId: string;
	/** Who takes part in this bot's round robin; empty: the whole roster. */
	staffIds: string[];
	/** What kept the settings from being saved when the flow started, or null. Never rejects. */
	started: Promise<HandoverError | null>;
	/** The settings are saved, at the start or by a message after it. Never rejects. */
	saved: Promise<void>;
	/** @throws {HandoverError} as long as the store or the bot's settings are at fault. */
	use<T>(work: (services: Services) => Promise<T>): Promise<T>;
}

/** What the classifier sees of the `handover-model` config node. */
export interface ModelNode extends Node<{ apiKey?: string }> {
	/**
	 * The model within the limits that are set here, for those who share these services.
	 * @throws {HandoverError} `SETTINGS_INVALID`
	 */
	within(services: Services): LanguageModel;
	/** Fires when the node is closed: whoever waits for the model then waits no longer. */
	closing: AbortSignal;
}

/** @throws {HandoverError} `SETTINGS_INVALID` when there is none, or it is disabled. */
export function storeOf(RED: NodeAPI, id: string | undefined): StoreNode {
	const found = id ? (RED.nodes.getNode(id) as StoreNode | null) : null;
	if (found) return found;
	throw new HandoverError(
		'SETTINGS_INVALID',
		'No store is chosen. Choose a handover store in the dialog, and deploy.',
	);
}

/** @throws {HandoverError} `SETTINGS_INVALID` when there is none, or it is disabled. */
export function botOf(RED: NodeAPI, id: string | undefined): BotNode {
	const found = id ? (RED.nodes.getNode(id) as BotNode | null) : null;
	if (found) return found;
	throw new HandoverError(
		'SETTINGS_INVALID',
		"No bot is chosen. Choose a handover bot in the node's dialog, and deploy.",
	);
}

/** @throws {HandoverError} `SETTINGS_INVALID` when it was deleted, or is disabled. */
export function modelOf(RED: NodeAPI, id: string): ModelNode {
	const found = RED.nodes.getNode(id) as ModelNode | null;
	if (found) return found;
	throw new HandoverError(
		'SETTINGS_INVALID',
		"The chosen model is not there any more. Choose another in the node's dialog, or none, and deploy.",
	);
}

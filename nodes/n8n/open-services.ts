import { homedir } from 'node:os';
import { join } from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INode,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { toHandoverError } from '../../handover/errors';
import type { Services } from '../../handover/operations/services';
import { holdServices, keyOf, type HeldServices } from '../open-services';
import { locateStore, type StoreFields, type StoreLocation } from '../store-location';
import type { Listener } from '../warnings';
import { readCredential } from './read-credential';

export const STORE_CREDENTIAL = { type: 'handoverStoreApi', displayName: 'Handover Store API' };

interface NodeContext {
	getNode(): INode;
	logger?: { warn(message: string): void };
	getCredentials(type: string, itemIndex?: number): Promise<ICredentialDataDecryptedObject>;
}

/** For the life of the process: executions come and go by the second. */
const held = new Map<string, Promise<HeldServices>>();

/**
 * The store that the node's credential names, or the one in n8n's own folder.
 * @throws {HandoverError} when it cannot be opened, or the credential is gone; the next call tries again.
 */
export async function openServices(context: NodeContext): Promise<Services> {
	const isChosen = context.getNode().credentials?.[STORE_CREDENTIAL.type];
	const chosen = isChosen ? await readCredential(context, STORE_CREDENTIAL) : undefined;
	const location = locate(chosen);
	const key = keyOf(location);
	const opening = held.get(key) ?? holdServices(location, warnIn(context));
	held.set(key, opening);
	try {
		return (await opening).services;
	} catch (error) {
		held.delete(key);
		throw toHandoverError(error);
	}
}

/** Into n8n's log, which all of its contexts share. */
function warnIn({ logger }: NodeContext): Listener {
	return { warn: (text) => logger?.warn(`Human Handover: ${text}`) };
}

/** The credential's connection test. A file that is not there yet is made: the first node would, too. */
export async function testHandoverStore(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const told = ['The store can be opened.'];
		const { services, release } = await holdServices(locate(credential.data), {
			warn: (text) => told.push(text),
		});
		await services.store.lastEventSeq().finally(release);
		return { status: 'OK', message: told.join(' ') };
	} catch (error) {
		const { code, message } = toHandoverError(error);
		return { status: 'Error', message: `${message} (${code})` };
	}
}

/** A relative path counts from n8n's own folder. */
function locate(fields: StoreFields = {}): StoreLocation {
	return locateStore(fields, join(process.env.N8N_USER_FOLDER || homedir(), '.n8n'));
}

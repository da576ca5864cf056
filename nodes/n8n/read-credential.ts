import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { HandoverError } from '../../handover/errors';
import { isOfN8n } from './node-error';

/** Its name in the editor says more than its type. */
interface CredentialType {
	type: string;
	displayName: string;
}

interface CredentialContext {
	getCredentials(type: string, itemIndex?: number): Promise<ICredentialDataDecryptedObject>;
}

/**
 * The credential that is chosen in the node. n8n's own error for one that is gone has an ID in it and no
 * advice, and must not be quoted where items go on (`node-error.ts`).
 * @throws {HandoverError} `SETTINGS_INVALID`, which says which credential it is and what to do; what is no error of
 * n8n's own, as it is
 */
export async function readCredential(
	context: CredentialContext,
	{ type, displayName }: CredentialType,
	itemIndex?: number,
): Promise<ICredentialDataDecryptedObject> {
	try {
		return await context.getCredentials(type, itemIndex);
	} catch (cause) {
		// A database or a secret store that is away is no credential that is gone: nothing that is chosen mends it.
		throw isOfN8n(cause) ? isGone(displayName, cause) : cause;
	}
}

function isGone(displayName: string, cause: unknown): HandoverError {
	return new HandoverError(
		'SETTINGS_INVALID',
		`The credential "${displayName}" of the node is not there or cannot be read. Choose one that exists and that this workflow may use, or open it and save it once more.`,
		{ cause },
	);
}

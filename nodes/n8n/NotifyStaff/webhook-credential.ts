import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IExecuteFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { toHandoverError } from '../../../handover/errors';
import { DeliveryError } from '../../../handover/jobs/delivery-error';
import { pingWebhook } from '../../../handover/jobs/webhook';
import { sendHttp } from '../../send-http';

export const WEBHOOK_CREDENTIAL = 'handoverWebhookApi';

/** The webhook that the node's credential names, or undefined when it is switched off. */
export async function readWebhook(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<ICredentialDataDecryptedObject | undefined> {
	if (context.getNodeParameter('sendWebhook', itemIndex, false) !== true) return undefined;
	const { url, secret } = await context.getCredentials(WEBHOOK_CREDENTIAL, itemIndex);
	const { id, credentials } = context.getNode();
	return { id: `n8n/${credentials?.[WEBHOOK_CREDENTIAL]?.id ?? id}`, url, secret } as never;
}

/** The credential's connection test: a signed message of the type `webhook.test`. */
export async function testHandoverWebhook(
	this: ICredentialTestFunctions,
	{ id, data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		await pingWebhook({ ...data, id: id || 'new' }, sendHttp, Date.now());
		return { status: 'OK', message: 'The receiver takes our signed messages.' };
	} catch (error) {
		const { code, message } = error instanceof DeliveryError ? error : toHandoverError(error);
		return { status: 'Error', message: `${message} (${code})` };
	}
}

import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IExecuteFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { HandoverError, toHandoverError } from '../../../handover/errors';
import { DeliveryError } from '../../../handover/jobs/delivery-error';
import { pingWebhook } from '../../../handover/jobs/webhook';
import { sendHttp } from '../../send-http';
import { readCredential } from '../read-credential';

const CREDENTIAL = { type: 'handoverWebhookApi', displayName: 'Handover Webhook API' };

/** What the node's switch and credential make of the action. */
interface ChosenWebhook {
	/** Undefined where none is to be sent, or it cannot be read. */
	webhook?: object;
	/** Fails the action, as a wrong secret does: the other actions go on. */
	fields: { webhookFault?: string };
}

export async function readWebhook(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<ChosenWebhook> {
	if (context.getNodeParameter('sendWebhook', itemIndex, false) !== true) return { fields: {} };
	try {
		const { url, secret } = await readCredential(context, CREDENTIAL, itemIndex);
		const { id, credentials } = context.getNode();
		const webhook = { id: `n8n/${credentials?.[CREDENTIAL.type]?.id ?? id}`, url, secret };
		return { webhook, fields: {} };
	} catch (error) {
		// eslint-disable-next-line @n8n/community-nodes/require-node-api-error -- routeItems makes one of it, for its item
		if (!(error instanceof HandoverError)) throw error;
		return { fields: { webhookFault: error.message } };
	}
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

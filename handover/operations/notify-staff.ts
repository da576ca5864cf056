import { HandoverError } from '../errors';
import { parseWebhook } from '../jobs/webhook-settings';
import type { Routed } from './handover-data';
import { performAction, type ActionInput, type ActionOutput } from './perform-action';
import type { Services } from './services';

/**
 * Notify Staff with the webhook of its node: the store learns how to reach it before there is anything
 * to deliver. Settings that are at fault fail the action, as every other field's do.
 * @throws {HandoverError} as {@link performAction}
 */
export async function notifyStaff(
	services: Services,
	input: ActionInput,
	webhook: unknown,
): Promise<Routed<ActionOutput>> {
	const known = webhook === undefined ? {} : await learn(services, webhook);
	const fields = { ...(input.fields as object | undefined), ...known };
	return await performAction(services, 'notifyStaff', { ...input, fields });
}

async function learn(services: Services, webhook: unknown): Promise<object> {
	try {
		return { webhookId: await saveWebhook(services, webhook) };
	} catch (error) {
		if (error instanceof HandoverError && error.code === 'WEBHOOK_INVALID') {
			return { webhookFault: error.message };
		}
		throw error;
	}
}

/**
 * Keeps a webhook's settings where every worker finds them, and returns its id. The same ones again
 * change nothing. @throws {HandoverError} `WEBHOOK_INVALID`, `STORE_*`
 */
export async function saveWebhook({ store, clock }: Services, input: unknown): Promise<string> {
	const { id, url, secret } = parseWebhook(input);
	const saved = await store.readChannel(id);
	if (saved?.url !== url || saved.secret !== secret) {
		await store.saveChannel({ id, url, secret, savedAt: clock.now() });
	}
	return id;
}

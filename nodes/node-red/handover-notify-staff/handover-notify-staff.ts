import type { Node, NodeAPI } from 'node-red';
import { toHandoverError } from '../../../handover/errors';
import { notifyStaff, saveWebhook } from '../../../handover/operations/notify-staff';
import { reportAction } from '../action-outcome';
import type { BotNode } from '../config-nodes';
import { handleInput, type InputNodeDef } from '../handle-input';
import { showError } from '../report-error';

const TYPE = 'handover-notify-staff';

interface NotifyStaffDef extends InputNodeDef {
	onConversationAssigned: boolean;
	onTaskAssigned: boolean;
	sendWebhook?: boolean;
	webhookUrl?: string;
	conversationLink?: string;
}
type NotifyStaffNode = Node<{ webhookSecret?: string }>;

export default (RED: NodeAPI) => {
	function NotifyStaff(this: NotifyStaffNode, def: NotifyStaffDef) {
		RED.nodes.createNode(this, def);
		const { onConversationAssigned, onTaskAssigned, conversationLink = '' } = def;
		const fields = { onConversationAssigned, onTaskAssigned, conversationLink };
		const webhook = webhookOf(this, def);
		if (webhook) learnAtStart(RED, this, def, webhook);
		handleInput(RED, this, def, [], async ({ services, request }) =>
			reportAction(TYPE, await notifyStaff(services, { ...request, fields }, webhook)),
		);
	}
	RED.nodes.registerType<NotifyStaffNode, NotifyStaffDef, unknown, { webhookSecret?: string }>(
		TYPE,
		NotifyStaff,
		{ credentials: { webhookSecret: { type: 'password' } } },
	);
};

function webhookOf(node: NotifyStaffNode, def: NotifyStaffDef): object | undefined {
	if (!def.sendWebhook) return undefined;
	const secret = node.credentials?.webhookSecret ?? '';
	return { id: `node-red/${def.id}`, url: def.webhookUrl, secret };
}

/** So that a repaired webhook also serves what was decided before the deploy. */
function learnAtStart(RED: NodeAPI, node: Node, def: NotifyStaffDef, webhook: object): void {
	const bot = RED.nodes.getNode(def.bot) as BotNode | null;
	void bot
		?.use((services) => saveWebhook(services, webhook))
		.catch((thrown: unknown) => {
			const { code, message } = toHandoverError(thrown);
			showError(node, code);
			if (code === 'WEBHOOK_INVALID') node.error(`${code}: ${message}`);
		});
}

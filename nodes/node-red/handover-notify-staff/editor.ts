import {
	botId,
	botIdType,
	conversationFields,
	conversationId,
	conversationIdType,
} from '../editor/conversation-fields';
import '../editor/dialog-style';
import { doneOrFailed, label, labelStyle, paletteLabel } from '../editor/node-labels';

/** While the dialog is open, what it shows counts. */
function isWebhookOn(node: EditorNode): boolean {
	const shown = $('#node-input-sendWebhook');
	return shown.length
		? shown.is(':checked')
		: Boolean((node as { sendWebhook?: boolean }).sendWebhook);
}

RED.nodes.registerType('handover-notify-staff', {
	category: 'human handover',
	color: '#EBC468',
	icon: 'handover-notify-staff.svg',
	inputs: 1,
	outputs: 2,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		onConversationAssigned: { value: true },
		onTaskAssigned: { value: true },
		sendWebhook: { value: false },
		webhookUrl: {
			value: '',
			validate(value, options) {
				if (!isWebhookOn(this)) return true;
				const text = String(value ?? '').trim();
				// `${NAME}` becomes an environment variable when the flow starts.
				if (text.includes('${') || (/^https?:\/\//.test(text) && URL.canParse(text))) return true;
				return options ? this._('handover-notify-staff.error.webhookUrl') : false;
			},
		},
		conversationLink: { value: '' },
		conversationId,
		conversationIdType,
		botId,
		botIdType,
	},
	credentials: { webhookSecret: { type: 'password' } },
	paletteLabel,
	label,
	labelStyle,
	outputLabels: doneOrFailed,
	oneditprepare() {
		conversationFields();
		// Node-RED takes an empty secret for a new one where it does not know that there was none before.
		this.credentials ??= {};
		this.credentials.has_webhookSecret ??= false;
		const send = $('#node-input-sendWebhook');
		const showFields = () => {
			$('.handover-webhook').toggle(send.is(':checked'));
			$('#node-input-webhookUrl').trigger('change');
		};
		send.on('change', showFields);
		showFields();
	},
});

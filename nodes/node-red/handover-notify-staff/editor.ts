import {
	botId,
	botIdType,
	conversationFields,
	conversationId,
	conversationIdType,
} from '../editor/conversation-fields';
import '../editor/dialog-style';
import { doneOrFailed, label, labelStyle, paletteLabel } from '../editor/node-labels';
import { validPassword } from '../editor/password-field';
import { isWebAddress } from '../editor/web-address';
import { isWebhookSecret } from './webhook-secret';

/** The domain's limit; a test compares them. */
const LONGEST_ADDRESS = 2_000;

/** While the dialog is open, what it shows counts. */
function isWebhookOn(node: EditorNode): boolean {
	const shown = $('#node-input-sendWebhook');
	return shown.length
		? shown.is(':checked')
		: Boolean((node as { sendWebhook?: boolean }).sendWebhook);
}

function isSecret(text: string, node: EditorNode): boolean {
	return !isWebhookOn(node) || isWebhookSecret(text);
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
				if (isWebAddress(value) && String(value).length <= LONGEST_ADDRESS) return true;
				return options ? this._('handover-notify-staff.error.webhookUrl') : false;
			},
		},
		conversationLink: {
			value: '',
			validate(value, options) {
				if (String(value ?? '').length <= LONGEST_ADDRESS) return true;
				return options ? this._('handover-notify-staff.error.conversationLink') : false;
			},
		},
		conversationId,
		conversationIdType,
		botId,
		botIdType,
	},
	credentials: {
		webhookSecret: { type: 'password', validate: validPassword('webhookSecret', isSecret) },
	},
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

import {
	botId,
	botIdType,
	conversationFields,
	conversationId,
	conversationIdType,
} from '../editor/conversation-fields';
import '../editor/dialog-style';
import { messageList, readMessages, type MessageInLanguage } from '../editor/message-list';
import { doneOrFailed, label, labelStyle, paletteLabel } from '../editor/node-labels';
import { isShortEnough } from '../editor/text-length';
import { typedField, validTyped } from '../editor/typed-field';

RED.nodes.registerType('handover-send-closing-message', {
	category: 'human handover',
	color: '#EBC468',
	icon: 'handover-send-closing-message.svg',
	inputs: 1,
	outputs: 2,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		message: {
			value: 'Thank you! Someone from the team will get back to you.',
			validate: validTyped('message', { constant: { type: 'str', isValid: isShortEnough } }),
		},
		messageType: { value: 'str' },
		messages: {
			value: [] as MessageInLanguage[],
			validate(value, options) {
				const messages = (value ?? []) as MessageInLanguage[];
				const isLong = messages.some(({ text = '' }) => !isShortEnough(text));
				if (!isLong && messages.every(({ language }) => language)) return true;
				const fault = isLong ? 'message' : 'messages';
				return options ? this._(`handover-send-closing-message.error.${fault}`) : false;
			},
		},
		conversationId,
		conversationIdType,
		botId,
		botIdType,
	},
	paletteLabel,
	label,
	labelStyle,
	outputLabels: doneOrFailed,
	oneditprepare() {
		conversationFields();
		typedField('message');
		messageList($('#node-input-messages-list'), this.messages, {
			language: this._('handover-send-closing-message.label.language'),
			text: this._('handover-send-closing-message.label.text'),
			add: this._('handover-send-closing-message.label.add'),
			remove: this._('handover-send-closing-message.label.remove'),
		});
	},
	oneditsave() {
		this.messages = readMessages($('#node-input-messages-list'));
	},
});

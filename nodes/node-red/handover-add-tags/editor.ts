import {
	botId,
	botIdType,
	conversationFields,
	conversationId,
	conversationIdType,
} from '../editor/conversation-fields';
import '../editor/dialog-style';
import { doneOrFailed, label, labelStyle, paletteLabel } from '../editor/node-labels';
import { areTags } from '../editor/tags';
import { typedField, validTyped } from '../editor/typed-field';

RED.nodes.registerType('handover-add-tags', {
	category: 'human handover',
	color: '#EBC468',
	icon: 'handover-add-tags.svg',
	inputs: 1,
	outputs: 2,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		tags: {
			value: 'human_handover',
			validate: validTyped('tags', { required: true, constant: { type: 'str', isValid: areTags } }),
		},
		tagsType: { value: 'str' },
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
		typedField('tags');
	},
});

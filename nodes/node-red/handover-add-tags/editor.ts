import { conversationFields } from '../editor/conversation-fields';
import '../editor/dialog-style';
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
		tags: { value: 'human_handover', validate: validTyped('tags', { required: true }) },
		tagsType: { value: 'str' },
		conversationId: {
			value: 'handover.conversationId',
			validate: validTyped('conversationId', { required: true }),
		},
		conversationIdType: { value: 'msg' },
		botId: { value: 'handover.botId', validate: validTyped('botId') },
		botIdType: { value: 'msg' },
	},
	paletteLabel() {
		return this._('handover-add-tags.title');
	},
	label() {
		return this.name || this._('handover-add-tags.title');
	},
	labelStyle() {
		return this.name ? 'red-ui-flow-node-label-italic' : '';
	},
	outputLabels(index) {
		return this._(`handover-add-tags.output.${index === 0 ? 'done' : 'failed'}`);
	},
	oneditprepare() {
		conversationFields();
		typedField('tags');
	},
});

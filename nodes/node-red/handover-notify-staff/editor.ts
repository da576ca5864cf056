import { conversationFields } from '../editor/conversation-fields';
import '../editor/dialog-style';
import { validTyped } from '../editor/typed-field';

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
		conversationId: {
			value: 'handover.conversationId',
			validate: validTyped('conversationId', { required: true }),
		},
		conversationIdType: { value: 'msg' },
		botId: { value: 'handover.botId', validate: validTyped('botId') },
		botIdType: { value: 'msg' },
	},
	paletteLabel() {
		return this._('handover-notify-staff.title');
	},
	label() {
		return this.name || this._('handover-notify-staff.title');
	},
	labelStyle() {
		return this.name ? 'red-ui-flow-node-label-italic' : '';
	},
	outputLabels(index) {
		return this._(`handover-notify-staff.output.${index === 0 ? 'done' : 'failed'}`);
	},
	oneditprepare() {
		conversationFields();
	},
});

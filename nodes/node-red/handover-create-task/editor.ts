import { conversationFields } from '../editor/conversation-fields';
import '../editor/dialog-style';
import { durationField, validDuration } from '../editor/duration';
import { typedField, validTyped } from '../editor/typed-field';

RED.nodes.registerType('handover-create-task', {
	category: 'human handover',
	color: '#EBC468',
	icon: 'handover-create-task.svg',
	inputs: 1,
	outputs: 2,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		description: { value: 'Will be created by AI', validate: validTyped('description') },
		descriptionType: { value: 'str' },
		dueIn: {
			value: '24',
			validate: validDuration('dueIn', { unit: 'dueUnit', zero: true, mostDays: 365 }),
		},
		dueInType: { value: 'num' },
		dueUnit: { value: 'hours' },
		conversationId: {
			value: 'handover.conversationId',
			validate: validTyped('conversationId', { required: true }),
		},
		conversationIdType: { value: 'msg' },
		botId: { value: 'handover.botId', validate: validTyped('botId') },
		botIdType: { value: 'msg' },
	},
	paletteLabel() {
		return this._('handover-create-task.title');
	},
	label() {
		return this.name || this._('handover-create-task.title');
	},
	labelStyle() {
		return this.name ? 'red-ui-flow-node-label-italic' : '';
	},
	outputLabels(index) {
		return this._(`handover-create-task.output.${index === 0 ? 'done' : 'failed'}`);
	},
	oneditprepare() {
		conversationFields();
		typedField('description');
		durationField('dueIn');
	},
});

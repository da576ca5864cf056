import { conversationFields } from '../editor/conversation-fields';
import '../editor/dialog-style';
import { labelStyle, paletteLabel } from '../editor/node-labels';
import { BOOLEAN, shownOrSaved, TEXT, typedField, validTyped } from '../editor/typed-field';

const isText = validTyped('text', { required: true });
const isTaskId = validTyped('taskId');
const isOneTaskId = validTyped('taskId', { required: true });
const isConversationId = validTyped('conversationId', { required: true });

/** Which operations need which part of the dialog. */
const PARTS = {
	reply: ['recordHumanReply'],
	staff: ['recordHumanReply', 'accept', 'completeTasks', 'setAvailability'],
	task: ['completeTasks'],
	availability: ['setAvailability'],
	erase: ['erase'],
};

/** All open tasks or one, chosen here or by the message. */
function whichTypes(node: EditorNode) {
	const options = ['allOpen', 'one'].map((value) => ({
		value,
		label: node._(`${node.type}.which.${value}`),
	}));
	return [{ value: 'which', label: node._(`${node.type}.label.which`), options }, ...TEXT];
}

RED.nodes.registerType('handover-conversation', {
	category: 'human handover',
	color: '#86C6B6',
	icon: 'handover-conversation.svg',
	inputs: 1,
	outputs: 1,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		operation: { value: 'get' },
		conversationId: {
			value: 'payload.conversationId',
			validate(value, options) {
				if (shownOrSaved(this, 'operation') === 'setAvailability') return true;
				return isConversationId.call(this, value, options);
			},
		},
		conversationIdType: { value: 'msg' },
		text: {
			value: 'payload.text',
			validate(value, options) {
				if (shownOrSaved(this, 'operation') !== 'recordHumanReply') return true;
				return isText.call(this, value, options);
			},
		},
		textType: { value: 'msg' },
		messageId: { value: 'payload.messageId', validate: validTyped('messageId') },
		messageIdType: { value: 'msg' },
		staffId: { value: 'payload.staffId', validate: validTyped('staffId') },
		staffIdType: { value: 'msg' },
		which: { value: 'allOpen' },
		whichType: { value: 'which' },
		taskId: {
			value: 'payload.taskId',
			validate(value, options) {
				const isOne = shownOrSaved(this, 'which') === 'one';
				return (isOne ? isOneTaskId : isTaskId).call(this, value, options);
			},
		},
		taskIdType: { value: 'msg' },
		available: { value: 'true', validate: validTyped('available') },
		availableType: { value: 'bool' },
		botId: { value: 'payload.botId', validate: validTyped('botId') },
		botIdType: { value: 'msg' },
	},
	paletteLabel,
	labelStyle,
	label() {
		return this.name || this._(`handover-conversation.operation.${this.operation}`);
	},
	outputLabels() {
		return this._('handover-conversation.output.done');
	},
	oneditprepare() {
		conversationFields();
		for (const name of ['text', 'messageId', 'staffId', 'taskId']) typedField(name);
		typedField('which', whichTypes(this));
		typedField('available', BOOLEAN);
		const operation = $('#node-input-operation');
		const showFields = () => {
			const chosen = String(operation.val());
			for (const [part, operations] of Object.entries(PARTS)) {
				$(`.handover-${part}`).toggle(operations.includes(chosen));
			}
			$('.handover-conversation').toggle(chosen !== 'setAvailability');
		};
		operation.on('change', showFields);
		showFields();
	},
});

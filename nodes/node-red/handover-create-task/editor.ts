import {
	botId,
	botIdType,
	conversationFields,
	conversationId,
	conversationIdType,
} from '../editor/conversation-fields';
import '../editor/dialog-style';
import { durationField, validDuration } from '../editor/duration';
import { doneOrFailed, label, labelStyle, paletteLabel } from '../editor/node-labels';
import { isShortEnough } from '../editor/text-length';
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
		description: {
			value: 'Will be created by AI',
			validate: validTyped('description', { constant: { type: 'str', isValid: isShortEnough } }),
		},
		descriptionType: { value: 'str' },
		dueIn: {
			value: '24',
			validate: validDuration('dueIn', { unit: 'dueUnit', zero: true, mostDays: 365 }),
		},
		dueInType: { value: 'num' },
		dueUnit: { value: 'hours' },
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
		typedField('description');
		durationField('dueIn');
	},
});

import {
	botId,
	botIdType,
	conversationFields,
	conversationId,
	conversationIdType,
} from '../editor/conversation-fields';
import '../editor/dialog-style';
import { label, labelStyle, paletteLabel } from '../editor/node-labels';
import { NUMBER, shownOrSaved, typedField, validTyped } from '../editor/typed-field';

const OUTPUTS = ['tryAgain', 'failedToResolve'];
const isTyped = validTyped('threshold', { required: true });

RED.nodes.registerType('handover-failure-counter', {
	category: 'human handover',
	color: '#86C6B6',
	icon: 'handover-failure-counter.svg',
	inputs: 1,
	outputs: 2,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		threshold: {
			value: '2',
			validate(value, options) {
				const type = shownOrSaved(this, 'thresholdType');
				if (type !== 'num') return isTyped.call(this, value, options);
				const number = Number(value);
				if (value !== '' && Number.isInteger(number) && number >= 1 && number <= 10) return true;
				return options ? this._('handover-failure-counter.error.threshold') : false;
			},
		},
		thresholdType: { value: 'num' },
		conversationId,
		conversationIdType,
		botId,
		botIdType,
	},
	paletteLabel,
	label,
	labelStyle,
	outputLabels(index) {
		return this._(`handover-failure-counter.output.${OUTPUTS[index]}`);
	},
	oneditprepare() {
		conversationFields();
		typedField('threshold', NUMBER);
	},
});

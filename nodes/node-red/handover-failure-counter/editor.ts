import { CARRIED_CONVERSATION, conversationFields } from '../editor/conversation-fields';
import '../editor/dialog-style';
import { NODE_LABELS } from '../editor/node-labels';
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
		...CARRIED_CONVERSATION,
	},
	...NODE_LABELS,
	outputLabels(index) {
		return this._(`handover-failure-counter.output.${OUTPUTS[index]}`);
	},
	oneditprepare() {
		conversationFields();
		typedField('threshold', NUMBER);
	},
});

import { CARRIED_CONVERSATION, conversationFields } from '../editor/conversation-fields';
import '../editor/dialog-style';
import { ACTION_LABELS } from '../editor/node-labels';
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
		...CARRIED_CONVERSATION,
	},
	...ACTION_LABELS,
	oneditprepare() {
		conversationFields();
		typedField('tags');
	},
});

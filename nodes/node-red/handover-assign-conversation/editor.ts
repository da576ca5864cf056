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
import { shownOrSaved, TEXT, typedField, validTyped } from '../editor/typed-field';

const isStaffId = validTyped('staffId', { required: true });

/** The bot's own staff to choose from, or an id that comes with the message. */
function staffTypes(node: EditorNode, bot: JQuery) {
	const config = RED.nodes.node(String(bot.val() ?? '')) as Bot | null;
	const staff = (config?.staff ?? []).map(({ id, name }) => ({ value: id || name, label: name }));
	// Without it the first of them would be chosen by merely opening the dialog.
	const nobody = { value: '', label: node._(`${node.type}.label.choose`) };
	const options = [nobody, ...staff];
	return [{ value: 'staff', label: node._(`${node.type}.label.staff`), options }, ...TEXT];
}

interface Bot extends EditorNode {
	staff: Array<{ id: string; name: string }>;
}

RED.nodes.registerType('handover-assign-conversation', {
	category: 'human handover',
	color: '#EBC468',
	icon: 'handover-assign-conversation.svg',
	inputs: 1,
	outputs: 2,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		assignTo: { value: 'auto' },
		staffId: {
			value: '',
			validate(value, options) {
				if (shownOrSaved(this, 'assignTo') !== 'staffMember') return true;
				return isStaffId.call(this, value, options);
			},
		},
		staffIdType: { value: 'staff' },
		keepCurrentAssignee: { value: true },
		rule: { value: 'roundRobin' },
		acceptWithin: {
			value: '10',
			validate: validDuration('acceptWithin', { unit: 'acceptUnit', zero: true, mostDays: 30 }),
		},
		acceptWithinType: { value: 'num' },
		acceptUnit: { value: 'minutes' },
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
		durationField('acceptWithin');
		const bot = $('#node-input-bot');
		const offerStaff = () => $('#node-input-staffId').typedInput('types', staffTypes(this, bot));
		typedField('staffId', staffTypes(this, bot));
		bot.on('change', offerStaff);
		const assignTo = $('#node-input-assignTo');
		const showFields = () => {
			$('.handover-staff-member').toggle(assignTo.val() === 'staffMember');
			$('.handover-auto').toggle(assignTo.val() === 'auto');
		};
		assignTo.on('change', showFields);
		showFields();
	},
});

import {
	botId,
	botIdType,
	conversationFields,
	conversationId,
	conversationIdType,
} from '../editor/conversation-fields';
import '../editor/dialog-style';
import { durationField, validDuration } from '../editor/duration';
import { doneOrFailed, labelStyle, paletteLabel } from '../editor/node-labels';
import { shownOrSaved } from '../editor/typed-field';

const isDuration = validDuration('pauseFor', { unit: 'pauseUnit', zero: false, mostDays: 30 });

function waitsForResume(node: EditorNode): boolean {
	const shown = $('#node-input-untilResumed');
	if (shown.length) return Boolean(shown.prop('checked'));
	return (node as EditorNode & { untilResumed?: boolean }).untilResumed === true;
}

RED.nodes.registerType('handover-pause-bot', {
	category: 'human handover',
	color: '#EBC468',
	icon: 'handover-pause-bot.svg',
	inputs: 1,
	outputs: 2,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		operation: { value: 'pause' },
		pauseFor: {
			value: '24',
			validate(value, options) {
				if (shownOrSaved(this, 'operation') === 'resume' || waitsForResume(this)) return true;
				return isDuration.call(this, value, options);
			},
		},
		pauseForType: { value: 'num' },
		pauseUnit: { value: 'hours' },
		untilResumed: { value: false },
		conversationId,
		conversationIdType,
		botId,
		botIdType,
	},
	paletteLabel,
	labelStyle,
	outputLabels: doneOrFailed,
	label() {
		return this.name || this._(`handover-pause-bot.operation.${this.operation}`);
	},
	oneditprepare() {
		conversationFields();
		durationField('pauseFor');
		const operation = $('#node-input-operation');
		const untilResumed = $('#node-input-untilResumed');
		const showFields = () => {
			const pauses = operation.val() === 'pause';
			$('.handover-pause').toggle(pauses);
			$('.handover-timed').toggle(pauses && !untilResumed.prop('checked'));
		};
		operation.on('change', showFields);
		untilResumed.on('change', showFields);
		showFields();
	},
});

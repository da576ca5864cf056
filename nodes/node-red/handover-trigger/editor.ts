import { EVENT_TYPES } from '../../../handover/stores/records';
import '../editor/dialog-style';
import { labelStyle, paletteLabel } from '../editor/node-labels';

RED.nodes.registerType('handover-trigger', {
	category: 'human handover',
	color: '#86C6B6',
	icon: 'handover-trigger.svg',
	inputs: 0,
	outputs: 1,
	defaults: {
		name: { value: '' },
		store: { value: '', type: 'handover-store', required: true },
		bot: { value: '', type: 'handover-bot', required: false },
		events: { value: [] as string[] },
	},
	paletteLabel,
	labelStyle,
	label() {
		if (this.name) return this.name;
		const [only, ...others] = this.events;
		return only && !others.length ? only : this._('handover-trigger.title');
	},
	outputLabels() {
		return this._('handover-trigger.output.event');
	},
	oneditprepare() {
		const list = $('#handover-events');
		for (const type of EVENT_TYPES) {
			const box = $('<input>', { type: 'checkbox', value: type });
			box.prop('checked', this.events.includes(type));
			$('<label>').append(box, document.createTextNode(type)).appendTo(list);
		}
	},
	oneditsave() {
		this.events = $('#handover-events input:checked')
			.toArray()
			.map((box) => (box as HTMLInputElement).value);
	},
});

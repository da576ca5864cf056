import { conversationFields } from '../editor/conversation-fields';
import '../editor/dialog-style';
import { labelStyle, paletteLabel } from '../editor/node-labels';
import { outputsValue } from '../editor/rewire-outputs';
import { typedField, validTyped } from '../editor/typed-field';

const OUTPUTS: Record<string, string[]> = {
	receiveMessage: ['bot', 'human', 'duplicate'],
	beforeReply: ['send', 'drop'],
};

/** Where the values usually are, in a request that comes in and in a bot's answer that goes out. */
const USUAL: Record<string, Record<string, string>> = {
	receiveMessage: {
		conversationId: 'payload.conversationId',
		botId: 'payload.botId',
		text: 'payload.text',
	},
	beforeReply: {
		conversationId: 'handover.conversationId',
		botId: 'handover.botId',
		text: 'payload',
	},
};

function outputsOf(operation: string): string[] {
	return OUTPUTS[operation] ?? OUTPUTS['receiveMessage']!;
}

function validWhole(property: string, least: number, most: number): Validator {
	return function (value, options) {
		const number = Number(value);
		if (value === '' || (Number.isInteger(number) && number >= least && number <= most))
			return true;
		return options ? this._(`handover-gate.error.${property}`) : false;
	};
}

/** A node that was saved before there was such a field has none, which is the default. */
function validSeconds(property: string, most: number): Validator {
	return function (value, options) {
		const seconds = Number(value ?? '');
		if (seconds >= 0 && seconds <= most) return true;
		return options ? this._(`handover-gate.error.${property}`) : false;
	};
}

/** A field that the builder has not touched follows the operation. */
function showOperation(operation: string, before: string): void {
	$('.handover-receive').toggle(operation === 'receiveMessage');
	for (const [name, path] of Object.entries(USUAL[operation] ?? {})) {
		const field = $(`#node-input-${name}`);
		const untouched =
			field.typedInput('type') === 'msg' && field.typedInput('value') === USUAL[before]?.[name];
		if (untouched) field.typedInput('value', path);
	}
}

RED.nodes.registerType('handover-gate', {
	category: 'human handover',
	color: '#86C6B6',
	icon: 'handover-gate.svg',
	inputs: 1,
	outputs: 3,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		operation: { value: 'receiveMessage' },
		conversationId: {
			value: 'payload.conversationId',
			validate: validTyped('conversationId', { required: true }),
		},
		conversationIdType: { value: 'msg' },
		messageId: { value: 'payload.messageId', validate: validTyped('messageId') },
		messageIdType: { value: 'msg' },
		text: { value: 'payload.text', validate: validTyped('text', { required: true }) },
		textType: { value: 'msg' },
		contactId: { value: 'payload.contact.id', validate: validTyped('contactId') },
		contactIdType: { value: 'msg' },
		contactName: { value: 'payload.contact.name', validate: validTyped('contactName') },
		contactNameType: { value: 'msg' },
		contactEmail: { value: 'payload.contact.email', validate: validTyped('contactEmail') },
		contactEmailType: { value: 'msg' },
		contactLanguage: { value: 'payload.contact.language', validate: validTyped('contactLanguage') },
		contactLanguageType: { value: 'msg' },
		burstWindow: { value: 0, validate: validSeconds('burstWindow', 30) },
		orderPatience: { value: 10, validate: validSeconds('orderPatience', 120) },
		answerWithin: { value: 0, validate: validSeconds('answerWithin', 600) },
		keepMessages: { value: 200, validate: validWhole('keepMessages', 2, 10_000) },
		keepDays: { value: 90, validate: validWhole('keepDays', 1, 3650) },
		botId: { value: 'payload.botId', validate: validTyped('botId') },
		botIdType: { value: 'msg' },
		outputs: { value: 3 },
	},
	paletteLabel,
	labelStyle,
	label() {
		return this.name || this._(`handover-gate.operation.${this.operation}`);
	},
	outputLabels(index) {
		return this._(`handover-gate.output.${outputsOf(this.operation)[index]}`);
	},
	oneditprepare() {
		conversationFields();
		// A node that was saved before there were these fields has their defaults.
		if (this.orderPatience === undefined) $('#node-input-orderPatience').val(10);
		if (this.burstWindow === undefined) $('#node-input-burstWindow').val(0);
		if (this.answerWithin === undefined) $('#node-input-answerWithin').val(0);
		for (const name of ['messageId', 'text']) typedField(name);
		for (const name of ['contactId', 'contactName', 'contactEmail', 'contactLanguage']) {
			typedField(name);
		}
		let shown = this.operation;
		$('#node-input-operation').on('change', function () {
			const operation = String($(this).val());
			showOperation(operation, shown);
			shown = operation;
		});
		showOperation(shown, shown);
	},
	oneditsave() {
		const after = outputsOf(String($('#node-input-operation').val()));
		$('#node-input-outputs').val(outputsValue(outputsOf(this.operation), after));
	},
});

import type { Judge } from '../../../handover/operations/classify-turn';
import { conversationFields } from '../editor/conversation-fields';
import '../editor/dialog-style';
import { validNumber } from '../editor/number-field';
import { outputsValue } from '../editor/rewire-outputs';
import { tryIt } from '../editor/try-it/try-it';
import { BOOLEAN, NUMBER, shownOrSaved, typedField, validTyped } from '../editor/typed-field';
import { customScenariosOf, followBots, scenariosOf } from './follow-bots';

const BUILT_IN = ['continue', 'contactRequest', 'lackOfInformation', 'failedAttempt'];

RED.nodes.registerType('handover-classifier', {
	category: 'human handover',
	color: '#86C6B6',
	icon: 'handover-classifier.svg',
	inputs: 1,
	outputs: 4,
	defaults: {
		name: { value: '' },
		bot: { value: '', type: 'handover-bot', required: true },
		judge: { value: 'contactMessage' },
		draft: { value: 'payload', validate: validTyped('draft', { required: true }) },
		draftType: { value: 'msg' },
		botFailed: { value: 'false', validate: validTyped('botFailed') },
		botFailedType: { value: 'bool' },
		retrievalScore: { value: '', validate: validTyped('retrievalScore') },
		retrievalScoreType: { value: 'num' },
		model: { value: '', type: 'handover-model', required: false },
		mode: { value: 'cascade' },
		unsureFrom: { value: '0.15', validate: validNumber('unsureFrom', { least: 0, most: 1 }) },
		unsureTo: {
			value: '0.85',
			validate(value, options) {
				const least = Number(shownOrSaved(this, 'unsureFrom'));
				return validNumber('unsureTo', { least, most: 1 }).call(this, value, options);
			},
		},
		conversationId: {
			value: 'handover.conversationId',
			validate: validTyped('conversationId', { required: true }),
		},
		conversationIdType: { value: 'msg' },
		botId: { value: 'handover.botId', validate: validTyped('botId') },
		botIdType: { value: 'msg' },
		customScenarios: { value: [] as string[] },
		outputs: { value: 4 },
	},
	paletteLabel() {
		return this._('handover-classifier.title');
	},
	label() {
		return this.name || this._('handover-classifier.title');
	},
	labelStyle() {
		return this.name ? 'red-ui-flow-node-label-italic' : '';
	},
	outputLabels(index) {
		const builtIn = BUILT_IN[index];
		return builtIn
			? this._(`handover-classifier.output.${builtIn}`)
			: this.customScenarios[index - BUILT_IN.length];
	},
	oneditprepare() {
		conversationFields();
		typedField('draft');
		typedField('botFailed', BOOLEAN);
		typedField('retrievalScore', NUMBER);
		const judge = $('#node-input-judge');
		const showDraft = () => $('.handover-draft').toggle(judge.val() !== 'contactMessage');
		judge.on('change', showDraft);
		showDraft();
		const model = $('#node-input-model');
		const showMode = () => $('.handover-with-model').toggle(isChosen(model.val()));
		model.on('change', showMode);
		showMode();
		$('.handover-edit-scenarios').on('click', () =>
			RED.editor.editConfig(
				'bot',
				'handover-bot',
				String($('#node-input-bot').val()),
				'node-input',
				this,
			),
		);
		tryHere();
	},
	oneditcancel: () => stopTrying(),
	oneditsave() {
		stopTrying();
		const before = outputsWith(this.customScenarios);
		this.customScenarios = customScenariosOf(String($('#node-input-bot').val()));
		$('#node-input-outputs').val(outputsValue(before, outputsWith(this.customScenarios)));
	},
});

followBots(BUILT_IN.length);

/** A custom scenario may be called as a built-in output is. */
function outputsWith(customScenarios: readonly string[]): string[] {
	return [...BUILT_IN, ...customScenarios.map((name) => `custom ${name}`)];
}

let stopTrying: () => void = () => undefined;

/** Judges again when something in the dialog changes, or a bot in the dialog that was opened from it. */
function tryHere(): void {
	const bot = $('#node-input-bot');
	const judge = $('#node-input-judge');
	const model = $('#node-input-model');
	const mode = $('#node-input-mode');
	const form = bot.closest('.handover-form');
	const { refresh } = tryIt({
		place: form.find('.handover-try'),
		warnings: form.find('.handover-overlaps'),
		scenarios: () => scenariosOf(String(bot.val())),
		judge: () => String(judge.val()) as Judge,
		asksModel: () => isChosen(model.val()) && mode.val() !== 'builtIn',
	});
	bot.add(judge).add(model).add(mode).on('change', refresh);
	RED.events.on('nodes:change', refresh);
	stopTrying = () => RED.events.off('nodes:change', refresh);
}

/** The editor calls "none" and "add new" by names of its own. */
function isChosen(configNode: unknown): boolean {
	return !['', '_ADD_', '__NONE__'].includes(String(configNode ?? ''));
}

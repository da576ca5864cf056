import type { Judge } from '../../../handover/operations/classify-turn';
import {
	botId,
	botIdType,
	conversationFields,
	conversationId,
	conversationIdType,
} from '../editor/conversation-fields';
import '../editor/dialog-style';
import { label, labelStyle, paletteLabel } from '../editor/node-labels';
import { validNumber } from '../editor/number-field';
import { outputsValue } from '../editor/rewire-outputs';
import { tryIt } from '../editor/try-it/try-it';
import { BOOLEAN, NUMBER, shownOrSaved, typedField, validTyped } from '../editor/typed-field';
import { chosenBot, variableOf } from './chosen-bot';
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
		retrievalScore: {
			value: '',
			validate: validTyped('retrievalScore', { constant: { type: 'num', isValid: isScore } }),
		},
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
		conversationId,
		conversationIdType,
		botId,
		botIdType,
		customScenarios: { value: [] as string[] },
		outputs: { value: 4 },
	},
	paletteLabel,
	label,
	labelStyle,
	outputLabels(index) {
		const builtIn = BUILT_IN[index];
		return builtIn
			? this._(`handover-classifier.output.${builtIn}`)
			: this.customScenarios?.[index - BUILT_IN.length];
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
		editScenarios(this);
		tryHere(this.z);
	},
	oneditcancel: () => stopTrying(),
	oneditsave() {
		stopTrying();
		const chosen = String($('#node-input-bot').val());
		const bot = chosenBot(chosen, this.z);
		// Which scenarios there are, each use of the subflow says: what is wired stays.
		if (!bot && variableOf(chosen)) return;
		const before = outputsWith(this.customScenarios ?? []);
		this.customScenarios = customScenariosOf(bot);
		$('#node-input-outputs').val(outputsValue(before, outputsWith(this.customScenarios)));
	},
});

/** A blank field says that nothing was searched. */
function isScore(value: string): boolean {
	return value.trim() !== '' && Number(value) >= 0 && Number(value) <= 1;
}

followBots(BUILT_IN.length);

/** A custom scenario may be called as a built-in output is. */
function outputsWith(customScenarios: readonly string[]): string[] {
	return [...BUILT_IN, ...customScenarios.map((name) => `custom ${name}`)];
}

/** Has the button open the chosen bot, or a new one where none is; or says which one cannot be known here. */
function editScenarios(classifier: EditorNode): void {
	const field = $('#node-input-bot');
	const chosen = () => String(field.val());
	const button = $('.handover-edit-scenarios').on('click', () => {
		const bot = chosenBot(chosen(), classifier.z);
		// The field goes on to name the variable.
		if (bot && variableOf(chosen())) RED.editor.editConfig('', bot.type, bot.id);
		else RED.editor.editConfig('bot', 'handover-bot', bot?.id ?? '_ADD_', 'node-input', classifier);
	});
	const show = () => {
		const name = variableOf(chosen());
		const isOpen = name !== undefined && !chosenBot(chosen(), classifier.z);
		button.prop('disabled', isOpen).toggleClass('disabled', isOpen);
		$('.handover-env-bot')
			.toggle(isOpen)
			.text(classifier._('handover-classifier.hint.envBot', { name: name ?? '' }));
	};
	field.on('change', show);
	show();
}

let stopTrying: () => void = () => undefined;

/** Judges again when something in the dialog changes, or a bot in the dialog that was opened from it. */
function tryHere(z: string): void {
	const bot = $('#node-input-bot');
	const judge = $('#node-input-judge');
	const model = $('#node-input-model');
	const mode = $('#node-input-mode');
	const form = bot.closest('.handover-form');
	const { refresh } = tryIt({
		place: form.find('.handover-try'),
		warnings: form.find('.handover-overlaps'),
		scenarios: () => scenariosOf(chosenBot(String(bot.val()), z)),
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

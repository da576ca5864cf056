import type { Judge } from '../../../../handover/operations/classify-turn';
import { tryItText } from './texts';

/** What is tried, as the fields stand. */
export interface TrialTexts {
	message: string;
	lastAnswer: string;
	earlierMessage: string;
	draft: string;
}

export interface TrialFields {
	inputs: JQuery;
	/** Leaves the fields that the dialog judges by. */
	show(judge: Judge): void;
	texts(): TrialTexts;
	/** The flow's own word on the draft. */
	flow(): { botFailed: boolean; retrievalScore: string };
}

export function trialFields(place: JQuery): TrialFields {
	const texts = {
		message: textField(place, 'message'),
		lastAnswer: textField(place, 'lastAnswer'),
		earlierMessage: textField(place, 'earlierMessage'),
		draft: textField(place, 'draft'),
	};
	const row = $('<div>', { class: 'form-row' });
	const id = nextId();
	const score = $('<input>', { type: 'number', min: 0, max: 1, step: 0.05, id })
		.attr('placeholder', tryItText('placeholder.retrievalScore'))
		.addClass('handover-try-score');
	const failed = $('<input>', { type: 'checkbox', id: nextId(), class: 'handover-try-failed' });
	const failedLabel = $('<label>', { for: failed.attr('id'), text: tryItText('label.botFailed') });
	row.append($('<label>', { for: id, text: tryItText('label.retrievalScore') }), score, failed);
	row.append(failedLabel.addClass('handover-check')).appendTo(place);
	const ofDraft = texts.draft.closest('.form-row').add(row);
	return {
		inputs: $(Object.values(texts).flatMap((input) => input.toArray()))
			.add(score)
			.add(failed),
		show: (judge) => void ofDraft.toggle(judge !== 'contactMessage'),
		texts: () => ({
			message: textOf(texts.message),
			lastAnswer: textOf(texts.lastAnswer),
			earlierMessage: textOf(texts.earlierMessage),
			draft: textOf(texts.draft),
		}),
		flow: () => ({
			botFailed: Boolean(failed.prop('checked')),
			retrievalScore: textOf(score),
		}),
	};
}

function textField(place: JQuery, name: keyof TrialTexts): JQuery {
	const id = nextId();
	const input = $('<input>', { type: 'text', id, placeholder: tryItText(`placeholder.${name}`) });
	const label = $('<label>', { for: id, text: tryItText(`label.${name}`) });
	$('<div>', { class: 'form-row' }).append(label, input).appendTo(place);
	return input.attr('autocomplete', 'off').addClass(`handover-try-${name}`);
}

let lastId = 0;

function nextId(): string {
	return `handover-try-${(lastId += 1)}`;
}

function textOf(input: JQuery): string {
	return String(input.val() ?? '');
}

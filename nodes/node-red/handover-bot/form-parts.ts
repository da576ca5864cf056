/** The small parts that the scenario's settings are made of. */

export type Translate = (key: string, values?: Record<string, string | number>) => string;

export function labelled(parent: JQuery, label: string, ...parts: JQuery[]): JQuery {
	const row = $('<div>', { class: 'handover-row' }).appendTo(parent);
	const id = `handover-field-${(lastId += 1)}`;
	parts[0]?.attr('id', id);
	return row.append($('<label>', { text: label, for: id }), ...parts);
}

let lastId = 0;

/** A row below another one, with what belongs to the choice made there. */
export function more(parent: JQuery, ...parts: JQuery[]): JQuery {
	return $('<div>', { class: 'handover-row handover-more' })
		.append(...parts)
		.appendTo(parent);
}

export function textInput(placeholder: string, value: string): JQuery {
	return $('<input>', { type: 'text', placeholder, 'aria-label': placeholder }).val(value);
}

export function textArea(placeholder: string, value: string, rows: number): JQuery {
	return $('<textarea>', { placeholder, rows, 'aria-label': placeholder }).val(value);
}

export function amountInput(placeholder: string, value: number | undefined): JQuery {
	return $('<input>', { type: 'number', min: 0, step: 'any', placeholder })
		.attr('aria-label', placeholder)
		.val(value ?? '');
}

export function choice(options: Array<[value: string, label: string]>, chosen: string): JQuery {
	const select = $('<select>');
	for (const [value, text] of options) $('<option>', { value, text }).appendTo(select);
	return select.val(chosen);
}

export function unitChoice(chosen: string | undefined, translate: Translate): JQuery {
	const units = ['minutes', 'hours', 'days'].map((unit): [string, string] => [
		unit,
		translate(`unit.${unit}`),
	]);
	return choice(units, chosen ?? 'hours').addClass('handover-unit');
}

/** Shows and hides what is folded away in `body`, which it hides at first. */
export function foldButton(body: JQuery, label: string): JQuery {
	const button = $('<button>', {
		type: 'button',
		class: 'red-ui-button red-ui-button-small handover-fold',
	});
	const icon = $('<i>').appendTo(button);
	const show = (shown: boolean) => {
		body.toggle(shown);
		icon.attr('class', `fa fa-chevron-${shown ? 'down' : 'right'}`);
		button.attr('aria-expanded', String(shown));
	};
	show(false);
	button.on('click', () => show(button.attr('aria-expanded') !== 'true'));
	return ofEntry(button, label);
}

/** Has the list call it by this label and the name of its entry; see `entryList`. */
export function ofEntry(part: JQuery, label: string): JQuery {
	return part.attr('data-entry-label', label);
}

export function valueOf(input: JQuery): string {
	return String(input.val() ?? '').trim();
}

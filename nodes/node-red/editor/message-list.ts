import { entryList } from './entry-list';

export interface MessageInLanguage {
	language: string;
	text: string;
}

interface Labels {
	language: string;
	text: string;
	add: string;
	remove: string;
}

/** A list of one text per language: BCP 47 tag, text. */
export function messageList(list: JQuery, messages: MessageInLanguage[], labels: Labels): void {
	list.addClass('handover-messages').editableList({
		addButton: labels.add,
		removable: true,
		height: 'auto',
		addItem(row: JQuery, _index: number, message: Partial<MessageInLanguage>) {
			const line = $('<div>', { class: 'handover-row' }).css('margin', 0).appendTo(row);
			$('<input>', { type: 'text', class: 'handover-language', placeholder: labels.language })
				.attr('style', 'flex: 0 0 80px')
				.val(message.language ?? '')
				.appendTo(line);
			$('<input>', { type: 'text', class: 'handover-text', placeholder: labels.text })
				.val(message.text ?? '')
				.appendTo(line);
			entries.added(row);
		},
	});
	const entries = entryList(list, {
		nameOf: (row) => textOf(row, '.handover-language'),
		remove: labels.remove,
	});
	for (const message of messages) list.editableList('addItem', message);
}

/** The rows of the list; those without a text are left out. */
export function readMessages(list: JQuery): MessageInLanguage[] {
	return list
		.editableList('items')
		.toArray()
		.map((row) => ({
			language: textOf(row, '.handover-language'),
			text: textOf(row, '.handover-text'),
		}))
		.filter(({ text }) => text !== '');
}

function textOf(row: HTMLElement | JQuery, selector: string): string {
	return String(
		$(row as HTMLElement)
			.find(selector)
			.val() ?? '',
	).trim();
}

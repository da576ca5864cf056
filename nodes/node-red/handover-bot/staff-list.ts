import { textInput, valueOf } from './form-parts';

export interface StaffMember {
	id: string;
	name: string;
	email: string;
	notifyConversationAssigned: boolean;
	notifyTaskAssigned: boolean;
}

const SWITCHES = ['notifyConversationAssigned', 'notifyTaskAssigned'] as const;

/** The staff whom this bot's round robin takes turns with. */
export function staffList(
	list: JQuery,
	staff: readonly StaffMember[],
	translate: (key: string) => string,
): void {
	list.editableList({
		addButton: translate('label.addStaff'),
		removable: true,
		sortable: true,
		height: 'auto',
		addItem(row: JQuery, _index: number, member: Partial<StaffMember>) {
			const line = $('<div>', { class: 'handover-staff-line' }).appendTo(row);
			line.append(
				textInput(translate('placeholder.staffName'), member.name ?? '').addClass('staff-name'),
				textInput(translate('placeholder.staffId'), member.id ?? '').addClass('staff-id'),
				textInput(translate('placeholder.staffEmail'), member.email ?? '').addClass('staff-email'),
			);
			const switches = $('<div>', { class: 'handover-staff-line' }).css('margin', 0).appendTo(row);
			for (const name of SWITCHES) {
				const box = $('<input>', { type: 'checkbox', class: `staff-${name}` });
				box.prop('checked', member[name] ?? true);
				const text = document.createTextNode(translate(`label.${name}`));
				$('<label>').append(box, text).appendTo(switches);
			}
		},
	});
	for (const member of staff) list.editableList('addItem', member);
	const heads = ['staffName', 'staffId', 'staffEmail'].map((name) =>
		$('<span>', { text: translate(`column.${name}`) }),
	);
	list
		.closest('.red-ui-editableList')
		.before($('<div>', { class: 'handover-staff-heads', 'aria-hidden': 'true' }).append(heads));
}

/** An entry that is wholly empty is none. */
export function readStaff(list: JQuery): StaffMember[] {
	return list
		.editableList('items')
		.toArray()
		.map((item) => readMember($(item as unknown as HTMLElement)))
		.filter(({ id, name, email }) => id || name || email);
}

function readMember(row: JQuery): StaffMember {
	const name = valueOf(row.find('.staff-name'));
	return {
		id: valueOf(row.find('.staff-id')) || name,
		name,
		email: valueOf(row.find('.staff-email')),
		notifyConversationAssigned: Boolean(
			row.find('.staff-notifyConversationAssigned').prop('checked'),
		),
		notifyTaskAssigned: Boolean(row.find('.staff-notifyTaskAssigned').prop('checked')),
	};
}

/** The first thing that is wrong with the list, as a key of the catalogue's `error`, or undefined. */
export function faultOfStaff(staff: readonly StaffMember[]): string | undefined {
	if (staff.some(({ name }) => !name.trim())) return 'staffName';
	const ids = staff.map(({ id, name }) => id.trim() || name.trim());
	return new Set(ids).size < ids.length ? 'staffId' : undefined;
}

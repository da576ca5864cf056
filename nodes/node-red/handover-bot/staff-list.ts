import { valueOf } from './form-parts';
import type { StaffMember } from './staff';
import { staffForm } from './staff-form';

/** The staff who can take this bot's conversations over. */
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
			staffForm(row, member, translate);
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
	const text = (field: string) => valueOf(row.find(`.staff-${field}`));
	const isOn = (field: string) => Boolean(row.find(`.staff-${field}`).prop('checked'));
	const name = text('name');
	return {
		id: text('id') || name,
		name,
		email: text('email'),
		notifyConversationAssigned: isOn('notifyConversationAssigned'),
		notifyTaskAssigned: isOn('notifyTaskAssigned'),
		enabled: isOn('enabled'),
		workingHours: text('workingHours'),
		timeZone: text('timeZone'),
		capacity: text('capacity') === '' ? null : Number(text('capacity')),
		weight: text('weight') === '' ? 1 : Number(text('weight')),
		fallbackContact: isOn('fallbackContact'),
	};
}

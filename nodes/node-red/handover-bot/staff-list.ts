import { entryList } from '../editor/entry-list';
import { valueOf, type Translate } from './form-parts';
import type { StaffMember } from './staff';
import { staffForm } from './staff-form';

/** The staff who can take this bot's conversations over. */
export function staffList(list: JQuery, staff: readonly StaffMember[], translate: Translate): void {
	list.editableList({
		addButton: translate('label.addStaff'),
		removable: true,
		sortable: true,
		height: 'auto',
		addItem(row: JQuery, _index: number, member: Partial<StaffMember>) {
			staffForm(row, member, translate);
			entries.added(row);
		},
	});
	const entries = entryList(list, {
		nameOf: (row) => valueOf(row.find('.staff-name')),
		move: {
			label: translate('label.moveStaff'),
			hint: translate('hint.move'),
			moved: (place) => translate('hint.moved', { ...place }),
		},
		remove: translate('label.removeStaff'),
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
		...readLimits(text, isOn),
	};
}

/** Only what is not as by default, so that a dialog which nobody has edited changes no older flow. */
function readLimits(
	text: (field: string) => string,
	isOn: (field: string) => boolean,
): Partial<StaffMember> {
	const [workingHours, timeZone] = [text('workingHours'), text('timeZone')];
	const [capacity, weight] = [text('capacity'), text('weight')];
	return {
		...(!isOn('enabled') && { enabled: false }),
		...(workingHours && { workingHours }),
		...(timeZone && { timeZone }),
		...(capacity && { capacity: Number(capacity) }),
		...(weight && { weight: Number(weight) }),
		...(isOn('fallbackContact') && { fallbackContact: true }),
	};
}

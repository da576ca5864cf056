import { foldButton, labelled, textInput, type Translate } from './form-parts';
import { MAX_CAPACITY, MAX_WEIGHT, type StaffMember } from './staff';

type Switch = 'enabled' | 'notifyConversationAssigned' | 'notifyTaskAssigned' | 'fallbackContact';

/** Builds the row of one member: who they are and, folded away, when and how much they take. */
export function staffForm(row: JQuery, member: Partial<StaffMember>, translate: Translate): void {
	const line = $('<div>', { class: 'handover-staff-line' }).appendTo(row);
	const body = $('<div>', { class: 'handover-staff-body' }).appendTo(row);
	line.append(
		textInput(translate('placeholder.staffName'), member.name ?? '').addClass('staff-name'),
		textInput(translate('placeholder.staffId'), member.id ?? '').addClass('staff-id'),
		textInput(translate('placeholder.staffEmail'), member.email ?? '').addClass('staff-email'),
		foldButton(body, translate('label.staffSettings')),
	);
	switches(row, ['enabled', 'fallbackContact'], member, translate).insertBefore(body);
	switches(body, ['notifyConversationAssigned', 'notifyTaskAssigned'], member, translate);
	text('workingHours', member.workingHours ?? '');
	text('timeZone', member.timeZone ?? '');
	number('capacity', member.capacity, 0, MAX_CAPACITY);
	number('weight', member.weight, 1, MAX_WEIGHT);

	function text(name: string, value: string): void {
		const input = textInput(translate(`placeholder.${name}`), value).addClass(`staff-${name}`);
		labelled(body, translate(`label.${name}`), input);
	}

	function number(name: string, value: number | undefined, min: number, max: number): void {
		const placeholder = translate(`placeholder.${name}`);
		const input = $('<input>', { type: 'number', min, max, step: 1, placeholder })
			.addClass(`staff-${name}`)
			.val(value ?? '');
		labelled(body, translate(`label.${name}`), input);
	}
}

const OFF_AT_FIRST: readonly Switch[] = ['fallbackContact'];

function switches(
	parent: JQuery,
	names: Switch[],
	member: Partial<StaffMember>,
	translate: Translate,
): JQuery {
	const line = $('<div>', { class: 'handover-staff-line' }).appendTo(parent);
	for (const name of names) {
		const box = $('<input>', { type: 'checkbox', class: `staff-${name}` });
		box.prop('checked', member[name] ?? !OFF_AT_FIRST.includes(name));
		const label = document.createTextNode(
			translate(`label.${name === 'enabled' ? 'staffEnabled' : name}`),
		);
		$('<label>').append(box, label).appendTo(line);
	}
	return line;
}

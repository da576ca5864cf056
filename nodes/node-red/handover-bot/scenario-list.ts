import { entryList, focusBeside, focusFirstField } from '../editor/entry-list';
import { valueOf, type Translate } from './form-parts';
import { scenarioForm, type ScenarioForm } from './scenario-form';
import type { Scenario } from './scenario';
import type { StaffMember } from './staff';

/** What a row of the list keeps: how to read it, and whether it can go. */
interface Row {
	scenario: Scenario;
	form?: ScenarioForm;
}

/** The bot's scenarios: each a line with its switch and name, its settings folded away below. */
export function scenarioList(
	list: JQuery,
	scenarios: readonly Scenario[],
	staff: () => StaffMember[],
	translate: Translate,
): void {
	const sortItems = () => void list.trigger('handover-moved');
	list.editableList({
		addButton: false,
		height: 'auto',
		sortable: true,
		sortItems,
		addItem(container: JQuery, _index: number, row: Row) {
			const form = scenarioForm(container, row.scenario, staff, translate);
			row.form = form;
			container.data('row', row);
			entries.added(container);
			form.onRemove(() => {
				focusBeside(container.closest('li'));
				list.editableList('removeItem', row);
				list.trigger('handover-removed');
			});
		},
	});
	const entries = entryList(
		list,
		{
			nameOf: (row) => {
				const name = row.find('.handover-name');
				return name.length ? valueOf(name) : row.find('.handover-scenario-name').text();
			},
			move: {
				label: translate('label.moveScenario'),
				hint: translate('hint.move'),
				moved: (place) => translate('hint.moved', { ...place }),
			},
		},
		sortItems,
	);
	for (const scenario of scenarios) list.editableList('addItem', { scenario });
}

export function addScenario(list: JQuery): void {
	const scenario: Scenario = { name: '', handoverType: 'custom', enabled: true };
	const row: Row = { scenario };
	list.editableList('addItem', row);
	row.form?.open();
	focusFirstField(list.children().last());
}

export function countScenarios(list: JQuery): number {
	return rowsOf(list).length;
}

export function readScenarios(list: JQuery): Scenario[] {
	return rowsOf(list).map(({ scenario, form }) => form?.read() ?? scenario);
}

/** How each scenario was called when the dialog was opened; undefined for one that was added since. */
export function readFormerNames(list: JQuery): Array<string | undefined> {
	return rowsOf(list).map(({ scenario }) => scenario.name || undefined);
}

/** While a row is dragged, the list also has the gap that it would fall into. */
function rowsOf(list: JQuery): Row[] {
	return list
		.editableList('items')
		.toArray()
		.map((item) => $(item as unknown as HTMLElement).data('row') as Row | undefined)
		.filter((row) => row !== undefined);
}

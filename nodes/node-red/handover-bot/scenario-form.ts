import { actionRows, readActions } from './action-rows';
import { hasLongTexts, isBuiltIn, type Scenario } from './scenario';
import {
	foldButton,
	labelled,
	ofEntry,
	textArea,
	textInput,
	valueOf,
	type Translate,
} from './form-parts';
import type { StaffMember } from './staff';

export interface ScenarioForm {
	open(): void;
	read(): Scenario;
	onRemove(listener: () => void): void;
}

/** Builds the row of one scenario: switch, name, and, folded away, all its settings. */
export function scenarioForm(
	container: JQuery,
	scenario: Scenario,
	staff: () => StaffMember[],
	translate: Translate,
): ScenarioForm {
	const head = $('<div>', { class: 'handover-scenario-head' }).appendTo(container);
	const body = $('<div>', { class: 'handover-scenario-body' }).appendTo(container);
	const fold = foldButton(body, translate('label.settings')).appendTo(head);
	const enabled = $('<input>', { type: 'checkbox', class: 'handover-enabled' })
		.prop('checked', scenario.enabled)
		.appendTo(head);
	ofEntry(enabled, translate('label.enabled'));
	const name = isBuiltIn(scenario)
		? undefined
		: textInput(translate('label.scenarioName'), scenario.name)
				.addClass('handover-name')
				.appendTo(head);
	if (!name) {
		const title = translate(`scenario.${scenario.handoverType}`);
		$('<span>', { class: 'handover-scenario-name', text: title }).appendTo(head);
		$('<span>', { class: 'handover-scenario-kind', text: translate('label.builtIn') }).appendTo(
			head,
		);
	}
	const remove = name && removeButton(translate('label.remove')).appendTo(head);
	const actions = fillBody(body, scenario, staff, translate);

	return {
		open: () => void fold.trigger('click'),
		onRemove: (listener) => void remove?.on('click', listener),
		read: () => ({
			name: name ? valueOf(name) : scenario.name,
			handoverType: scenario.handoverType,
			enabled: Boolean(enabled.prop('checked')),
			...readTexts(body, scenario),
			...readThreshold(body),
			...readActions(actions),
		}),
	};
}

function removeButton(label: string): JQuery {
	const button = $('<button>', {
		type: 'button',
		class: 'red-ui-button red-ui-button-small handover-remove',
	});
	return ofEntry(button.append('<i class="fa fa-remove"></i>'), label);
}

function fillBody(
	body: JQuery,
	scenario: Scenario,
	staff: () => StaffMember[],
	translate: Translate,
): JQuery {
	if (isBuiltIn(scenario)) {
		$('<div>', {
			class: 'handover-hint handover-built-in',
			text: translate('hint.builtIn'),
		}).appendTo(body);
	} else textAreas(body, scenario, translate);
	labelled(
		body,
		translate('label.threshold'),
		$('<input>', { type: 'number', min: 0, max: 1, step: 0.05, placeholder: '0.5' })
			.addClass('handover-threshold')
			.val(scenario.threshold ?? ''),
	);
	return actionRows(body, scenario, staff, translate);
}

/** What makes a scenario of the builder's own true. */
function textAreas(body: JQuery, scenario: Scenario, translate: Translate): void {
	const { triggerCondition = '', examples = [] } = scenario;
	const condition = textArea(translate('placeholder.triggerCondition'), triggerCondition, 2);
	labelled(body, translate('label.triggerCondition'), condition.addClass('handover-condition'));
	const lines = textArea(translate('placeholder.examples'), examples.join('\n'), 3);
	labelled(body, translate('label.examples'), lines.addClass('handover-examples'));
}

/**
 * Those of a built-in one change nothing, and stay as a flow written by hand has them; but for those that the
 * node refuses, which nobody could mend where they are not shown.
 */
function readTexts(body: JQuery, scenario: Scenario): Partial<Scenario> {
	if (isBuiltIn(scenario)) {
		if (hasLongTexts(scenario)) return {};
		const { triggerCondition, examples } = scenario;
		return { ...(triggerCondition && { triggerCondition }), ...(examples?.length && { examples }) };
	}
	const condition = valueOf(body.find('.handover-condition'));
	const examples = valueOf(body.find('.handover-examples'))
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	return {
		...(condition && { triggerCondition: condition }),
		...(examples.length && { examples }),
	};
}

function readThreshold(body: JQuery): Partial<Scenario> {
	const threshold = valueOf(body.find('.handover-threshold'));
	return threshold ? { threshold: Number(threshold) } : {};
}

import { MAX_ID_LENGTH } from '../../../handover/conversation/inbound-message';
import '../editor/dialog-style';
import type { FormerNames } from '../editor/former-names';
import { tryIt } from '../editor/try-it/try-it';
import { faultOfScenarios, MAX_SCENARIOS, withBuiltIn, type Scenario } from './scenario';
import {
	addScenario,
	countScenarios,
	readFormerNames,
	readScenarios,
	scenarioList,
} from './scenario-list';
import type { Translate } from './form-parts';
import { faultOfStaff, type StaffMember } from './staff';
import { readStaff, staffList } from './staff-list';

RED.nodes.registerType('handover-bot', {
	category: 'config',
	defaults: {
		name: { value: '' },
		botId: {
			value: 'default',
			validate(value, options) {
				const text = String(value ?? '');
				if (text.trim() !== '' && text.length <= MAX_ID_LENGTH) return true;
				return options ? this._('handover-bot.error.botId') : false;
			},
		},
		store: { value: '', type: 'handover-store', required: true },
		scenarios: {
			value: [
				{ name: 'contactRequest', handoverType: 'contactRequest', enabled: true },
				{ name: 'lackOfInformation', handoverType: 'lackOfInformation', enabled: true },
				{ name: 'failedToResolveIssue', handoverType: 'failedToResolveIssue', enabled: true },
			] as Scenario[],
			validate(value, options) {
				const fault = faultOfScenarios(withBuiltIn((value ?? []) as Scenario[]));
				return !fault || (options ? this._(`handover-bot.error.${fault}`) : false);
			},
		},
		replaceSettings: { value: false },
		staff: {
			value: [] as StaffMember[],
			validate(value, options) {
				const fault = faultOfStaff((value ?? []) as StaffMember[]);
				return !fault || (options ? this._(`handover-bot.error.${fault}`) : false);
			},
		},
	},
	label() {
		return this.name || `${this._('handover-bot.title')}: ${this.botId}`;
	},
	oneditprepare() {
		const translate: Translate = (key, values) => this._(`handover-bot.${key}`, values);
		const staff = $('#handover-staff');
		staffList(staff, this.staff ?? [], translate);
		const scenarios = $('#handover-scenarios');
		scenarioList(scenarios, withBuiltIn(this.scenarios ?? []), () => readStaff(staff), translate);
		const refusal = $('#handover-refusal').hide();
		$('#handover-add-scenario').on('click', (event) => {
			event.preventDefault();
			const full = countScenarios(scenarios) >= MAX_SCENARIOS;
			refusal.toggle(full);
			if (!full) addScenario(scenarios);
		});
		scenarios.on('handover-removed', () => refusal.hide());
		const form = scenarios.closest('.handover-form');
		const { refresh } = tryIt({
			place: form.find('.handover-try'),
			warnings: form.find('.handover-overlaps'),
			scenarios: () => readScenarios(scenarios),
			judge: () => 'both',
			asksModel: () => false,
		});
		scenarios.on('input change handover-removed handover-moved', refresh);
	},
	oneditsave() {
		const list = $('#handover-scenarios');
		this.scenarios = readScenarios(list);
		const formerNames: FormerNames = { scenarios: this.scenarios, names: readFormerNames(list) };
		Object.assign(this, { formerNames });
		this.staff = readStaff($('#handover-staff'));
	},
});

import { parseKey } from '../../../handover/classifier/language-model/parse-model-settings';
import '../editor/dialog-style';
import { validNumber } from '../editor/number-field';
import { validPassword } from '../editor/password-field';
import { isWebAddress } from '../editor/web-address';

function isKey(text: string): boolean {
	try {
		parseKey(text);
		return true;
	} catch {
		return false;
	}
}

RED.nodes.registerType('handover-model', {
	category: 'config',
	defaults: {
		name: { value: '' },
		baseUrl: {
			value: 'https://api.openai.com/v1',
			validate(value, options) {
				if (isWebAddress(value)) return true;
				return options ? this._('handover-model.error.baseUrl') : false;
			},
		},
		model: {
			value: 'gpt-4.1-mini',
			validate(value, options) {
				if (String(value ?? '').trim() !== '') return true;
				return options ? this._('handover-model.error.model') : false;
			},
		},
		timeOut: { value: '8', validate: validNumber('timeOut', { least: 0.1, most: 120 }) },
		concurrency: {
			value: '4',
			validate: validNumber('concurrency', { least: 1, most: 100, whole: true }),
		},
		dailyBudget: {
			value: '0',
			validate: validNumber('dailyBudget', { least: 0, most: 1_000_000_000, whole: true }),
		},
	},
	credentials: { apiKey: { type: 'password', validate: validPassword('apiKey', isKey) } },
	oneditprepare() {
		// Node-RED takes an empty key for a new one where it does not know that there was none before.
		this.credentials ??= {};
		this.credentials.has_apiKey ??= false;
	},
	label() {
		return this.name || this.model || this._('handover-model.title');
	},
});

import '../editor/dialog-style';

RED.nodes.registerType('handover-store', {
	category: 'config',
	defaults: {
		name: { value: '' },
		path: {
			value: 'handover.sqlite',
			validate(value, options) {
				if (String(value ?? '').trim() !== '') return true;
				return options ? this._('handover-store.error.path') : false;
			},
		},
	},
	label() {
		return this.name || this.path || this._('handover-store.title');
	},
});

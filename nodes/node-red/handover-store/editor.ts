import '../editor/dialog-style';
import { validNumber } from '../editor/number-field';
import { validPassword } from '../editor/password-field';
import { isPostgresUrl } from './postgres-url';

/** While the dialog is open, what it shows counts. An older store has no database. */
function isPostgres(node: EditorNode): boolean {
	const { database } = node as EditorNode & { database?: string };
	return ($('#node-config-input-database').val() ?? database) === 'postgres';
}

const isConnections = validNumber('connections', { least: 1, most: 1_000, whole: true });

function isUrl(text: string, node: EditorNode): boolean {
	return !isPostgres(node) || isPostgresUrl(text);
}

RED.nodes.registerType('handover-store', {
	category: 'config',
	defaults: {
		name: { value: '' },
		database: { value: 'sqlite' },
		path: {
			value: 'handover.sqlite',
			validate(value, options) {
				if (isPostgres(this) || String(value ?? '').trim() !== '') return true;
				return options ? this._('handover-store.error.path') : false;
			},
		},
		tls: { value: 'fromUrl' },
		ca: { value: '' },
		schema: {
			value: 'human_handover',
			validate(value, options) {
				if (!isPostgres(this) || /^(\$\{\S+\}|(?!pg_)[a-z_][a-z0-9_]{0,39})$/.test(String(value))) {
					return true;
				}
				return options ? this._('handover-store.error.schema') : false;
			},
		},
		connections: {
			value: '10',
			validate(value, options) {
				return !isPostgres(this) || isConnections.call(this, value, options);
			},
		},
	},
	credentials: {
		urlWithPassword: { type: 'password', validate: validPassword('urlWithPassword', isUrl) },
	},
	oneditprepare() {
		// Node-RED takes an empty URL for a new one where it does not know that there was none before.
		this.credentials ??= {};
		this.credentials.has_urlWithPassword ??= false;
		const database = $('#node-config-input-database');
		if (!database.val()) database.val('sqlite');
		const showFields = () => {
			$('.handover-sqlite').toggle(database.val() === 'sqlite');
			$('.handover-postgres').toggle(database.val() === 'postgres');
		};
		database.on('change', showFields);
		showFields();
	},
	label() {
		if (this.name) return this.name;
		const file = this.path || this._('handover-store.title');
		return this.database === 'postgres' ? `Postgres: ${this.schema}` : file;
	},
});

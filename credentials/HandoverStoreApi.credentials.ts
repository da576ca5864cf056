import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

const forDatabase = (database: string) => ({ show: { database: [database] } });

/** Tested by the nodes: they open the store, be it a file or a server that does not speak HTTP. */
export class HandoverStoreApi implements ICredentialType {
	name = 'handoverStoreApi';

	displayName = 'Handover Store API';

	icon: Icon = {
		light: 'file:handover-store.svg',
		dark: 'file:handover-store.dark.svg',
	};

	documentationUrl =
		'https://github.com/human-handover/n8n-nodes-human-handover/blob/main/docs/nodes/store.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Database',
			name: 'database',
			type: 'options',
			options: [
				{ name: 'Postgres', value: 'postgres', description: 'For several workers or hosts' },
				{ name: 'SQLite File', value: 'sqlite', description: 'On a disk of this machine' },
			],
			default: 'sqlite',
		},
		{
			displayName: 'File',
			name: 'path',
			type: 'string',
			default: '',
			placeholder: 'handover.sqlite',
			displayOptions: forDatabase('sqlite'),
			description:
				"Where conversations are kept. A relative path starts in n8n's own folder; empty is handover.sqlite there. All nodes that share conversations name the same file, on a disk of this machine.",
		},
		{
			displayName: 'Connection URL',
			name: 'urlWithPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'postgres://user:password@host:5432/database',
			displayOptions: forDatabase('postgres'),
			description: 'Special characters in the password are written as %XX',
		},
		{
			displayName: 'TLS',
			name: 'tls',
			type: 'options',
			options: [
				{ name: 'Allow Unauthorised Certificates', value: 'allowUnauthorized' },
				{ name: 'As the URL Says (Sslmode)', value: 'fromUrl' },
				{ name: 'Off', value: 'off' },
				{ name: 'Verify the Certificate', value: 'verify' },
			],
			default: 'fromUrl',
			displayOptions: forDatabase('postgres'),
		},
		{
			displayName: 'CA Certificate',
			name: 'ca',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: '-----BEGIN CERTIFICATE-----',
			displayOptions: forDatabase('postgres'),
			description:
				"PEM. Only where the server's certificate is signed by an authority of your own.",
		},
		{
			displayName: 'Schema',
			name: 'schema',
			type: 'string',
			default: 'human_handover',
			displayOptions: forDatabase('postgres'),
			description: 'Where the tables are. It is made at first use.',
		},
		{
			displayName: 'Maximum Number of Connections',
			name: 'connections',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1000 },
			default: 10,
			displayOptions: forDatabase('postgres'),
			description:
				'From each n8n process; one more shows that it is there, and another hears of events',
		},
	];
}

import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Tested by the node: the receiver is asked in the way in which it is told of a handover. */
export class HandoverWebhookApi implements ICredentialType {
	name = 'handoverWebhookApi';

	displayName = 'Handover Webhook API';

	icon: Icon = {
		light: 'file:handover-webhook.svg',
		dark: 'file:handover-webhook.dark.svg',
	};

	documentationUrl =
		'https://github.com/human-handover/n8n-nodes-human-handover/blob/main/docs/nodes/notify-staff.md';

	properties: INodeProperties[] = [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://desk.example.com/hooks/handover',
			description: 'Where to post that a staff member is wanted',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'whsec_…',
			description:
				'By which the receiver knows that it was us: "whsec_" and 24 to 64 random bytes in base64, as <code>openssl rand -base64 32</code> makes them',
		},
	];
}

import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Tested by the nodes: there is no server to ask, only a file to open. */
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
			displayName: 'File',
			name: 'path',
			type: 'string',
			default: '',
			placeholder: 'handover.sqlite',
			description:
				"Where conversations are kept. A relative path starts in n8n's own folder; empty is handover.sqlite there. All nodes that share conversations name the same file, on a disk of this machine.",
		},
	];
}

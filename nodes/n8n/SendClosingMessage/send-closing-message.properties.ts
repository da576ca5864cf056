import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_CLOSING_MESSAGE } from '../../../handover/actions/send-closing-message';
import { conversationProperties } from '../conversation.properties';

export const sendClosingMessageProperties: INodeProperties[] = [
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 2 },
		default: DEFAULT_CLOSING_MESSAGE,
		description: 'What the contact reads',
	},
	{
		displayName: 'Messages by Language',
		name: 'messages',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Language',
		default: {},
		description: "Taken instead, where there is one in the contact's language",
		options: [
			{
				displayName: 'Message',
				name: 'message',
				values: [
					{
						displayName: 'Language',
						name: 'language',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. de',
						description: 'A language tag such as <code>de</code> or <code>pt-BR</code>',
					},
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						typeOptions: { rows: 2 },
						default: '',
						required: true,
					},
				],
			},
		],
	},
	...conversationProperties,
];

import type { INodeProperties } from 'n8n-workflow';
import {
	DEFAULT_KEEP_DAYS,
	DEFAULT_KEEP_MESSAGES,
} from '../../../handover/conversation/transcript-limits';
import {
	DEFAULT_ANSWER_SECONDS,
	DEFAULT_BURST_SECONDS,
	DEFAULT_PATIENCE_SECONDS,
	MAX_ANSWER_SECONDS,
	MAX_BURST_SECONDS,
	MAX_PATIENCE_SECONDS,
} from '../../../handover/conversation/turn-settings';
import {
	contactConversationProperties,
	DRAFT,
	firstOf,
	orEmpty,
	orInChat,
	requestedConversationProperties,
} from '../conversation.properties';

/** Read by the editor, which has nothing but this function's text and the node's fields. */
export function gateOutputs(parameters: { operation?: unknown }) {
	const names =
		parameters.operation === 'beforeReply' ? ['Send', 'Drop'] : ['Bot', 'Human', 'Duplicate'];
	return names.map((displayName) => ({ type: 'main', displayName }));
}

const onReceive = { show: { operation: ['receiveMessage'] } };
const onReply = { show: { operation: ['beforeReply'] } };

export const gateProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Before Reply',
				value: 'beforeReply',
				action: 'Check a bot answer before it goes out',
				description: 'Lets the answer out, or drops it when a human has taken over meanwhile',
			},
			{
				name: 'Receive Message',
				value: 'receiveMessage',
				action: 'Receive a message',
				description:
					'Admits a message once, and says whether the bot or a human answers it. One that comes again leaves by Duplicate, with what it was answered with.',
			},
		],
		default: 'receiveMessage',
	},
	...contactConversationProperties.map((field) => ({ ...field, displayOptions: onReceive })),
	...requestedConversationProperties.map((field) => ({ ...field, displayOptions: onReply })),
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: orEmpty(firstOf('messageId')),
		description:
			"The channel's own ID of the message. With it, a message that is delivered twice is answered once, and the second time with the same answer.",
		displayOptions: onReceive,
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 2 },
		default: orInChat(firstOf('text'), 'chatInput'),
		required: true,
		description: 'What the contact wrote',
		displayOptions: onReceive,
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 2 },
		default: DRAFT,
		required: true,
		description: "The bot's answer; an AI Agent has it in <code>output</code>",
		displayOptions: onReply,
	},
	contactField('Contact ID', 'contactId', 'id', "The channel's own ID of the contact"),
	contactField('Contact Name', 'contactName', 'name', 'What the staff call the contact'),
	contactField('Contact Email', 'contactEmail', 'email', 'Where the contact is reached'),
	contactField(
		'Contact Language',
		'contactLanguage',
		'language',
		'A language tag such as <code>de</code> or <code>pt-BR</code>; the closing message follows it',
	),
	{
		displayName: 'Join Messages Within',
		name: 'burstWindow',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MAX_BURST_SECONDS },
		default: DEFAULT_BURST_SECONDS,
		description:
			'Seconds. Messages that follow each other within them are answered as one; 3 suits messengers, 0 is off. A clear request for a human never waits.',
		displayOptions: onReceive,
	},
	{
		displayName: 'Wait for Earlier Messages',
		name: 'orderPatience',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MAX_PATIENCE_SECONDS },
		default: DEFAULT_PATIENCE_SECONDS,
		description:
			'Seconds that a message waits at most until the one before it is answered, so that a conversation is decided in order. Set it to 0 in a flow without Before Reply.',
		displayOptions: onReceive,
	},
	{
		displayName: 'Answer Within',
		name: 'answerWithin',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: MAX_ANSWER_SECONDS },
		default: DEFAULT_ANSWER_SECONDS,
		description:
			'Seconds. A message that nobody has answered by then comes back by the Handover Trigger (Turn Left); after the third time, a human is called. For channels that hear 200 before the answer is there; choose longer than the bot ever takes. 0 is off, as in a flow without Before Reply. With it, Until Confirmed can be chosen.',
		displayOptions: onReceive,
	},
	{
		displayName: 'Until Confirmed',
		name: 'untilConfirmed',
		type: 'boolean',
		default: false,
		description:
			'Whether a message also comes back that was answered or handed over, until the Conversation node (Confirm Turn) says that all is done: what was said has been taken, and every action has had its turn. Put that node at each end of the workflow, behind the node that sends; a duplicate is to send handover.recordedReplies first.',
		displayOptions: { ...onReceive, hide: { answerWithin: [0] } },
	},
	{
		displayName: 'Keep Messages',
		name: 'keepMessages',
		type: 'number',
		typeOptions: { minValue: 2, maxValue: 10000 },
		default: DEFAULT_KEEP_MESSAGES,
		description: 'How many lines of the transcript are kept for each conversation',
		displayOptions: onReceive,
	},
	{
		displayName: 'Keep Days',
		name: 'keepDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3650 },
		default: DEFAULT_KEEP_DAYS,
		description: 'How many days a line of the transcript is kept',
		displayOptions: onReceive,
	},
];

function contactField(
	displayName: string,
	name: string,
	key: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: orEmpty(
			firstOf(key, ['$json.handover?.contact?.', '$json.body?.contact?.', '$json.contact?.']),
		),
		description,
		displayOptions: onReceive,
	};
}

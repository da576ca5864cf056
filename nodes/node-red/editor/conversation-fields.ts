import { typedField, validTyped } from './typed-field';

/** Which conversation it is, as the Gate has left it on the message. */
export const CARRIED_CONVERSATION = {
	conversationId: {
		value: 'handover.conversationId',
		validate: validTyped('conversationId', { required: true }),
	},
	conversationIdType: { value: 'msg' },
	botId: { value: 'handover.botId', validate: validTyped('botId') },
	botIdType: { value: 'msg' },
};

/** The two fields that say which conversation it is; every node with an input has them. */
export function conversationFields(): void {
	typedField('conversationId');
	typedField('botId');
}

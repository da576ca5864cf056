import { typedField, validTyped } from './typed-field';

/** Which conversation it is, as the Gate has left it on the message. */
export const conversationId = {
	value: 'handover.conversationId',
	validate: validTyped('conversationId', { required: true }),
};
export const conversationIdType = { value: 'msg' };
export const botId = { value: 'handover.botId', validate: validTyped('botId') };
export const botIdType = { value: 'msg' };

/** The two fields that say which conversation it is; every node with an input has them. */
export function conversationFields(): void {
	typedField('conversationId');
	typedField('botId');
}

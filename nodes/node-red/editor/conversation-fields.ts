import { typedField } from './typed-field';

/** The two fields that say which conversation it is; every node with an input has them. */
export function conversationFields(): void {
	typedField('conversationId');
	typedField('botId');
}

import type { ActionKind } from '../conversation/handover';
import type { Action } from './action';
import { addTags } from './add-tags';
import { assignConversation } from './assign-conversation';
import { createTask } from './create-task';
import { notifyStaff } from './notify-staff';
import { pauseBot } from './pause-bot';
import { sendClosingMessage } from './send-closing-message';

/** The six actions. A new one is a file beside these, a kind in `ACTION_KINDS`, and a line here. */
export const ACTIONS: { readonly [Kind in ActionKind]: Action<unknown> } = {
	assignConversation,
	createTask,
	sendClosingMessage,
	pauseBot,
	addTags,
	notifyStaff,
};

import * as v from 'valibot';
import { isStorable } from '../conversation/inbound-message';
import type { Action } from './action';
import { parseFields } from './parse-fields';
import { skip } from './skip';

/** HighLevel's own words (requirement R9). */
export const DEFAULT_CLOSING_MESSAGE = 'Thank you! Someone from the team will get back to you.';

const text = v.pipe(v.string(), v.maxLength(5_000), v.check(isStorable));
const fields = v.object({
	message: v.optional(text, DEFAULT_CLOSING_MESSAGE),
	/** By BCP 47 tag, such as `de` or `pt-BR`. */
	messages: v.optional(v.record(v.string(), text), {}),
});
export type SendClosingMessageFields = v.InferOutput<typeof fields>;

/** R9: once per handover, then silence. Its record says which line it is, and of which turn. */
export const sendClosingMessage: Action<SendClosingMessageFields> = {
	kind: 'sendClosingMessage',
	need: {},
	parse: (input) => parseFields(fields, input, 'SETTINGS_INVALID'),
	apply(context, own) {
		const { conversation, handover, scenario, messageSeq, nextMessageSeq, now } = context;
		if (scenario?.skipFinalMessage) return skip('The scenario sends no closing message.');
		if (conversation.lastHumanReplyAt !== null) {
			return skip('A human already answers; a closing message would talk over them.');
		}
		const language = conversation.contact.language;
		const message =
			inLanguage(scenario?.finalMessages, language) ??
			(scenario?.finalMessage?.trim() || undefined) ??
			inLanguage(own.messages, language) ??
			(own.message.trim() || DEFAULT_CLOSING_MESSAGE);
		return {
			status: 'done',
			writes: context.desk.sendMessage({ conversation, handover, now }, message, messageSeq),
			result: { text: message, seq: nextMessageSeq, messageSeq },
		};
	},
};

/** The most exact tag wins: `pt-BR` before `pt`. RFC 4647, lookup. */
function inLanguage(
	messages: Record<string, string> | undefined,
	language: string | null,
): string | undefined {
	if (!messages || !language) return undefined;
	const byTag = new Map(Object.entries(messages).map(([tag, one]) => [normalise(tag), one.trim()]));
	for (let tag = normalise(language); tag; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
		const found = byTag.get(tag);
		if (found) return found;
	}
	return undefined;
}

function normalise(tag: string): string {
	return tag.trim().toLowerCase().replaceAll('_', '-');
}

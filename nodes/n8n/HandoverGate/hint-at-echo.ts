import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { DRAFT } from '../conversation.properties';

/**
 * Shows beside the node's output that the contact is about to be answered with their own words, when
 * somebody tries the flow in the editor: the bot has put its answer elsewhere, and what the default finds
 * is the message. No error, for a bot may greet with the same word.
 */
export function hintAtEcho(context: IExecuteFunctions): void {
	if (context.getMode() !== 'manual' || context.getNode().parameters['text'] !== DRAFT) return;
	if (!context.getInputData().some(isUnanswered)) return;
	context.addExecutionHints({
		message:
			'The answer is what the contact wrote: the item has no "output", and its "text" is the contact\'s. Have the bot put its answer into "output", or set Text to where it is.',
		type: 'warning',
		location: 'outputPane',
	});
}

/** The item that the Gate has let out, as it was: a node that answers makes a new one, or adds to it. */
function isUnanswered({ json }: INodeExecutionData): boolean {
	const { handover, output, text } = json;
	if (typeof handover !== 'object' || handover === null || output != null) return false;
	return typeof text === 'string' && (handover as { text?: unknown }).text === text;
}

import type { IExecuteFunctions } from 'n8n-workflow';
import type { ModelFailureReason } from '../../../handover/classifier/language-model/model-failure';

export type HintAtOutage = (reason: ModelFailureReason) => void;

/**
 * Shows beside the node's output why the model did not decide, once for each reason, when somebody tries
 * the flow in the editor: the items go on as if nothing were amiss.
 */
export function hintAtOutage(context: IExecuteFunctions): HintAtOutage {
	const told = new Set<ModelFailureReason>();
	return (reason) => {
		if (context.getMode() !== 'manual' || told.has(reason)) return;
		told.add(reason);
		context.addExecutionHints({
			message: `The model was not available (${reason}), so the built-in classifier decided.`,
			type: 'warning',
			location: 'outputPane',
		});
	};
}

import type { IExecuteFunctions } from 'n8n-workflow';
import type { Classifier } from '../../../handover/classifier/classifier';
import { findOverlappingScenarios } from '../../../handover/scenarios/overlapping-scenarios';
import type { Scenario } from '../../../handover/scenarios/scenario';

/**
 * Shows the scenarios that answer to the same messages beside the node's output, when somebody tries
 * the flow in the editor. Contacts' messages do not wait for it.
 */
export async function hintAtOverlaps(
	context: IExecuteFunctions,
	classifier: Classifier,
	scenarios: readonly Scenario[],
): Promise<void> {
	if (context.getMode() !== 'manual') return;
	for (const { scenario, other, text } of await findOverlappingScenarios(classifier, scenarios)) {
		const uncounted =
			other === 'failedToResolveIssue'
				? ` They leave by the output of "${scenario}" and are not counted as failed attempts.`
				: '';
		context.addExecutionHints({
			message: `The scenarios "${scenario}" and "${other}" answer to the same messages, such as "${text}".${uncounted} Make their examples and conditions differ, or raise a threshold.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
}

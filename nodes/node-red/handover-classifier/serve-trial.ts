import type { NodeAPI } from 'node-red';
import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import type { Classifier } from '../../../handover/classifier/classifier';
import { HandoverError, toHandoverError } from '../../../handover/errors';
import { tryScenarios, type TrialResult } from '../../../handover/operations/try-scenarios';
import { trainedModel } from '../../trained-model';

/** Six scenarios of fifty long examples each, and the three texts. */
const MOST_CHARACTERS = 300_000;

let classifier: Classifier | undefined;

/**
 * What the dialogs' "Try it" asks: the scenarios as they stand there, which nobody has deployed. Needs
 * neither a store nor a deployed node.
 */
export function serveTrial(RED: NodeAPI): void {
	RED.httpAdmin.post(
		'/handover-classifier/try',
		RED.auth.needsPermission('handover-classifier.read'),
		async (request, response) => {
			try {
				response.json(await answer(request.body));
			} catch (thrown) {
				const { code, message, status } = toHandoverError(thrown);
				response.status(status).json({ code, message });
			}
		},
	);
}

async function answer(body: unknown): Promise<TrialResult> {
	if (JSON.stringify(body ?? null).length > MOST_CHARACTERS) {
		throw new HandoverError('TEXT_TOO_LONG', 'This is too long to try. Shorten the texts.');
	}
	classifier ??= builtInClassifier(trainedModel());
	return await tryScenarios(classifier, body);
}

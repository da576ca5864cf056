import type { IExecuteFunctions } from 'n8n-workflow';
import type { Label } from '../../../handover/classifier/classifier';
import { classifyTurn, type Judge } from '../../../handover/operations/classify-turn';
import type { Services } from '../../../handover/operations/services';
import { readTurn } from '../carried-handover';
import type { RoutedItem } from '../route-items';
import { chooseClassifier } from './choose-classifier';
import {
	CUSTOM_PLACES,
	type CustomScenarios,
	type OutputParameters,
} from './handover-classifier.properties';
import type { HintAtOutage } from './hint-at-outage';
import type { SaveScenarios } from './listed-scenarios';

const ORDER: Label[] = ['continue', 'contactRequest', 'lackOfInformation', 'failedAttempt'];

/** What all items of one execution share. */
interface Execution {
	/** Those of the node, with expressions as they are. */
	parameters: OutputParameters;
	saveScenarios: SaveScenarios;
	onUnavailable: HintAtOutage;
}

export async function classifyItem(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
	{ parameters, saveScenarios, onUnavailable }: Execution,
): Promise<RoutedItem> {
	const turn = readTurn(context, itemIndex);
	await saveScenarios(services, turn.botId, itemIndex);
	const { output, customScenario, handover } = await classifyTurn(services, {
		...turn,
		judge: context.getNodeParameter('judge', itemIndex) as Judge,
		draft: context.getNodeParameter('draft', itemIndex, null),
		botFailed: context.getNodeParameter('botFailed', itemIndex, false),
		retrievalScore: context.getNodeParameter('retrievalScore', itemIndex, ''),
		classifier: await chooseClassifier(context, services, itemIndex, onUnavailable),
	});
	const custom = () => customOutput(customScenario, parameters);
	return { output: output === 'custom' ? custom() : ORDER.indexOf(output), handover };
}

/**
 * The output of the scenario's place, or the one that all custom ones share. A scenario that the node
 * does not have, because another flow has just saved it, calls for a human all the same: as a contact's
 * request does.
 */
function customOutput(scenario: string | null, parameters: OutputParameters): number {
	if (parameters.scenarioSource !== 'here') return ORDER.length;
	const scenarios = parameters.customScenarios as CustomScenarios;
	const at = CUSTOM_PLACES.findIndex((place) => scenarios[place]?.name?.trim() === scenario);
	return at === -1 ? ORDER.indexOf('contactRequest') : ORDER.length + at;
}

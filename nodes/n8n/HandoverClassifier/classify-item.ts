import type { IExecuteFunctions } from 'n8n-workflow';
import type { Label } from '../../../handover/classifier/classifier';
import { classifyTurn, type Judge } from '../../../handover/operations/classify-turn';
import type { Services } from '../../../handover/operations/services';
import { readTurn } from '../carried-handover';
import type { RoutedItem } from '../route-items';
import { chooseClassifier } from './choose-classifier';
import type { SaveScenarios } from './listed-scenarios';

const ORDER: Label[] = ['continue', 'contactRequest', 'lackOfInformation', 'failedAttempt'];

/** @param outputNames as the editor shows them */
export async function classifyItem(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
	outputNames: string[],
	saveScenarios: SaveScenarios,
): Promise<RoutedItem> {
	const turn = readTurn(context, itemIndex);
	await saveScenarios(services, turn.botId, itemIndex);
	const { output, customScenario, handover } = await classifyTurn(services, {
		...turn,
		judge: context.getNodeParameter('judge', itemIndex) as Judge,
		draft: context.getNodeParameter('draft', itemIndex, null),
		botFailed: context.getNodeParameter('botFailed', itemIndex, false),
		retrievalScore: context.getNodeParameter('retrievalScore', itemIndex, ''),
		classifier: await chooseClassifier(context, services, itemIndex),
	});
	const custom = () => customOutput(customScenario, outputNames.slice(ORDER.length));
	return { output: output === 'custom' ? custom() : ORDER.indexOf(output), handover };
}

/**
 * The scenario's own output, or the one that all custom ones share. One that the list does not have,
 * because another flow has just saved it, calls for a human all the same: as a contact's request does.
 */
function customOutput(scenario: string | null, customNames: string[]): number {
	const own = customNames.findIndex((name) => name.trim() === scenario);
	if (own >= 0) return ORDER.length + own;
	return customNames.includes(ANY_CUSTOM) ? ORDER.length : ORDER.indexOf('contactRequest');
}

const ANY_CUSTOM = 'Custom Scenario';

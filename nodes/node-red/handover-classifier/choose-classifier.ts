import type { NodeAPI } from 'node-red';
import type { Classifier } from '../../../handover/classifier/classifier';
import {
	modelClassifier,
	type ClassifierMode,
} from '../../../handover/classifier/language-model/model-classifier';
import { parseBand } from '../../../handover/classifier/language-model/parse-model-settings';
import type { Services } from '../../../handover/operations/services';
import { modelOf } from '../config-nodes';

/** As the dialog saves it; a node that was saved before there were models has none of it. */
export interface ChosenModel {
	/** The id of the config node, or empty. */
	model?: string;
	mode?: ClassifierMode;
	unsureFrom?: string;
	unsureTo?: string;
}

export interface ChosenClassifier {
	/** Undefined: the one that all turns share. */
	classifier: Classifier | undefined;
	/** After the turn: that the model should have decided and could not. */
	warning(): string | undefined;
}

/**
 * For one turn.
 * @throws {HandoverError} `SETTINGS_INVALID`
 */
export function chooseClassifier(
	RED: NodeAPI,
	def: ChosenModel,
	services: Services,
	closing: AbortSignal,
): ChosenClassifier {
	if (!def.model) return { classifier: undefined, warning: () => undefined };
	const node = modelOf(RED, def.model);
	let warning: string | undefined;
	const classifier = modelClassifier({
		builtIn: services.classifier,
		model: node.within(services),
		mode: def.mode ?? 'cascade',
		band: parseBand({ from: def.unsureFrom, to: def.unsureTo }),
		signal: AbortSignal.any([closing, node.closing]),
		clock: services.clock,
		onUnavailable: (reason) => {
			warning = `The model was not available (${reason}). The built-in classifier decided.`;
		},
	});
	return { classifier, warning: () => warning };
}

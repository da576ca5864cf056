import type { NodeAPI } from 'node-red';
import type { Classifier } from '../../../handover/classifier/classifier';
import {
	modelClassifier,
	type ClassifierMode,
} from '../../../handover/classifier/language-model/model-classifier';
import type { ModelFailureReason } from '../../../handover/classifier/language-model/model-failure';
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
	/** After the turn: that the model should have decided and could not, unless that was told before. */
	warning(): string | undefined;
}

/** Of one node: why its model was not available to the last turn for which it was asked, or null. */
export interface ModelState {
	reason: ModelFailureReason | null;
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
	state: ModelState,
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
		onUnavailable(reason) {
			// A model may be away for hours, or its budget spent for the day: each message would say so.
			if (state.reason === reason) return;
			state.reason = reason;
			warning = `The model was not available (${reason}). The built-in classifier decides until it is.`;
		},
		onAnswer: () => void (state.reason = null),
	});
	return { classifier, warning: () => warning };
}

import type { Node, NodeAPI, NodeStatus } from 'node-red';
import type { Label } from '../../../handover/classifier/classifier';
import {
	classifyTurn,
	type Classified,
	type Judge,
} from '../../../handover/operations/classify-turn';
import { handleInput, type InputNodeDef } from '../handle-input';
import { chooseClassifier, type ChosenModel, type ModelState } from './choose-classifier';
import { serveTrial } from './serve-trial';

interface ClassifierDef extends InputNodeDef, ChosenModel {
	judge: Judge;
	/** The bot's custom scenarios when this node was last edited: one output each, in this order. */
	customScenarios: string[];
}

const FIELDS = ['draft', 'botFailed', 'retrievalScore'] as const;

const OUTPUTS: readonly Label[] = [
	'continue',
	'contactRequest',
	'lackOfInformation',
	'failedAttempt',
];

const FILL: Record<Label, NodeStatus['fill']> = {
	continue: 'green',
	contactRequest: 'blue',
	lackOfInformation: 'blue',
	failedAttempt: 'yellow',
	custom: 'blue',
};

export default (RED: NodeAPI) => {
	function HandoverClassifier(this: Node, def: ClassifierDef) {
		RED.nodes.createNode(this, def);
		const closing = new AbortController();
		const modelState: ModelState = { reason: null };
		this.on('close', () => closing.abort());
		handleInput(RED, this, def, FIELDS, async ({ services, request, fields }) => {
			const chosen = chooseClassifier(RED, def, services, closing.signal, modelState);
			const classified = await classifyTurn(services, {
				...request,
				classifier: chosen.classifier,
				judge: def.judge,
				draft: fields.draft,
				botFailed: fields.botFailed,
				retrievalScore: fields.retrievalScore,
			});
			return {
				output: outputOf(classified, def.customScenarios ?? []),
				handover: classified.handover,
				status: statusOf(classified),
				warning: chosen.warning(),
			};
		});
	}
	RED.nodes.registerType('handover-classifier', HandoverClassifier);
	serveTrial(RED);
};

function outputOf({ output, customScenario }: Classified, customScenarios: string[]): number {
	if (output !== 'custom') return OUTPUTS.indexOf(output);
	const index = customScenarios.indexOf(customScenario ?? '');
	if (index >= 0) return OUTPUTS.length + index;
	// The dialog does not know it yet. It calls for a human all the same: as a contact's request does.
	return OUTPUTS.indexOf('contactRequest');
}

function statusOf({ output, customScenario }: Classified): NodeStatus {
	const text = customScenario ?? `handover-classifier.status.${output}`;
	return { fill: FILL[output], shape: 'dot', text };
}

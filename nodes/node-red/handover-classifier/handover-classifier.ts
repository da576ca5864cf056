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
const CONTACT_REQUEST = OUTPUTS.indexOf('contactRequest');

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
		const told = new Set<string>();
		/** The log hears once of each scenario: every message would say so. */
		const warnOnce = (scenario: string) => {
			if (told.has(scenario)) return undefined;
			told.add(scenario);
			return RED._('handover-classifier.warning.unwired', { scenario });
		};
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
			const { handover, customScenario } = classified;
			const output = outputOf(classified, def.customScenarios ?? []);
			const warning = chosen.warning();
			if (customScenario === null || !wouldVanish(this, output)) {
				return { output, handover, status: statusOf(classified), warning };
			}
			const text = RED._('handover-classifier.status.unwired', { scenario: customScenario });
			const warnings = [warning, warnOnce(customScenario)].filter((one) => one !== undefined);
			return {
				output: CONTACT_REQUEST,
				handover,
				status: { fill: 'yellow', shape: 'dot', text },
				warning: warnings.join('\n') || undefined,
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
	return CONTACT_REQUEST;
}

/** True for an output of a custom scenario that nobody has wired yet, where Contact Request is. */
function wouldVanish(node: Node, output: number): boolean {
	// The runtime's own list, which its types do not name. A subflow and a deploy change it in place.
	const { wires = [] } = node as { wires?: Array<string[] | undefined> };
	const isWired = (index: number) => Boolean(wires[index]?.length);
	return output >= OUTPUTS.length && !isWired(output) && isWired(CONTACT_REQUEST);
}

function statusOf({ output, customScenario }: Classified): NodeStatus {
	const text = customScenario ?? `handover-classifier.status.${output}`;
	return { fill: FILL[output], shape: 'dot', text };
}

import type { Node, NodeAPI } from 'node-red';
import { countAttempt } from '../../../handover/operations/count-attempt';
import { handleInput, type InputNodeDef } from '../handle-input';

export default (RED: NodeAPI) => {
	function FailureCounter(this: Node, def: InputNodeDef) {
		RED.nodes.createNode(this, def);
		handleInput(RED, this, def, ['threshold'], async ({ services, request, fields }) => {
			const { output, handover } = await countAttempt(services, {
				...request,
				threshold: fields.threshold,
			});
			return {
				output: output === 'tryAgain' ? 0 : 1,
				handover,
				status: {
					fill: output === 'tryAgain' ? 'green' : 'yellow',
					shape: 'dot',
					text: `handover-failure-counter.status.${output}`,
				},
			};
		});
	}
	RED.nodes.registerType('handover-failure-counter', FailureCounter);
};

import type { Node, NodeAPI } from 'node-red';
import { parseRef } from '../../../handover/conversation/inbound-message';
import { returnToBot } from '../../../handover/operations/own-conversation';
import type { TimeUnit } from '../../../handover/scenarios/scenario';
import { actionOutcome } from '../action-outcome';
import { handleInput, type InputNodeDef, type Outcome, type Turn } from '../handle-input';

const TYPE = 'handover-pause-bot';

interface PauseBotDef extends InputNodeDef {
	operation: 'pause' | 'resume';
	pauseUnit: TimeUnit;
	untilResumed: boolean;
}

export default (RED: NodeAPI) => {
	function PauseBot(this: Node, def: PauseBotDef) {
		RED.nodes.createNode(this, def);
		const { operation, pauseUnit, untilResumed } = def;
		handleInput(RED, this, def, ['pauseFor'], (turn) =>
			operation === 'resume'
				? resume(turn)
				: actionOutcome(turn, TYPE, 'pauseBot', {
						pauseFor: turn.fields.pauseFor,
						pauseUnit,
						untilResumed,
					}),
		);
	}
	RED.nodes.registerType(TYPE, PauseBot);
};

async function resume({ services, request }: Turn<string>): Promise<Outcome> {
	return {
		output: 0,
		handover: await returnToBot(services, parseRef(request), 'resumed', request.carried),
		status: { fill: 'green', shape: 'dot', text: `${TYPE}.status.resumed` },
	};
}

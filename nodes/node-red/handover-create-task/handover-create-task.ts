import type { Node, NodeAPI } from 'node-red';
import type { TimeUnit } from '../../../handover/scenarios/scenario';
import { actionOutcome } from '../action-outcome';
import { handleInput, type InputNodeDef } from '../handle-input';

const TYPE = 'handover-create-task';

interface CreateTaskDef extends InputNodeDef {
	dueUnit: TimeUnit;
}

export default (RED: NodeAPI) => {
	function CreateTask(this: Node, def: CreateTaskDef) {
		RED.nodes.createNode(this, def);
		handleInput(RED, this, def, ['description', 'dueIn'], (turn) =>
			actionOutcome(turn, TYPE, 'createTask', { ...turn.fields, dueUnit: def.dueUnit }),
		);
	}
	RED.nodes.registerType(TYPE, CreateTask);
};

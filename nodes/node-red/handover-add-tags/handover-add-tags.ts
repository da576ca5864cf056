import type { Node, NodeAPI } from 'node-red';
import { actionOutcome } from '../action-outcome';
import { handleInput, type InputNodeDef } from '../handle-input';

const TYPE = 'handover-add-tags';

export default (RED: NodeAPI) => {
	function AddTags(this: Node, def: InputNodeDef) {
		RED.nodes.createNode(this, def);
		handleInput(RED, this, def, ['tags'], (turn) =>
			actionOutcome(turn, TYPE, 'addTags', turn.fields),
		);
	}
	RED.nodes.registerType(TYPE, AddTags);
};

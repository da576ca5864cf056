import type { Node, NodeAPI } from 'node-red';
import { actionOutcome } from '../action-outcome';
import { handleInput, type InputNodeDef } from '../handle-input';

const TYPE = 'handover-assign-conversation';

interface AssignConversationDef extends InputNodeDef {
	assignTo: 'auto' | 'staffMember';
	keepCurrentAssignee: boolean;
}

export default (RED: NodeAPI) => {
	function AssignConversation(this: Node, def: AssignConversationDef) {
		RED.nodes.createNode(this, def);
		const { assignTo, keepCurrentAssignee } = def;
		handleInput(RED, this, def, ['staffId'], (turn) =>
			actionOutcome(turn, TYPE, 'assignConversation', {
				assignTo,
				keepCurrentAssignee,
				staffId: turn.fields.staffId,
				staffIds: turn.bot.staffIds,
			}),
		);
	}
	RED.nodes.registerType(TYPE, AssignConversation);
};

import type { Node, NodeAPI } from 'node-red';
import type { TimeUnit } from '../../../handover/scenarios/scenario';
import type { AssignmentRule } from '../../../handover/staff/assignment-rules';
import { actionOutcome } from '../action-outcome';
import { handleInput, type InputNodeDef } from '../handle-input';

const TYPE = 'handover-assign-conversation';

interface AssignConversationDef extends InputNodeDef {
	assignTo: 'auto' | 'staffMember';
	keepCurrentAssignee: boolean;
	rule?: AssignmentRule;
	acceptUnit?: TimeUnit;
}

export default (RED: NodeAPI) => {
	function AssignConversation(this: Node, def: AssignConversationDef) {
		RED.nodes.createNode(this, def);
		const { assignTo, keepCurrentAssignee, rule, acceptUnit } = def;
		handleInput(RED, this, def, ['staffId', 'acceptWithin'], (turn) =>
			actionOutcome(turn, TYPE, 'assignConversation', {
				assignTo,
				keepCurrentAssignee,
				rule,
				acceptUnit,
				...turn.fields,
			}),
		);
	}
	RED.nodes.registerType(TYPE, AssignConversation);
};

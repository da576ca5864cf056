import type { Node, NodeAPI } from 'node-red';
import { actionOutcome } from '../action-outcome';
import { handleInput, type InputNodeDef } from '../handle-input';

const TYPE = 'handover-notify-staff';

interface NotifyStaffDef extends InputNodeDef {
	onConversationAssigned: boolean;
	onTaskAssigned: boolean;
}

export default (RED: NodeAPI) => {
	function NotifyStaff(this: Node, def: NotifyStaffDef) {
		RED.nodes.createNode(this, def);
		const { onConversationAssigned, onTaskAssigned } = def;
		handleInput(RED, this, def, [], (turn) =>
			actionOutcome(turn, TYPE, 'notifyStaff', { onConversationAssigned, onTaskAssigned }),
		);
	}
	RED.nodes.registerType(TYPE, NotifyStaff);
};

import type { Node, NodeAPI } from 'node-red';
import { actionOutcome } from '../action-outcome';
import { handleInput, type InputNodeDef } from '../handle-input';

const TYPE = 'handover-send-closing-message';

interface SendClosingMessageDef extends InputNodeDef {
	messages: Array<{ language: string; text: string }>;
}

export default (RED: NodeAPI) => {
	function SendClosingMessage(this: Node, def: SendClosingMessageDef) {
		RED.nodes.createNode(this, def);
		const messages = Object.fromEntries(
			(def.messages ?? []).map(({ language, text }) => [language, text]),
		);
		handleInput(RED, this, def, ['message'], (turn) =>
			actionOutcome(turn, TYPE, 'sendClosingMessage', { message: turn.fields.message, messages }),
		);
	}
	RED.nodes.registerType(TYPE, SendClosingMessage);
};

import type { Node, NodeAPI, NodeStatus } from 'node-red';
import { awaitTurn } from '../../../handover/operations/await-turn';
import { beforeReply, type BeforeReplyOutput } from '../../../handover/operations/before-reply';
import { receiveMessage } from '../../../handover/operations/receive-message';
import type { ReceiveOutput } from '../../../handover/operations/received';
import { handleInput, type InputNodeDef, type Outcome, type Turn } from '../handle-input';

interface GateDef extends InputNodeDef {
	operation: 'receiveMessage' | 'beforeReply';
	keepMessages: number | string;
	keepDays: number | string;
	/** Seconds; not saved by versions that did not have it. */
	burstWindow?: number | string;
	orderPatience?: number | string;
	answerWithin?: number | string;
	untilConfirmed?: boolean;
}

const FIELDS = [
	'messageId',
	'text',
	'contactId',
	'contactName',
	'contactEmail',
	'contactLanguage',
] as const;
type Field = (typeof FIELDS)[number];

const RECEIVE_OUTPUTS: readonly ReceiveOutput[] = ['bot', 'human', 'duplicate'];
const REPLY_OUTPUTS: readonly BeforeReplyOutput[] = ['send', 'drop'];

const FILL: Record<ReceiveOutput | BeforeReplyOutput, NodeStatus['fill']> = {
	bot: 'green',
	human: 'blue',
	duplicate: 'grey',
	send: 'green',
	drop: 'yellow',
};

export default (RED: NodeAPI) => {
	function HandoverGate(this: Node, def: GateDef) {
		RED.nodes.createNode(this, def);
		const run = def.operation === 'beforeReply' ? reply : receive;
		handleInput(RED, this, def, FIELDS, (turn) => run(turn, def));
	}
	RED.nodes.registerType('handover-gate', HandoverGate);
};

async function receive(
	{ services, request, fields, letNextIn, closing }: Turn<Field>,
	def: GateDef,
): Promise<Outcome> {
	const { keepMessages, keepDays, burstWindow, orderPatience, answerWithin, untilConfirmed } = def;
	const watch = { answerWithin, untilConfirmed };
	const settings = { keepMessages, keepDays, burstWindow, orderPatience, ...watch };
	const contact = {
		id: fields.contactId,
		name: fields.contactName,
		email: fields.contactEmail,
		language: fields.contactLanguage,
	};
	const message = { ...request, messageId: fields.messageId, text: fields.text, contact };
	const received = await receiveMessage(services, message, settings);
	// What it waits for may be the conversation's next message.
	letNextIn();
	const { output, handover } = await awaitTurn(services, received, {
		...settings,
		signal: closing,
	});
	return { output: RECEIVE_OUTPUTS.indexOf(output), handover, status: statusOf(output) };
}

async function reply({ services, request, fields }: Turn<Field>): Promise<Outcome> {
	const { output, handover } = await beforeReply(services, { ...request, text: fields.text });
	return { output: REPLY_OUTPUTS.indexOf(output), handover, status: statusOf(output) };
}

function statusOf(output: ReceiveOutput | BeforeReplyOutput): NodeStatus {
	return { fill: FILL[output], shape: 'dot', text: `handover-gate.status.${output}` };
}

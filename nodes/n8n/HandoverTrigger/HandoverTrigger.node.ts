import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';
import { EventBell } from '../../../handover/operations/event-bell';
import { toErrorData, toNodeError } from '../node-error';
import { testHandoverStore } from '../open-services';
import { deliverNewEvents, deliverNextEvent } from './deliver-events';
import { triggerProperties } from './handover-trigger.properties';
import { repeat } from './repeat';

export class HandoverTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Handover Trigger',
		name: 'handoverTrigger',
		icon: { light: 'file:handover-trigger.svg', dark: 'file:handover-trigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["events"].length ? $parameter["events"].join(", ") : "every event" }}',
		description: 'Starts the workflow when something happens to a conversation',
		eventTriggerDescription: 'Waiting for the next event of a conversation',
		activationMessage:
			'From now on, the events of all conversations in the store start this workflow.',
		defaults: { name: 'Handover Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'handoverStoreApi', required: false, testedBy: 'testHandoverStore' }],
		properties: triggerProperties,
	};

	methods = { credentialTest: { testHandoverStore } };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const complain = (error: unknown) => {
			const { code, message } = toErrorData(error);
			this.logger.error(`Handover Trigger: ${message} (${code})`, { node: this.getNode().name });
		};
		let loop: ReturnType<typeof repeat> | undefined;
		const bell = new EventBell(() => loop?.wake());
		const stop = () => {
			bell.stop();
			loop?.stop();
		};
		if (this.getMode() !== 'manual') {
			const delivery = deliverNewEvents(this, bell);
			loop = repeat(delivery.round, complain);
			return {
				closeFunction: async () => {
					stop();
					await delivery.release();
				},
			};
		}
		return {
			closeFunction: async () => stop(),
			manualTriggerFunction: async () => {
				loop = repeat(deliverNextEvent(this, bell), (error) => {
					stop();
					this.emitError(toNodeError(this.getNode(), error, 0));
				});
			},
		};
	}
}

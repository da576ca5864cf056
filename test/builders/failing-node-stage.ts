import { HandoverError } from '../../handover/errors';
import { beforeReply } from '../../handover/operations/before-reply';
import type { HandoverData } from '../../handover/operations/handover-data';
import { LeftTurns } from '../../handover/operations/left-turns';
import { performAction } from '../../handover/operations/perform-action';
import { receiveMessage } from '../../handover/operations/receive-message';
import type { Services } from '../../handover/operations/services';
import { openTestServices, type TestServices } from './services';

export const trigger = {
	scenario: 'contactRequest',
	probability: 1,
	evidence: [],
	classifier: null,
};

const ref = { botId: 'default', conversationId: 'c' };

/** Two processes that have a store in common; in the first one, nodes fail. */
export function failingNodeStage() {
	const isAlive = () => true;
	const stage = {
		services: undefined as unknown as TestServices,
		/** Shares the store, sees the first one live, and remembers nothing of it. */
		other: undefined as unknown as Services,
	};
	beforeEach(async () => {
		const services = await openTestServices({ runner: { id: 'here/1/a', isAlive } });
		stage.services = services;
		stage.other = { ...services, runner: { id: 'there/1/b', isAlive }, leftTurns: new LeftTurns() };
	});
	afterEach(async () => await stage.services.close());

	async function receive(messageId?: string, by: Services = stage.services) {
		return await receiveMessage(by, { ...ref, text: 'hello', ...(messageId && { messageId }) });
	}
	async function answer(by: Services, carried: HandoverData) {
		return (await beforeReply(by, { ...ref, carried, text: 'Hi!' })).output;
	}
	/** A node has failed on the turn. */
	async function leave(carried: unknown): Promise<void> {
		const { services } = stage;
		services.leftTurns.leave(services, carried);
		await services.leftTurns.write(services).catch(() => undefined);
	}
	async function failInHandover({ handover }: { handover: HandoverData }): Promise<void> {
		const carried = { ...handover, trigger };
		await performAction(stage.services, 'createTask', { ...ref, carried });
		await leave(carried);
	}
	/** Until the store is back. */
	function goAway() {
		const away = () => Promise.reject(new HandoverError('STORE_UNAVAILABLE', 'on purpose'));
		const { store } = stage.services;
		const methods = [jest.spyOn(store, 'change'), jest.spyOn(store, 'beat')];
		methods.forEach((method) => method.mockImplementation(away));
		return { comeBack: () => methods.forEach((method) => method.mockRestore()) };
	}

	return Object.assign(stage, { ref, receive, answer, leave, failInHandover, goAway });
}

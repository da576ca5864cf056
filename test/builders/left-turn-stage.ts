import { runDueJobs } from '../../handover/jobs/job-runner';
import { awaitTurn } from '../../handover/operations/await-turn';
import { beforeReply } from '../../handover/operations/before-reply';
import { viewForFlow } from '../../handover/operations/follow-events';
import type { HandoverData } from '../../handover/operations/handover-data';
import { performAction } from '../../handover/operations/perform-action';
import { receiveMessage } from '../../handover/operations/receive-message';
import type { Runner, Services } from '../../handover/operations/services';
import type { HandoverEvent } from '../../handover/stores/records';
import { openTestServices, type TestServices } from './services';

export const ref = { botId: 'default', conversationId: 'c' };
export const SETTINGS = { answerWithin: 60, orderPatience: 0 };
export const SECOND = 1_000;

/** One conversation whose Gate asks for an answer within a minute, in a process that looks around. */
export function leftTurnStage() {
	let services: TestServices;
	const alive = new Set<string>();
	const runner = (id: string): Runner => ({ id, isAlive: (one) => alive.has(one) });
	beforeEach(async () => {
		alive.add('here/1/a').add('there/1/b');
		services = await openTestServices({ runner: runner('here/1/a') });
	});
	afterEach(async () => await services.close());

	async function write(
		messageId: string | null = 'm',
		settings: object = SETTINGS,
		by: Services = services,
	) {
		const text = `text of ${messageId}`;
		const received = await receiveMessage(by, { ...ref, messageId, text }, settings);
		return await awaitTurn(by, received);
	}
	const answer = async (carried: HandoverData) =>
		await beforeReply(services, { ...ref, carried, text: 'an answer' });
	/** So many seconds of everybody's looking around, once a second. */
	async function pass(seconds: number): Promise<void> {
		for (let second = 0; second < seconds; second++) {
			services.clock.advance(SECOND);
			await runDueJobs(services);
		}
	}
	/** So many seconds as it takes until the turn has come back so often. */
	async function comesBack(times: number, looks: Services = services): Promise<void> {
		while ((await raisedOf()).length < times) {
			services.clock.advance(SECOND);
			await runDueJobs(looks);
		}
	}
	const authors = async () =>
		(await services.store.read(ref))?.transcript.map(({ author }) => author);
	const raisedOf = async () =>
		(await services.store.readEvents(0, 1_000))
			.filter(({ type }) => type === 'turn.left')
			.map(({ data, at, handoverId }) => ({
				messageId: data['messageId'],
				raised: data['raised'],
				after: (at - services.clock.at) / SECOND,
				isHandover: handoverId !== null,
			}));
	const owner = async () => (await services.store.snapshot(ref, {})).conversation?.owner;
	const openTurns = async () => (await services.store.snapshot(ref, {})).conversation?.openTurns;

	function leave(carried: HandoverData): void {
		services.leftTurns.leave(services, carried);
	}

	async function viewOf(event: HandoverEvent) {
		return await viewForFlow(services, event, ['turn.left']);
	}

	async function recordLine(): Promise<void> {
		const message = {
			author: 'bot' as const,
			text: 'a line',
			messageId: null,
			staffId: null,
			answersSeq: null,
		};
		await services.store.change(ref, {}, ({ conversation }) => ({
			result: undefined,
			writes: [
				{ type: 'conversation', conversation: conversation! },
				{ type: 'message', message: { ...message, at: services.clock.at } },
			],
		}));
	}

	async function answerBy(by: Services, carried: HandoverData) {
		return await beforeReply(by, { ...ref, carried, text: 'an answer' });
	}

	async function handOver(carried: HandoverData) {
		return await performAction(services, 'addTags', { ...ref, carried, fields: {} });
	}

	async function told() {
		const file = await services.store.read(ref);
		return file?.notifications.map(({ staffId, reason }) => [staffId, reason]);
	}

	return {
		get services() {
			return services;
		},
		alive,
		runner,
		write,
		answer,
		pass,
		comesBack,
		authors,
		raisedOf,
		owner,
		openTurns,
		leave,
		viewOf,
		recordLine,
		answerBy,
		handOver,
		told,
	};
}

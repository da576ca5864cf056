import { ACTION_KINDS, type ActionKind } from '../../handover/conversation/handover';
import { beforeReply } from '../../handover/operations/before-reply';
import { confirmTurn } from '../../handover/operations/confirm-turn';
import type { HandoverData } from '../../handover/operations/handover-data';
import { performAction } from '../../handover/operations/perform-action';
import { raiseLeftTurns } from '../../handover/operations/raise-left-turns';
import { receiveMessage } from '../../handover/operations/receive-message';
import type { Services } from '../../handover/operations/services';
import type { Store } from '../../handover/stores/store';
import { openTestServices, type TestServices } from '../builders/services';
import { aMember } from '../builders/staff';
import { ref } from './store-builders';

const CONVERSATIONS = 20;
const trigger = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };

/** What becomes of turns that their flows are to confirm, on every store, whoever else looks just now. */
export function confirmContract(
	open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>,
) {
	let here: TestServices;
	let there: TestServices;
	beforeEach(async () => {
		const { store, reopen } = await open();
		const runner = (id: string) => ({ id, isAlive: () => true });
		here = await openTestServices({ store, runner: runner('here/1/a') });
		there = await openTestServices({ store: await reopen(), runner: runner('there/1/b') });
		await store.saveStaff([aMember('ana', { fallbackContact: true })]);
	});
	afterEach(async () => {
		await here.close();
		await there.close();
	});

	const all = Array.from({ length: CONVERSATIONS }, (_, index) => `c${index}`);
	const receive = async (by: Services, conversationId: string) =>
		await receiveMessage(
			by,
			{ ...ref, conversationId, messageId: 'm', text: 'hello' },
			{ answerWithin: 60, untilConfirmed: true, orderPatience: 0 },
		);
	const answer = async (conversationId: string) => {
		const { handover } = await receive(here, conversationId);
		const input = { ...ref, conversationId, carried: handover, text: 'an answer' };
		return (await beforeReply(here, input)).handover;
	};
	const act = async (by: Services, handover: HandoverData, kinds: readonly ActionKind[]) => {
		let carried: HandoverData = { ...handover, trigger: handover.trigger ?? trigger };
		for (const kind of kinds) {
			const fields = kind === 'assignConversation' ? { acceptWithin: 0 } : {};
			carried = (await performAction(by, kind, { ...carried, carried, fields })).handover;
		}
		return carried;
	};
	const watched = async () => (await there.store.findWatchedTurns(100)).length;
	const raise = async (by: Services) =>
		await raiseLeftTurns(by, (error) => {
			throw error;
		});
	/** Each looks every ten seconds, and in the end all at the same time. */
	const pass = async (seconds: number) => {
		for (let passed = 0; passed < seconds; passed += 10) {
			for (const by of [here, there]) {
				await raise(by);
				by.clock.advance(10_000);
			}
		}
		await Promise.all([here, there, here, there].map(raise));
	};
	const events = async (type: string) =>
		(await there.store.readEvents(0, 1_000)).filter((one) => one.type === type);

	test('a turn is found after its answer, until it is confirmed, by whomever', async () => {
		const carried = await Promise.all(all.map(answer));
		expect(await watched()).toBe(CONVERSATIONS);
		const confirmed = await Promise.all(
			carried.flatMap((one) => [confirmTurn(here, one), confirmTurn(there, one)]),
		);
		expect(confirmed.filter((one) => one.confirmed)).toHaveLength(CONVERSATIONS);
		expect(await watched()).toBe(0);
		await pass(70);
		expect(await events('turn.left')).toEqual([]);
	});

	test('an answer that nobody confirms comes back once, and is said again under its number', async () => {
		await Promise.all(all.map(answer));
		await pass(70);
		expect(await events('turn.left')).toHaveLength(CONVERSATIONS);
		const again = await Promise.all(all.map(async (one) => await receive(there, one)));
		expect(again.map(({ output }) => output)).toEqual(all.map(() => 'duplicate'));
		const said = { replySeq: 2, recordedReplies: [] };
		await Promise.all(
			again.map(async ({ handover }) => await confirmTurn(there, { ...handover, ...said })),
		);
		expect(await watched()).toBe(0);
	});

	test('a handover that is left half way is carried on by one, and each action is done once', async () => {
		await Promise.all(
			all.map(async (one) => {
				const { handover } = await receive(here, one);
				await act(here, handover, ACTION_KINDS.slice(0, 2));
			}),
		);
		await pass(70);
		await Promise.all(
			all.map(async (conversationId) => {
				const both = [receive(here, conversationId), receive(there, conversationId)];
				const [one, other] = await Promise.all(both);
				expect([one!.output, other!.output].sort()).toEqual(['bot', 'duplicate']);
				const by = one!.output === 'bot' ? here : there;
				const carried = one!.output === 'bot' ? one!.handover : other!.handover;
				const done = await act(by, carried, ACTION_KINDS);
				expect((await confirmTurn(by, done)).confirmed).toBe(true);
				const { handover } = await there.store.snapshot({ ...ref, conversationId }, {});
				expect(handover?.actions.map(({ status, attempts }) => [status, attempts])).toEqual(
					ACTION_KINDS.map(() => ['done', 1]),
				);
			}),
		);
		expect(await watched()).toBe(0);
	});

	test('one that nobody confirms is alerted once, whoever looks', async () => {
		await act(here, (await receive(here, 'c')).handover, ['assignConversation']);
		for (const seconds of [70, 120, 240, 480, 600]) await pass(seconds);
		expect((await events('turn.left')).map(({ data }) => data['raised'])).toEqual([1, 2, 3]);
		expect(await events('turn.unconfirmed')).toMatchObject([{ data: { alerted: 1 } }]);
		const file = await there.store.read({ ...ref, conversationId: 'c' });
		expect(file?.notifications).toMatchObject([{ staffId: 'ana', reason: 'turnUnconfirmed' }]);
		expect(await watched()).toBe(0);
	});
}

import { beat } from '../../handover/operations/beat';
import { beforeReply } from '../../handover/operations/before-reply';
import { performAction } from '../../handover/operations/perform-action';
import { raiseLeftTurns } from '../../handover/operations/raise-left-turns';
import { receiveMessage } from '../../handover/operations/receive-message';
import type { Services } from '../../handover/operations/services';
import type { Store } from '../../handover/stores/store';
import { openTestServices, type TestServices } from '../builders/services';
import { ref } from './store-builders';

const MESSAGES = 40;
const trigger = { scenario: 'contactRequest', probability: 1, evidence: [], classifier: null };

/** What becomes of a turn that its process leaves, on every store, whoever else wants it just now. */
export function leftTurnsContract(
	open: () => Promise<{ store: Store; reopen: () => Promise<Store> }>,
) {
	let here: TestServices;
	let there: TestServices;
	beforeEach(async () => {
		const { store, reopen } = await open();
		const runner = (id: string) => ({ id, isAlive: () => true });
		here = await openTestServices({ store, runner: runner('here/1/a') });
		there = await openTestServices({ store: await reopen(), runner: runner('there/1/b') });
	});
	afterEach(async () => {
		await here.close();
		await there.close();
	});

	const receive = (by: Services, conversationId: string) =>
		receiveMessage(by, { ...ref, conversationId, messageId: 'm', text: 'hello' });
	const runners = async (conversationId: string) => {
		const own = { ...ref, conversationId };
		const { admission, conversation, handover } = await there.store.snapshot(own, {
			messageId: 'm',
		});
		return [admission?.runner, conversation?.openTurns[0]?.runner, handover?.runner];
	};

	test('a turn that was left is nobody’s, and then that of one who takes it up', async () => {
		const { handover } = await receive(here, 'c');
		here.leftTurns.leave(here, handover);
		await beat(here);
		expect(await runners('c')).toEqual(['', '', undefined]);
		expect((await receive(there, 'c')).output).toBe('bot');
		expect(await runners('c')).toEqual(['there/1/b', 'there/1/b', undefined]);
		here.leftTurns.leave(here, handover);
		await beat(here);
		expect(await runners('c')).toEqual(['there/1/b', 'there/1/b', undefined]);
	});

	test('a handover that was left half done is nobody’s, and then likewise', async () => {
		const { handover } = await receive(here, 'c');
		const carried = { ...handover, trigger };
		await performAction(here, 'pauseBot', { ...ref, carried });
		here.leftTurns.leave(here, carried);
		await beat(here);
		expect(await runners('c')).toEqual(['here/1/a', undefined, '']);
		expect((await receive(there, 'c')).output).toBe('bot');
		expect(await runners('c')).toEqual(['there/1/b', undefined, 'there/1/b']);
	});

	test('a turn that is left while it is answered or comes again has one answer in the end', async () => {
		await Promise.all(
			Array.from({ length: MESSAGES }, async (_, index) => {
				const conversationId = `c${index}`;
				const own = { ...ref, conversationId };
				const { handover } = await receive(here, conversationId);
				here.leftTurns.leave(here, handover);
				const answers = [
					beforeReply(here, { ...own, carried: handover, text: 'from here' }),
					receive(there, conversationId).then(async (received) => {
						if (received.output !== 'bot') return;
						const carried = received.handover;
						await beforeReply(there, { ...own, carried, text: 'from there' });
					}),
				];
				await Promise.all(answers);
				const file = await there.store.read(own);
				expect(file?.transcript.map(({ author }) => author)).toEqual(['contact', 'bot']);
				expect(file?.conversation.openTurns).toEqual([]);
				const { admission } = await there.store.snapshot(own, { messageId: 'm' });
				expect(admission?.settled).toBe(true);
			}),
		);
	});

	describe('a turn that is watched', () => {
		const watched = (by: Services, conversationId: string) =>
			receiveMessage(
				by,
				{ ...ref, conversationId, messageId: 'm', text: 'hello' },
				{ answerWithin: 60 },
			);
		const found = async (limit = 10) =>
			(await there.store.findWatchedTurns(limit)).map(({ conversationId }) => conversationId);
		const raise = async (by: Services) =>
			await raiseLeftTurns(by, (error) => {
				throw error;
			});

		test('is found until it is answered, whose time is over first before the others', async () => {
			const { handover } = await watched(here, 'late');
			here.clock.at -= 1_000;
			await watched(here, 'early');
			await receive(here, 'unwatched');
			expect(await found()).toEqual(['early', 'late']);
			expect(await found(1)).toEqual(['early']);
			const [early] = await there.store.findWatchedTurns(1);
			expect(early).toEqual({
				botId: 'b',
				conversationId: 'early',
				openTurns: (await there.store.snapshot(early!, {})).conversation?.openTurns,
			});
			await beforeReply(here, { ...handover, carried: handover, text: 'an answer' });
			expect(await found()).toEqual(['early']);
			await there.store.erase({ ...ref, conversationId: 'early' });
			expect(await found()).toEqual([]);
		});

		/** Each looks now, every ten seconds, and in the end all at the same time. */
		const pass = async (seconds: number) => {
			for (let passed = 0; passed < seconds; passed += 10) {
				for (const by of [here, there]) {
					await raise(by);
					by.clock.advance(10_000);
				}
			}
			return await Promise.all([here, there, here, there].map(raise));
		};

		test('comes back once, whoever looks, and is nobody’s then', async () => {
			const all = Array.from({ length: MESSAGES }, (_, index) => `c${index}`);
			await Promise.all(all.map(async (conversationId) => await watched(here, conversationId)));
			const done = await pass(70);
			expect(done.reduce((sum, one) => sum + one)).toBe(MESSAGES);
			const events = await there.store.readEvents(0, 1_000);
			expect(events.map(({ conversationId }) => conversationId).sort()).toEqual(all.sort());
			expect(events.map(({ data }) => data)).toEqual(
				all.map(() => ({ messageId: 'm', messageSeq: 1, raised: 1 })),
			);
			expect(await runners('c0')).toEqual(['', '', undefined]);
			expect(await raise(here)).toBe(0);
		});

		test('and has one answer in the end, however often it is delivered', async () => {
			const { handover } = await watched(here, 'c');
			await pass(70);
			const again = await Promise.all([receive(here, 'c'), receive(there, 'c')]);
			expect(again.map(({ output }) => output).sort()).toEqual(['bot', 'duplicate']);
			const taken = again.find(({ output }) => output === 'bot')!;
			const by = taken.handover.worker === 'a' ? here : there;
			const carried = taken.handover;
			expect((await beforeReply(by, { ...carried, carried, text: 'one' })).output).toBe('send');
			expect(await found()).toEqual([]);
			if (by === there) {
				const late = { ...handover, carried: handover, text: 'two' };
				expect((await beforeReply(here, late)).output).toBe('drop');
			}
		});

		test('is with a human after the third time, whoever looks', async () => {
			await watched(here, 'c');
			for (const seconds of [70, 120, 240, 480]) await pass(seconds);
			const { conversation, handover } = await there.store.snapshot(
				{ ...ref, conversationId: 'c' },
				{},
			);
			expect(conversation).toMatchObject({ owner: 'waiting', openTurns: [] });
			expect(handover).toMatchObject({ scenario: 'lackOfInformation', runner: '' });
			expect(await found()).toEqual([]);
		});
	});
}

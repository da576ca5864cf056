import { awaitTurn } from '../../../handover/operations/await-turn';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { type TestServices } from '../../builders/services';
import { leftTurnStage, ref, SECOND, SETTINGS } from '../../builders/left-turn-stage';

const stage = leftTurnStage();
const {
	write,
	answer,
	pass,
	comesBack,
	authors,
	raisedOf,
	openTurns,
	leave,
	answerBy,
	handOver,
	alive,
	runner,
	recordLine,
} = stage;

describe('a bot that is slower than its time', () => {
	async function askTwice() {
		const first = (await write()).handover;
		await comesBack(1);
		return { first, second: async () => (await write('m', {})).handover };
	}

	test('has its answer sent as long as nobody has taken the turn up', async () => {
		const { first, second } = await askTwice();
		expect((await answer(first)).output).toBe('send');
		expect((await second()).duplicate).toBe(true);
	});

	test.each([
		['before', ['drop', 'send']],
		['after', ['send', 'drop']],
	])('is heard once, when the first answer comes %s the second', async (when, outputs) => {
		const { first, second } = await askTwice();
		const again = await second();
		const answers = when === 'before' ? [first, again] : [again, first];
		const sent = [];
		for (const carried of answers) sent.push((await answer(carried)).output);
		expect(sent).toEqual(outputs);
		expect(await authors()).toEqual(['contact', 'bot']);
	});

	test('and calls nobody with the first run once the second one has the turn', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		expect((await handOver(first)).handover).toMatchObject({ handoverId: null });
		expect((await answer(again)).output).toBe('send');
	});

	test('and while its turn is nobody’s again, only the last run is heard', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		await comesBack(2);
		expect((await openTurns())?.[0]?.runner).toBe('');
		expect((await answer(first)).output).toBe('drop');
		expect((await answer(again)).output).toBe('send');
		expect(await authors()).toEqual(['contact', 'bot']);
	});

	test('nor does the run before it open a handover then', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		await comesBack(2);
		expect((await handOver(first)).handover).toMatchObject({ handoverId: null });
		expect((await answer(again)).output).toBe('send');
	});

	test('nor do two workers who hung and wake up, while a third one looks', async () => {
		const there = { ...stage.services, runner: runner('there/1/b') } as TestServices;
		const looks = { ...stage.services, runner: runner('third/1/c') };
		alive.add('third/1/c');
		const first = (await write()).handover;
		await comesBack(1, looks);
		const again = (await write('m', {}, there)).handover;
		await comesBack(2, looks);
		expect((await answer(first)).output).toBe('drop');
		expect((await answerBy(there, again)).output).toBe('send');
		expect(await authors()).toEqual(['contact', 'bot']);
	});

	test('is heard once although the conversation’s time is ahead of the clock', async () => {
		await answer((await write('before')).handover);
		stage.services.clock.at -= 20 * 60 * SECOND;
		const first = (await write()).handover;
		await comesBack(1);
		const again = (await write('m', {})).handover;
		expect(again.duplicate).toBe(false);
		expect((await answer(first)).output).toBe('drop');
		expect((await answer(again)).output).toBe('send');
		expect(await authors()).toEqual(['contact', 'bot', 'contact', 'bot']);
	});

	test('and a first run that fails late leaves the turn to the second one', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		leave(first);
		await stage.services.leftTurns.write(stage.services);
		expect((await openTurns())?.[0]?.runner).toBe('here/1/a');
		expect((await write('m', {})).output).toBe('duplicate');
		expect((await answer(again)).output).toBe('send');
	});

	test('nor the handover that the second one carries out', async () => {
		const { first, second } = await askTwice();
		const again = await second();
		await handOver(again);
		leave({
			...first,
			trigger: { scenario: 'flow', probability: 1, evidence: [], classifier: null },
		});
		await stage.services.leftTurns.write(stage.services);
		expect((await stage.services.store.snapshot(ref, {})).handover?.runner).toBe('here/1/a');
	});

	test('has longer the second time, so that one that is always a little slower is heard', async () => {
		const { second } = await askTwice();
		const again = await second();
		await pass(100);
		expect(await raisedOf()).toHaveLength(1);
		expect((await answer(again)).output).toBe('send');
	});

	test('may still send several texts for a turn that never came back', async () => {
		const { handover } = await write();
		for (const _text of [1, 2]) expect((await answer(handover)).output).toBe('send');
	});
});

describe('among the other turns of its conversation', () => {
	test('it comes back although the contact’s next message was answered', async () => {
		await write('first');
		const { handover } = await write('second');
		await answer(handover);
		await pass(61);
		expect(await raisedOf()).toMatchObject([{ messageId: 'first', raised: 1 }]);
	});

	test('nobody waits for it again who has waited in vain', async () => {
		await write('first');
		const waits = { ...SETTINGS, orderPatience: 10 };
		const received = await receiveMessage(
			stage.services,
			{ ...ref, messageId: 'second', text: 's' },
			waits,
		);
		const turn = awaitTurn(stage.services, received);
		stage.services.clock.advance(11 * SECOND);
		expect((await turn).output).toBe('bot');
		expect(await openTurns()).toMatchObject([{ seq: 1, watch: { passed: true } }, { seq: 2 }]);
		stage.services.silentBots.sawAnswer('default');
		await answer((await turn).handover);
		const third = await receiveMessage(
			stage.services,
			{ ...ref, messageId: 'third', text: 't' },
			waits,
		);
		expect((await awaitTurn(stage.services, third)).output).toBe('bot');
	});

	test.each([
		['its process left it', (carried: HandoverData) => leave(carried)],
		['its process is gone', () => void alive.delete('there/1/b')],
	])('what the contact writes next waits for its answer, where %s', async (_why, happens) => {
		const there = { ...stage.services, runner: runner('there/1/b') } as TestServices;
		const { handover } = await write('first', SETTINGS, there);
		happens(handover);
		await stage.services.leftTurns.write(stage.services);
		const waits = { ...SETTINGS, orderPatience: 10 };
		let isOver = false;
		const next = write('second', waits).finally(() => (isOver = true));
		await pass(2);
		expect(isOver).toBe(false);
		const again = await write('first', {});
		await stage.services.clock.wait();
		expect(isOver).toBe(false);
		await answer(again.handover);
		expect((await next).output).toBe('bot');
	});

	test.each([
		['', 0],
		[', also behind many newer lines', 70],
	])('joined messages come back as one%s', async (_where, newer) => {
		const joins = { ...SETTINGS, burstWindow: 3 };
		const messages = ['one', 'two'].map((id) => ({ ...ref, messageId: id, text: id }));
		const first = await receiveMessage(stage.services, messages[0]!, joins);
		const second = await receiveMessage(stage.services, messages[1]!, joins);
		stage.services.clock.advance(3 * SECOND);
		const turns = [awaitTurn(stage.services, first), awaitTurn(stage.services, second)];
		await stage.services.clock.wait();
		stage.services.clock.advance(3 * SECOND);
		const [, taken] = await Promise.all(turns);
		leave(taken!.handover);
		for (let line = 0; line < newer; line++) await recordLine();
		await pass(1);
		expect(await raisedOf()).toMatchObject([{ messageId: 'two', raised: 1 }]);
		const again = await awaitTurn(
			stage.services,
			await receiveMessage(stage.services, messages[1]!, joins),
		);
		expect(again).toMatchObject({ output: 'bot', handover: { text: 'one\ntwo' } });
	});
});

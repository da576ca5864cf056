import { beforeReply } from '../../../handover/operations/before-reply';
import { classifyTurn } from '../../../handover/operations/classify-turn';
import { saveScenarios } from '../../../handover/operations/configure';
import { countAttempt } from '../../../handover/operations/count-attempt';
import type { HandoverData } from '../../../handover/operations/handover-data';
import { performAction } from '../../../handover/operations/perform-action';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import type { Classification } from '../../../handover/classifier/classifier';
import { openTestServices, type TestServices } from '../../builders/services';

const ref = { botId: 'default', conversationId: 'c' };
let services: TestServices;
beforeEach(async () => {
	services = await openTestServices();
});
afterEach(async () => await services.close());

const receive = async (text: string, messageId?: string) =>
	(await receiveMessage(services, { ...ref, text, messageId })).handover;
const classify = (carried: HandoverData, next: Partial<Classification> = {}, draft?: string) => {
	services.classifier.next = next;
	const judge = draft === undefined ? 'contactMessage' : 'botDraft';
	return classifyTurn(services, { ...ref, carried, judge, draft });
};
const count = (carried: HandoverData, threshold?: unknown) =>
	countAttempt(services, { ...ref, carried, threshold });
const answer = (carried: HandoverData, text = 'An answer') =>
	beforeReply(services, { ...ref, carried, text });

/** One whole turn, as the reference flow plays it. Returns null when a human is called instead. */
async function turn(text: string, attempt: Classification['attempt'], threshold?: number) {
	const received = await receive(text);
	const label = attempt === 'failed' ? 'failedAttempt' : 'continue';
	const classified = await classify(received, { label, attempt });
	const counted = await count(classified.handover, threshold);
	if (counted.output === 'failedToResolve') return counted.handover;
	await answer(counted.handover);
	return null;
}

describe('Classifier', () => {
	test('hands the classifier the turns before this one, oldest first', async () => {
		const first = await receive('first');
		await answer(first, 'reply');
		await classify(await receive('second'));
		expect(services.classifier.seen[0]).toMatchObject({
			text: 'second',
			draft: null,
			history: [
				{ author: 'contact', text: 'first' },
				{ author: 'bot', text: 'reply' },
			],
		});
	});

	test('hands it a draft together with the message that it answers', async () => {
		await classify(await receive('the question'), {}, 'a draft');
		expect(services.classifier.seen[0]).toMatchObject({
			text: null,
			draft: 'a draft',
			retrievalScore: null,
			history: [{ author: 'contact', text: 'the question' }],
		});
	});

	test.each([
		[0.25, 0.25],
		['0.25', 0.25],
		['', null],
		[undefined, null],
	])('takes %p for the retrieval score %p', async (retrievalScore, expected) => {
		const carried = await receive('the question');
		const draft = { carried, judge: 'botDraft' as const, draft: 'a draft', retrievalScore };
		await classifyTurn(services, { ...ref, ...draft });
		expect(services.classifier.seen[0]).toMatchObject({ retrievalScore: expected });
	});

	test.each([-0.1, 1.1, 'high', ' ', Number.NaN, {}])(
		'refuses %p as a retrieval score',
		async (retrievalScore) => {
			const carried = await receive('the question');
			const draft = { carried, judge: 'botDraft' as const, draft: 'a draft', retrievalScore };
			await expect(classifyTurn(services, { ...ref, ...draft })).rejects.toMatchObject({
				code: 'RETRIEVAL_SCORE_OUT_OF_RANGE',
			});
		},
	);

	test('names the scenario, and leaves the conversation alone', async () => {
		const classified = await classify(await receive('a human'), { label: 'contactRequest' });
		expect(classified).toMatchObject({
			output: 'contactRequest',
			handover: { scenario: 'contactRequest', handoverId: null, owner: 'bot' },
		});
	});

	test('judges a draft only when it is asked to', async () => {
		await classify(await receive('hello'), {}, 'I do not know');
		expect(services.classifier.seen[0]).toMatchObject({ text: null, draft: 'I do not know' });
	});

	test('needs no draft from a bot that failed', async () => {
		const carried = await receive('hello');
		const input = { ...ref, carried, judge: 'botDraft' as const, botFailed: 'true' };
		await classifyTurn(services, input);
		expect(services.classifier.seen[0]).toMatchObject({ draft: null, botFailed: true });
		const withoutDraft = classifyTurn(services, { ...input, botFailed: false });
		await expect(withoutDraft).rejects.toMatchObject({ code: 'TEXT_NOT_A_STRING' });
	});

	test('refuses an item that no Gate has seen', async () => {
		const bare = classifyTurn(services, {
			...ref,
			carried: { text: 'secret' },
			judge: 'contactMessage',
		});
		await expect(bare).rejects.toMatchObject({ code: 'MESSAGE_NOT_ADMITTED' });
	});

	test("says the open handover's own scenario while that is to be finished", async () => {
		const received = await receive('hello');
		const carried = {
			...received,
			trigger: { scenario: 'failedToResolveIssue', probability: 1, evidence: [], classifier: null },
		};
		await performAction(services, 'addTags', { ...ref, carried });
		const again = await classify(carried, { label: 'continue' });
		expect(again.output).toBe('failedAttempt');
		expect((await count(again.handover)).output).toBe('failedToResolve');
	});
});

describe('an item that no Gate has seen, or whose handover a node has dropped', () => {
	const bare = { carried: undefined, judge: 'contactMessage' as const, text: 'An answer' };

	test.each([
		['Classifier', classifyTurn],
		['Failure Counter', countAttempt],
		['Before Reply', beforeReply],
	])(
		'is refused by the %s with the cause, and not for its missing ID',
		async (_node, operation) => {
			await expect(operation(services, bare)).rejects.toMatchObject({
				code: 'MESSAGE_NOT_ADMITTED',
				message: expect.stringContaining('Put a Gate (Receive Message) before this node'),
			});
		},
	);
});

describe('Failure Counter', () => {
	test('calls a human on the second failed attempt, before a third answer', async () => {
		expect(await turn('How long does shipping take?', 'unclear')).toBeNull();
		expect(await turn("That didn't help", 'failed')).toBeNull();
		const called = await turn('still not what I need', 'failed');
		expect(called).toMatchObject({ failedAttempts: 2, scenario: 'failedToResolveIssue' });
	});

	test.each([1, 2, 10])('calls a human after %i', async (threshold) => {
		await turn('a question', 'unclear', threshold);
		for (let failed = 1; failed < threshold; failed++) {
			expect(await turn('no', 'failed', threshold)).toBeNull();
		}
		expect(await turn('no', 'failed', threshold)).toMatchObject({ failedAttempts: threshold });
	});

	test.each([0, 11, 1.5, 'two', -1])('refuses a threshold of %s', async (threshold) => {
		const counted = count(await receive('hello'), threshold);
		await expect(counted).rejects.toMatchObject({ code: 'THRESHOLD_OUT_OF_RANGE' });
	});

	test('counts a turn once when its item is counted twice', async () => {
		await turn('a question', 'unclear');
		const classified = await classify(await receive('no'), {
			label: 'failedAttempt',
			attempt: 'failed',
		});
		await count(classified.handover);
		expect((await count(classified.handover)).handover.failedAttempts).toBe(1);
	});

	test('counts a draft that does not know, and not again what the contact says of it', async () => {
		const evidence = [{ source: 'botDraft' as const, rule: 'doesNotKnow', text: null }];
		const drafted = await classify(
			await receive('a question'),
			{ label: 'failedAttempt', evidence },
			'I do not know',
		);
		const counted = await count(drafted.handover);
		expect(counted).toMatchObject({ output: 'tryAgain', handover: { failedAttempts: 1 } });
		await answer(counted.handover);
		const complaint = await classify(await receive('no'), {
			label: 'failedAttempt',
			attempt: 'failed',
		});
		expect((await count(complaint.handover)).handover.failedAttempts).toBe(1);
	});

	test('does not blame an answer for a complaint that was written before it', async () => {
		await turn('a question', 'unclear');
		const first = await classify(await receive('no'), {
			label: 'failedAttempt',
			attempt: 'failed',
		});
		const second = await classify(await receive('wrong'), {
			label: 'failedAttempt',
			attempt: 'failed',
		});
		await answer((await count(first.handover)).handover);
		const counted = await count(second.handover);
		expect(counted).toMatchObject({ output: 'tryAgain', handover: { failedAttempts: 1 } });
	});

	test('calls nobody when that scenario is switched off', async () => {
		await saveScenarios(services, {
			scenarios: [
				{ name: 'failedToResolveIssue', handoverType: 'failedToResolveIssue', enabled: false },
			],
			savedBy: 'test',
		});
		await turn('a question', 'unclear');
		await turn('no', 'failed');
		expect(await turn('no', 'failed')).toBeNull();
	});

	test.each(['succeeded', 'topicChanged'] as const)(
		'starts anew when the turn has %s',
		async (attempt) => {
			await turn('a question', 'unclear');
			await turn('no', 'failed');
			await turn('something else', attempt);
			expect((await services.store.read(ref))?.conversation.attempts.failedAttempts).toBe(0);
		},
	);
});

describe('Before Reply', () => {
	test('sends an answer and writes it down', async () => {
		const sent = await answer(await receive('hello'), 'Hi!');
		expect(sent).toMatchObject({ output: 'send', handover: { reply: 'Hi!' } });
		expect((await services.store.read(ref))?.transcript.at(-1)).toMatchObject({
			author: 'bot',
			text: 'Hi!',
		});
	});

	test.each([
		['a human who typed', () => recordHumanReply(services, ref, { text: 'I am here' })],
		[
			'a handover',
			async (carried: HandoverData) =>
				await performAction(services, 'addTags', { ...ref, carried }),
		],
	])('drops an answer that was overtaken by %s', async (_by, overtake) => {
		const received = await receive('hello');
		await overtake(received);
		const dropped = await answer(received, 'Hi!');
		expect(dropped).toMatchObject({ output: 'drop', handover: { reply: null } });
		const file = await services.store.read(ref);
		expect(file?.transcript.map(({ text }) => text)).not.toContain('Hi!');
		expect(file?.events.at(-1)?.type).toBe('answer.dropped');
	});

	test('drops an answer whose item has lost its stamp', async () => {
		const received = await receive('hello');
		const dropped = await answer({ ...received, epoch: undefined as unknown as number });
		expect(dropped.output).toBe('drop');
	});

	test.each([
		[undefined, 'TEXT_MISSING'],
		[5, 'TEXT_NOT_A_STRING'],
		['', 'TEXT_MISSING'],
	])('refuses %s for an answer', async (text, code) => {
		const carried = await receive('hello');
		await expect(beforeReply(services, { ...ref, carried, text })).rejects.toMatchObject({ code });
	});
});

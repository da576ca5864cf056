import type { NodeAPI } from 'node-red';
import type { TrialResult } from '../../../handover/operations/try-scenarios';
import { markCommonWords, markQuote } from '../../../nodes/node-red/editor/try-it/mark-words';
import { serveTrial } from '../../../nodes/node-red/handover-classifier/serve-trial';

type Handler = (request: object, response: object) => Promise<void>;

const permissions: string[] = [];
let handler: Handler;
serveTrial({
	httpAdmin: { post: (_path: string, _permission: unknown, one: Handler) => (handler = one) },
	auth: { needsPermission: (permission: string) => permissions.push(permission) },
} as unknown as NodeAPI);

async function ask(body: unknown): Promise<{ status: number; body: TrialResult }> {
	const answer = { status: 200, body: {} as TrialResult };
	const response = {
		status: (status: number) => Object.assign(response, void (answer.status = status)),
		json: (sent: TrialResult) => void (answer.body = sent),
	};
	await handler({ body }, response);
	return answer;
}

const refund = {
	name: 'Refund',
	handoverType: 'custom',
	enabled: true,
	threshold: 0.8,
	examples: ['I want my money back'],
};
const chancesOf = ({ scenarios }: TrialResult) =>
	Object.fromEntries(scenarios.map(({ name, probability }) => [name, probability]));

test('whoever may read may try', () => {
	expect(permissions).toEqual(['handover-classifier.read']);
});

test('tells the label, why, and what each scenario thinks of it, by scenarios that nobody saved', async () => {
	const { status, body } = await ask({ scenarios: [refund], message: 'i want my money back!' });
	expect(status).toBe(200);
	expect(body.classification).toMatchObject({ label: 'custom', customScenario: 'Refund' });
	expect(body.classification!.evidence[0]!.rule).toMatch(/^example\/1: I want my money back/);
	expect(body.scenarios.map(({ name, threshold }) => [name, threshold])).toEqual([
		['contactRequest', 0.5],
		['lackOfInformation', 0.5],
		['failedToResolveIssue', 0.5],
		['Refund', 0.8],
	]);
	const { Refund, contactRequest, lackOfInformation } = chancesOf(body);
	expect(Refund).toBeGreaterThan(0.9);
	expect(contactRequest).toBeLessThan(0.5);
	expect(lackOfInformation).toBe(0);
});

test('the probability of a scenario is the one that decides when it is taken', async () => {
	for (const message of ['Can I talk to a human?', 'Where is my parcel?', 'give me my money']) {
		const { body } = await ask({ scenarios: [refund], judge: 'contactMessage', message });
		const { label, customScenario, probability } = body.classification!;
		if (label !== 'continue') {
			expect(chancesOf(body)[customScenario ?? label]).toBe(probability);
		} else {
			for (const { probability: below, threshold } of body.scenarios)
				expect(below).toBeLessThan(threshold);
		}
	}
});

test('the last answer and the draft count where they are judged', async () => {
	const draft = "I'm sorry, I don't have any information about that.";
	const texts = { scenarios: [], message: 'Do you ship to Mars?', draft };
	const ofDraft = await ask({ ...texts, judge: 'botDraft' });
	expect(ofDraft.body.classification).toMatchObject({ label: 'lackOfInformation' });
	const ofMessage = await ask({ ...texts, judge: 'contactMessage' });
	expect(ofMessage.body.classification).toMatchObject({ label: 'continue' });
	const failed = await ask({
		scenarios: [],
		message: 'No, that did not help, it still does not work',
		lastAnswer: 'Please restart the router.',
	});
	expect(failed.body.classification).toMatchObject({ label: 'failedAttempt' });
	expect(chancesOf(failed.body)['failedToResolveIssue']).toBeGreaterThan(0.5);
});

test('who asks the same again was not helped', async () => {
	const again = { scenarios: [], message: 'How do I change my delivery address?' };
	const lastAnswer = 'Here is our catalogue.';
	const earlierMessage = 'how can i change the address for my delivery';
	const first = await ask({ ...again, lastAnswer });
	expect(first.body.classification).toMatchObject({ label: 'continue' });
	const { body } = await ask({ ...again, lastAnswer, earlierMessage });
	expect(body.classification).toMatchObject({
		label: 'failedAttempt',
		evidence: expect.arrayContaining([
			{ source: 'earlierTurn', rule: 'repeatsQuestion', text: earlierMessage },
		]),
	});
});

test("the flow's own word counts where the draft is judged, and for nothing else", async () => {
	const message = 'Do you ship to Mars?';
	const { body } = await ask({ scenarios: [], message, botFailed: true });
	expect(body.classification).toMatchObject({ label: 'lackOfInformation' });
	const without = chancesOf((await ask({ scenarios: [], message })).body);
	const { probability } = body.classification!;
	expect(chancesOf(body)).toEqual({ ...without, lackOfInformation: probability });
	expect((await ask({ scenarios: [], botFailed: true })).body.classification).not.toBeNull();
	const ofMessage = await ask({ scenarios: [], judge: 'contactMessage', message, botFailed: true });
	expect(ofMessage.body.classification).toMatchObject({ label: 'continue' });
});

test('the worse the retrieval, the likelier the bot does not know', async () => {
	const draft = 'We may ship there.';
	const chance = async (retrievalScore: number | '') =>
		chancesOf((await ask({ scenarios: [], draft, retrievalScore })).body).lackOfInformation!;
	expect(await chance(0)).toBeGreaterThan(await chance(''));
	expect(await chance(1)).toBeLessThan(await chance(''));
	expect(await ask({ scenarios: [], draft, retrievalScore: 2 })).toMatchObject({
		status: 400,
		body: { code: 'RETRIEVAL_SCORE_OUT_OF_RANGE' },
	});
});

test('with Lack of Information off, the draft counts as a failed attempt', async () => {
	const off = { name: 'lackOfInformation', handoverType: 'lackOfInformation', enabled: false };
	const { body } = await ask({ scenarios: [off], draft: 'Sorry, I do not know that.' });
	expect(body.classification).toMatchObject({ label: 'failedAttempt' });
	expect(chancesOf(body)['failedToResolveIssue']).toBe(body.classification!.probability);
});

test('without a text there is nothing to judge, and overlaps are named all the same', async () => {
	const money = { ...refund, name: 'Money' };
	const { body } = await ask({ scenarios: [refund, money] });
	expect(body.classification).toBeNull();
	expect(body.overlaps).toMatchObject([{ probability: expect.any(Number) }]);
});

test.each([
	[
		'a seventh scenario',
		{ scenarios: [1, 2, 3, 4].map((at) => ({ ...refund, name: `R${at}` })) },
		400,
	],
	['no list', { scenarios: 'x' }, 400],
	['no text', { scenarios: [], message: 1 }, 400],
	['too long a text', { scenarios: [], message: 'x'.repeat(20_001) }, 400],
	['too long a request', { scenarios: [], other: 'x'.repeat(300_001) }, 400],
	['no request', undefined, 400],
])('%s is refused with what to do', async (_title, body, status) => {
	const answer = await ask(body);
	expect(answer).toMatchObject({ status, body: { code: expect.any(String) } });
	expect((answer.body as unknown as Error).message).toMatch(/^\w.*\.$/);
});

const marked = (stretches: Array<{ text: string; marked: boolean }>) =>
	stretches.map((one) => (one.marked ? `[${one.text}]` : one.text)).join('');

test.each([
	['Please let me talk to a human now', 'talk to a human', 'Please let me [talk to a human] now'],
	['hello', 'absent', 'hello'],
	['hello', '', 'hello'],
])('in "%s", "%s" is marked', (text, quoted, expected) => {
	expect(marked(markQuote(text, quoted))).toBe(expected);
});

test.each([
	['I need some refunding', 'a refund is needed', 'I need some [refunding]'],
	['Ich möchte Rückgabe', 'rückgabe?', 'Ich möchte [Rückgabe]'],
	['我要退款', '退款', '[我要退款]'],
])('in "%s", the words in common with "%s" are marked', (text, other, expected) => {
	expect(marked(markCommonWords(text, other))).toBe(expected);
});

import type { Classification, Turn } from '../../../../handover/classifier/classifier';
import {
	modelClassifier,
	type ClassifierMode,
} from '../../../../handover/classifier/language-model/model-classifier';
import { ModelFailure } from '../../../../handover/classifier/language-model/model-failure';
import { modelAnswer } from '../../../builders/fake-model-server';
import { aClassification, aTurn, REFUND, scriptedModel } from './model-turns';

const YES = modelAnswer(['contactRequest'], { contactRequest: 0.95 });
const NO = modelAnswer(['contactRequest'], { contactRequest: 0.01 });

async function judge(given: {
	builtIn?: Partial<Classification>;
	turn?: Partial<Turn>;
	mode?: ClassifierMode;
	answer?: string | Error;
	from?: number;
}) {
	const { builtIn, turn, mode = 'cascade', answer = YES, from = 0.15 } = given;
	const { model, asked } = scriptedModel(() => {
		if (answer instanceof Error) throw answer;
		return answer;
	});
	const failures: string[] = [];
	let time = 0;
	const classifier = modelClassifier({
		builtIn: { classify: async () => aClassification(builtIn) },
		model,
		mode,
		band: { from, to: 0.85 },
		signal: new AbortController().signal,
		clock: { now: () => (time += 5) },
		onUnavailable: (reason) => failures.push(reason),
	});
	const result = await classifier.classify(aTurn({ text: 'agent?', ...turn }));
	return { result, asked, failures };
}

const continues = (runnerUp: number): Partial<Classification> => ({
	label: 'continue',
	probability: 1 - runnerUp,
	runnerUp: { label: 'contactRequest', customScenario: null, probability: runnerUp },
});
const requests = (probability: number): Partial<Classification> => ({
	label: 'contactRequest',
	probability,
});

describe('Cascade', () => {
	test.each([
		['surely nothing', continues(0.1), false],
		[
			'a sure complaint, or else nothing',
			{
				label: 'failedAttempt',
				probability: 0.86,
				runnerUp: { label: 'continue', customScenario: null, probability: 0.2 },
			},
			false,
		],
		['nothing at all', { probability: 1 }, false],
		['at the lower end of the band', continues(0.15), true],
		['probably nothing', continues(0.3), true],
		['probably a request', requests(0.6), true],
		['at the upper end of the band', requests(0.85), false],
		['surely a request', requests(0.97), false],
		['surely a failed attempt', { label: 'failedAttempt', probability: 0.9 }, false],
		[
			'surely a failed attempt, perhaps a request',
			{ ...continues(0.4), label: 'failedAttempt', probability: 0.9 },
			true,
		],
	] as Array<[string, Partial<Classification>, boolean]>)(
		'asks the model only where the built-in classifier is unsure: %s',
		async (_what, builtIn, isAsked) => {
			const { result, asked } = await judge({ builtIn });
			expect(asked).toHaveLength(isAsked ? 1 : 0);
			expect(result.classifier).toBe(isAsked ? 'model scripted prompt/2' : 'builtIn/2');
		},
	);

	test.each([
		['nothing at all', {}, true],
		['surely nothing', continues(0.05), true],
		['surely a failed attempt', { label: 'failedAttempt', probability: 0.9 }, true],
		['surely a request', requests(0.97), false],
		['surely another scenario', { label: 'custom', probability: 0.95 }, false],
	] as Array<[string, Partial<Classification>, boolean]>)(
		'a custom scenario may be meant in any words: %s',
		async (_what, builtIn, isAsked) => {
			const scenarios = [...aTurn().scenarios, REFUND];
			const answer = modelAnswer(['custom1'], { custom1: 0.9 });
			const turn = { text: 'I would like my payment returned', scenarios };
			const { asked, result } = await judge({ builtIn, turn, answer });
			expect(asked).toHaveLength(isAsked ? 1 : 0);
			expect(result.customScenario).toBe(isAsked ? 'Refund' : null);
		},
	);

	test('asked for a custom scenario alone, the model overrules nothing else', async () => {
		const turn = { scenarios: [...aTurn().scenarios, REFUND] };
		const answer = modelAnswer(['custom1'], { custom1: 0.01 });
		const builtIn = { label: 'failedAttempt', probability: 0.99, attempt: 'failed' } as const;
		const { asked, result } = await judge({ builtIn, turn, answer });
		expect(asked).toHaveLength(1);
		expect(JSON.stringify(asked)).not.toContain('contactRequest');
		expect(result).toMatchObject(builtIn);
	});

	test.each(['', '...', ' ?! '])('nobody means a custom scenario by %j', async (text) => {
		const turn = { text, scenarios: [...aTurn().scenarios, REFUND] };
		expect((await judge({ turn })).asked).toHaveLength(0);
	});

	test('no draft can mean a custom scenario, nor any message one that is off', async () => {
		const draftOnly = {
			text: null,
			draft: 'On Friday.',
			scenarios: [...aTurn().scenarios, REFUND],
		};
		expect((await judge({ turn: draftOnly })).asked).toHaveLength(0);
		const off = { scenarios: [...aTurn().scenarios, { ...REFUND, enabled: false }] };
		expect((await judge({ turn: off })).asked).toHaveLength(0);
	});

	test('a band from 0 takes in what nothing speaks for', async () => {
		expect((await judge({ from: 0, builtIn: { runnerUp: null } })).asked).toHaveLength(1);
	});

	test('takes what the model says, for and against', async () => {
		expect((await judge({ builtIn: continues(0.3), answer: YES })).result).toMatchObject({
			label: 'contactRequest',
			probability: 0.95,
			evidence: [{ rule: 'modelReason', text: 'Because.' }],
		});
		expect((await judge({ builtIn: requests(0.6), answer: NO })).result.label).toBe('continue');
	});
});

test('mode Built-in asks nobody', async () => {
	const { result, asked } = await judge({ mode: 'builtIn', builtIn: requests(0.6) });
	expect(asked).toHaveLength(0);
	expect(result).toEqual(aClassification(requests(0.6)));
});

test('mode Model asks also where the built-in classifier is sure', async () => {
	const { result } = await judge({ mode: 'model', builtIn: continues(0), answer: YES });
	expect(result.label).toBe('contactRequest');
});

test.each(['builtIn', 'cascade', 'model'] as const)(
	'mode %s: a sure request for a human is never overruled',
	async (mode) => {
		const { result, asked } = await judge({ mode, builtIn: requests(0.85), answer: NO });
		expect(result).toEqual(aClassification(requests(0.85)));
		expect(asked).toHaveLength(0);
	},
);

test("the flow's own word that the bot failed is never overruled", async () => {
	const builtIn = { label: 'lackOfInformation', probability: 0.8 } as const;
	const turn = { draft: 'Sure!', botFailed: true };
	expect((await judge({ mode: 'model', builtIn, turn })).result.label).toBe('lackOfInformation');
});

test.each([
	[new ModelFailure('timeout'), 'timeout'],
	[new ModelFailure('budget spent'), 'budget spent'],
	[Object.assign(new Error('x'), { status: 401 }), 'unauthorized'],
	[new TypeError('a bug'), 'error'],
	['no JSON', 'off schema'],
	[modelAnswer(['sales'], {}), 'off schema'],
])('on a failure the built-in decision stands, and says so (%s)', async (answer, reason) => {
	const { result, failures } = await judge({ builtIn: requests(0.6), answer });
	expect(result).toMatchObject({
		label: 'contactRequest',
		probability: 0.6,
		classifier: `builtIn/2 (model unavailable: ${reason})`,
	});
	expect(failures).toEqual([reason]);
});

test('nothing is asked about a turn on which there is nothing to ask', async () => {
	const { asked } = await judge({ mode: 'model', turn: { scenarios: [] } });
	expect(asked).toHaveLength(0);
});

test('the time is that of both together', async () => {
	expect((await judge({ mode: 'model' })).result.duration).toBe(5);
});

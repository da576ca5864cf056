import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import type { Scenario } from '../../../handover/scenarios/scenario';
import { judgeScenario } from '../../../handover/scenarios/judge-scenario';
import { DEVELOPMENT_SETS, readCustomSets, scenariosOf } from '../../../training/custom-sets';
import { classifier, classify } from './classifier-turns';

const turnOf = (text: string) => ({
	text,
	draft: null,
	botFailed: false,
	history: [],
	language: null,
	scenarios: [],
});

const cancellation: Scenario = {
	name: 'Cancellation',
	handoverType: 'custom',
	enabled: true,
	triggerCondition: 'The contact wants to cancel their subscription',
	examples: [
		'I want to cancel my subscription',
		'Please end my contract',
		'Kündigung meines Vertrags',
	],
};
const refund: Scenario = {
	name: 'Refund',
	handoverType: 'custom',
	enabled: true,
	examples: ['I want my money back', 'give me a refund for my order', '我要退款'],
};
const scenarios = [...DEFAULT_SCENARIOS, cancellation, refund];

test.each([
	['i want to cancel my subscription', 'Cancellation'],
	['can you cancel my subscription please', 'Cancellation'],
	['Hello, how do I cancel the subscription I have with you?', 'Cancellation'],
	['please end the contract', 'Cancellation'],
	['ich möchte die Kündigung meines Vertrages', 'Cancellation'],
	['I want my money back!!', 'Refund'],
	['我要退款', 'Refund'],
])('"%s" is the custom scenario %s', async (text, customScenario) => {
	const judged = await classify({ text, scenarios });
	expect(judged).toMatchObject({ label: 'custom', customScenario });
	expect(judged.probability).toBeGreaterThanOrEqual(0.5);
	expect(judged.evidence[0]?.source).toBe('contactMessage');
});

test.each([
	'How long does shipping take?',
	'what are your opening hours',
	"I don't want to cancel, I only have a question about my address",
	'I want a blue shirt',
	'我要咖啡',
])('"%s" is no custom scenario', async (text) => {
	expect((await classify({ text, scenarios })).label).toBe('continue');
});

test('the threshold of the scenario decides', async () => {
	const text = 'can you cancel my subscription please';
	const strict = [{ ...cancellation, threshold: 1 }];
	expect((await classify({ text, scenarios: strict })).label).toBe('continue');
	expect((await classify({ text, scenarios: strict })).runnerUp).toMatchObject({
		label: 'custom',
		customScenario: 'Cancellation',
	});
});

test('a condition without examples is enough', async () => {
	const { examples: _, ...described } = cancellation;
	const judged = await classify({ text: 'please cancel my subscription', scenarios: [described] });
	expect(judged).toMatchObject({ label: 'custom', customScenario: 'Cancellation' });
});

test('a disabled scenario is not even the runner-up', async () => {
	const off = [...DEFAULT_SCENARIOS, { ...cancellation, enabled: false }];
	const judged = await classify({ text: 'I want to cancel my subscription', scenarios: off });
	expect(judged.label).toBe('continue');
	expect(judged.runnerUp?.label).not.toBe('custom');
});

test('who asks for a human gets one, whatever else the message is about', async () => {
	const text = 'I want to cancel my subscription, let me talk to a human';
	expect(await classify({ text, scenarios })).toMatchObject({
		label: 'contactRequest',
		runnerUp: { label: 'custom', customScenario: 'Cancellation' },
	});
});

const reported: Scenario = {
	name: 'Outage',
	handoverType: 'custom',
	enabled: true,
	triggerCondition: 'The contact reports that the internet is down',
	examples: ['my internet is down', 'no connection since this morning'],
};

test.each([
	['Spanish', 'no tengo conexión, se cayó internet'],
	['French', 'panne internet depuis hier'],
	['German', 'seit gestern Störung, kein Internet'],
	['Polish', 'awaria internetu'],
	['Russian', 'сбой, интернета нет'],
	['Arabic', 'الانترنت متوقف عطل في الشبكة'],
	['Chinese', '断网了 网络 故障'],
	['Japanese', '障害でネットがつながらない'],
	['Japanese, with spaces', 'ネット が つながらない 障害'],
])('a message in %s meets a scenario that is written in English', async (_, text) => {
	const judged = await classify({ text, scenarios: [reported] });
	expect(judged).toMatchObject({ label: 'custom', customScenario: 'Outage' });
});

test.each([
	['praise', 'the internet works great, thank you'],
	['another question about it', 'what does the internet cost'],
	['small talk', 'good morning'],
])('%s does not', async (_, text) => {
	expect((await classify({ text, scenarios: [reported] })).label).toBe('continue');
});

test('what has nothing in common with a scenario is not quoted for it', async () => {
	const judged = await judgeScenario(classifier, turnOf('wo ist der Bahnhof'), reported);
	expect(judged.probability).toBeLessThan(0.3);
	expect(judged.evidence).toEqual([]);
});

test('every example of every scenario meets it, with a greeting before it and thanks behind', async () => {
	for (const set of readCustomSets(DEVELOPMENT_SETS)) {
		const [scenario] = scenariosOf(set, 10);
		for (const example of set.examples) {
			for (const text of [example, `Hello, ${example}`, `${example}, thanks!`]) {
				const { probability } = await judgeScenario(classifier, turnOf(text), scenario!);
				expect([text, probability]).toEqual([text, 0.98]);
			}
		}
	}
});

describe('an example of one emoji or one character', () => {
	const short: Scenario = {
		name: 'Short',
		handoverType: 'custom',
		enabled: true,
		examples: ['🆘', '退', '👎🏽'],
	};

	test.each(['🆘', '🆘!!', '🆘🆘🆘', '退', '退！', '👎', '👎🏿'])('is met by %s', async (text) => {
		const judged = await classify({ text, scenarios: [short] });
		expect(judged).toMatchObject({ label: 'custom', customScenario: 'Short' });
	});

	test.each([
		'🆘 please',
		'Hello, 🆘 🙏',
		'please 🆘 please 🆘',
		'bitte 🆘, vielen Dank',
		"s'il vous plaît 🆘",
		'por favor 🆘',
		'请退',
		'你好，退，谢谢',
		'👎👎 thanks',
	])('is met where nothing but courtesies stands beside it: %s', async (text) => {
		const judged = await classify({ text, scenarios: [short] });
		expect(judged).toMatchObject({ label: 'custom', customScenario: 'Short' });
	});

	test.each([
		'thanks 🆘 book arrived',
		'please do not send 🆘',
		'no 🆘 please',
		'hello, where is my order? 👎',
		'请不要退',
		'请问几点开门',
		'thank you 🙂',
	])('is not met where it stands beside anything else: %s', async (text) => {
		expect((await classify({ text, scenarios: [short] })).label).toBe('continue');
	});

	test('that is a courtesy itself is met by no other one', async () => {
		const scenarios = [{ ...short, examples: ['🙏', 'hello'] }];
		expect((await classify({ text: 'Hello!', scenarios })).label).toBe('custom');
		expect((await classify({ text: '🙏🙏', scenarios })).label).toBe('custom');
		for (const text of ['hi', 'thanks', '👋']) {
			expect((await classify({ text, scenarios })).label).toBe('continue');
		}
	});

	test.each(['🙂', '👍', '好', '?!', '', 'hello'])('is not met by %s', async (text) => {
		expect((await classify({ text, scenarios: [short] })).label).toBe('continue');
	});

	test('of no character is met by nothing', async () => {
		const scenarios = [{ ...short, examples: ['...'] }];
		expect((await classify({ text: '...', scenarios })).label).toBe('continue');
	});
});

import { EVALUATION_SETS } from '../../../evaluation/custom-scenarios';
import {
	DEVELOPMENT_SETS,
	readCustomSets,
	scenariosOf,
	TRAINING_SETS,
	type CustomSet,
} from '../../../training/custom-sets';

const training = readCustomSets(TRAINING_SETS);
const development = readCustomSets(DEVELOPMENT_SETS);
const evaluation = readCustomSets(EVALUATION_SETS);

const textsOf = ({ condition, examples, messages }: CustomSet) => [
	condition,
	...examples,
	...messages.map(({ text }) => text),
];
const plain = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();

test.each([...training, ...development].map((set): [string, CustomSet] => [set.name, set]))(
	'%s has a condition, ten examples, and half as many lines of it as of something else',
	(_, set) => {
		expect(set.condition).not.toBe('');
		expect(set.examples).toHaveLength(10);
		const ones = set.messages.filter(({ label }) => label === 1).length;
		expect(ones).toBeGreaterThanOrEqual(12);
		expect(set.messages.length - ones).toBeGreaterThanOrEqual(1.5 * ones);
		const texts = textsOf(set).map(plain);
		expect(new Set(texts).size).toBe(texts.length);
	},
);

test('there are enough of them, and a fifth of them is kept to choose by', () => {
	expect(training.length).toBeGreaterThanOrEqual(45);
	expect(development.length).toBeGreaterThanOrEqual((training.length + development.length) / 6);
});

test.each([
	['Latin', /\p{Script=Latin}/u],
	['Cyrillic', /\p{Script=Cyrillic}/u],
	['Arabic', /\p{Script=Arabic}/u],
	['Devanagari', /\p{Script=Devanagari}/u],
	['Chinese or Japanese', /\p{Script=Han}/u],
	['Japanese', /\p{Script=Hiragana}/u],
	['Korean', /\p{Script=Hangul}/u],
])(
	'some are described in %s letters, and some messages come in them to an English one',
	(_, script) => {
		expect(training.some(({ condition }) => script.test(condition))).toBe(true);
		const english = training.filter(({ condition }) => condition.startsWith('The contact'));
		const messages = english.flatMap((set) => set.messages.filter(({ label }) => label === 1));
		expect(messages.some(({ text }) => script.test(text))).toBe(true);
	},
);

test('what is measured is neither fitted nor chosen by, greetings and the like aside', () => {
	const measured = new Set(evaluation.flatMap(textsOf).map(plain));
	const known = [...training, ...development].flatMap(textsOf).map(plain);
	const shared = known.filter((text) => text.length > 24 && measured.has(text));
	expect(shared.length / known.length).toBeLessThan(0.002);
	const names = new Set(training.map(({ name }) => name));
	expect([...development, ...evaluation].filter(({ name }) => names.has(name))).toEqual([]);
});

test('with three examples there are as many scenarios as parts of three', () => {
	const [first] = training;
	const scenarios = scenariosOf(first!, 3);
	expect(scenarios.map(({ examples }) => examples)).toEqual([
		first!.examples.slice(0, 3),
		first!.examples.slice(3, 6),
		first!.examples.slice(6, 9),
	]);
});

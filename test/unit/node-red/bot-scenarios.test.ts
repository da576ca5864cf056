import {
	MAX_SCENARIOS as DOMAIN_LIMIT,
	parseScenarios,
} from '../../../handover/scenarios/parse-scenarios';
import {
	BUILT_IN,
	faultOfScenarios,
	MAX_SCENARIOS,
	withBuiltIn,
	type Scenario,
} from '../../../nodes/node-red/handover-bot/scenario';

const builtIn = BUILT_IN.map((name): Scenario => ({
	name,
	handoverType: name as 'contactRequest',
	enabled: true,
}));
const custom = (name: string, given: Partial<Scenario> = {}): Scenario => ({
	name,
	handoverType: 'custom',
	enabled: true,
	triggerCondition: 'The contact wants the money back.',
	...given,
});

test('the dialog and the domain draw the same limit', () => {
	expect(MAX_SCENARIOS).toBe(DOMAIN_LIMIT);
});

test.each<[string, Scenario[], string | undefined]>([
	['the built-in three', [], undefined],
	['three more', [custom('a'), custom('b'), custom('c')], undefined],
	['a fourth more', ['a', 'b', 'c', 'd'].map((name) => custom(name)), 'tooMany'],
	['a name twice', [custom('refund'), custom('Refund')], 'scenarioNames'],
	['no name', [custom(' ')], 'scenarioName'],
	['a built-in name', [custom('custom')], 'scenarioReserved'],
	['no condition', [custom('a', { triggerCondition: ' ' })], 'scenarioEmpty'],
	['no condition yet, and off', [custom('a', { enabled: false, triggerCondition: '' })], undefined],
	['80 characters as a name', [custom('a'.repeat(80))], undefined],
	['81 characters as a name', [custom('a'.repeat(81))], 'scenarioLength'],
	['50 examples', [custom('a', { examples: Array<string>(50).fill('x') })], undefined],
	['51 examples', [custom('a', { examples: Array<string>(51).fill('x') })], 'scenarioLength'],
	['an example of 501', [custom('a', { examples: ['x'.repeat(501)] })], 'scenarioLength'],
	['a condition of 2001', [custom('a', { triggerCondition: 'x'.repeat(2001) })], 'scenarioLength'],
	[
		'a closing message of 5001',
		[custom('a', { finalMessage: 'x'.repeat(5001) })],
		'scenarioLength',
	],
	[
		'a language tag of 36',
		[custom('a', { finalMessages: { ['x'.repeat(36)]: 'x' } })],
		'scenarioLength',
	],
	['a tag of 101', [custom('a', { tags: ['x'.repeat(101)] })], 'scenarioTags'],
	[
		'101 tags',
		[custom('a', { tags: Array.from({ length: 101 }, (_, tag) => `${tag}`) })],
		'scenarioTags',
	],
	['examples alone', [custom('a', { triggerCondition: '', examples: ['x'] })], undefined],
	['a threshold of 2', [custom('a', { threshold: 2 })], 'scenarioThreshold'],
	['no limit to accept', [custom('a', { acceptWithin: 0 })], undefined],
	['30 days to accept', [custom('a', { acceptWithin: 30, acceptUnit: 'days' })], undefined],
	['43,201 minutes to accept', [custom('a', { acceptWithin: 43_201 })], 'scenarioAccept'],
	['a pause of 30 days', [custom('a', { sleepTime: 30, sleepTimeUnit: 'days' })], undefined],
	['a pause of 31 days', [custom('a', { sleepTime: 31, sleepTimeUnit: 'days' })], 'scenarioPause'],
	['a pause of nothing', [custom('a', { sleepTime: 0 })], 'scenarioPause'],
	['a task due at once', [custom('a', { taskDueIn: 0 })], undefined],
	['a task in two years', [custom('a', { taskDueIn: 730, taskDueUnit: 'days' })], 'scenarioDue'],
])('a bot with %s: %#', (_title, scenarios, fault) => {
	expect(faultOfScenarios([...builtIn, ...scenarios])).toBe(fault);
	const parse = () => parseScenarios([...builtIn, ...scenarios]);
	if (!fault) expect(parse).not.toThrow();
	if (['scenarioLength', 'scenarioTags'].includes(fault ?? '')) expect(parse).toThrow();
});

test.each([
	['no list', undefined],
	['an empty list', []],
	['a custom one alone', [custom('a')]],
	['a built-in one that is off', [{ ...builtIn[1]!, enabled: false }, custom('a')]],
	['all of them in another order', [custom('a'), ...builtIn.toReversed()]],
])('the dialog shows the scenarios that the bot has by %s', (_title, scenarios) => {
	const shown = withBuiltIn(scenarios).map(({ name, enabled }) => [name, enabled]);
	const had = parseScenarios(scenarios ?? []).map(({ name, enabled }) => [name, enabled]);
	expect(shown).toEqual(had);
});

import type { Scenario } from '../../../handover/scenarios/scenario';
import { areTags } from '../editor/tags';
import { MAX_TEXT_LENGTH } from '../editor/text-length';

/**
 * The domain's own limit; repeated here because its file brings the whole validation library along
 * into the editor. A test compares the two.
 */
export const MAX_SCENARIOS = 6;

/** Nobody can delete these; a bot without one switches it off. */
export const BUILT_IN = ['contactRequest', 'lackOfInformation', 'failedToResolveIssue'];

export function isBuiltIn(scenario: Pick<Scenario, 'handoverType'>): boolean {
	return BUILT_IN.includes(scenario.handoverType);
}

/** With those of the built-in that a flow written by hand leaves out: the domain has them all the same. */
export function withBuiltIn(scenarios: readonly Scenario[] = []): Scenario[] {
	const missing = BUILT_IN.filter((type) => !scenarios.some(({ name }) => name === type));
	return [
		...missing.map((type) => ({
			name: type,
			handoverType: type as Scenario['handoverType'],
			enabled: true,
		})),
		...scenarios,
	];
}

/** The first thing that is wrong with the list, as a key of the catalogue's `error`, or undefined. */
export function faultOfScenarios(scenarios: readonly Scenario[]): string | undefined {
	if (scenarios.length > MAX_SCENARIOS) return 'tooMany';
	const names = scenarios.map(({ name }) => name.trim().toLowerCase());
	if (names.includes('')) return 'scenarioName';
	if (new Set(names).size < names.length) return 'scenarioNames';
	return scenarios.map(faultOf).find(Boolean);
}

function faultOf(scenario: Scenario): string | undefined {
	const { name, threshold, acceptWithin, sleepTime, taskDueIn } = scenario;
	if (!isBuiltIn(scenario)) {
		if ([...BUILT_IN, 'custom'].includes(name.trim())) return 'scenarioReserved';
		const isEmpty = !scenario.triggerCondition?.trim() && !scenario.examples?.length;
		// The domain takes one that does not say so as switched on.
		if (scenario.enabled !== false && isEmpty) return 'scenarioEmpty';
	}
	if (isTooLong(scenario)) return 'scenarioLength';
	if (!areTags((scenario.tags ?? []).join())) return 'scenarioTags';
	if (threshold !== undefined && !(threshold >= 0 && threshold <= 1)) return 'scenarioThreshold';
	if (
		acceptWithin !== undefined &&
		!inDays(acceptWithin, scenario.acceptUnit ?? 'minutes', 30, true)
	) {
		return 'scenarioAccept';
	}
	if (sleepTime !== undefined && !inDays(sleepTime, scenario.sleepTimeUnit, 30, false)) {
		return 'scenarioPause';
	}
	if (taskDueIn !== undefined && !inDays(taskDueIn, scenario.taskDueUnit, 365, true)) {
		return 'scenarioDue';
	}
	return undefined;
}

/** Of the domain's limits; see {@link MAX_SCENARIOS}. */
const MOST = { name: 80, triggerCondition: 2_000, examples: 50, example: 500, language: 35 };

function isTooLong(scenario: Scenario): boolean {
	const { name, taskDescription = '', finalMessage = '', finalMessages = {} } = scenario;
	const texts = [taskDescription, finalMessage, ...Object.values(finalMessages)];
	return (
		name.length > MOST.name ||
		hasLongTexts(scenario) ||
		texts.some(({ length }) => length > MAX_TEXT_LENGTH) ||
		Object.keys(finalMessages).some(({ length }) => length > MOST.language)
	);
}

/** Of what makes it true. */
export function hasLongTexts({ triggerCondition = '', examples = [] }: Scenario): boolean {
	return (
		triggerCondition.length > MOST.triggerCondition ||
		examples.length > MOST.examples ||
		examples.some(({ length }) => length > MOST.example)
	);
}

const PER_DAY: Record<string, number> = { minutes: 24 * 60, hours: 24, days: 1 };

function inDays(amount: number, unit = 'hours', most: number, zero: boolean): boolean {
	return (zero ? amount >= 0 : amount > 0) && amount <= most * (PER_DAY[unit] ?? 0);
}

export type { Scenario };

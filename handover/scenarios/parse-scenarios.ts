import * as v from 'valibot';
import { cleanTags } from '../actions/add-tags';
import { acceptSpan } from '../actions/assign-conversation';
import { dueSpan } from '../actions/create-task';
import { pauseSpan } from '../actions/pause-bot';
import { isStorable } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { DEFAULT_SCENARIOS } from './default-scenarios';
import { HANDOVER_TYPES, TIME_UNITS, type Scenario } from './scenario';

/** HighLevel: "You can configure up to 6 handover actions per bot" (requirement R6). */
export const MAX_SCENARIOS = 6;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(isStorable));
const optional = <T extends v.GenericSchema>(schema: T) => v.optional(schema);
const flag = optional(v.boolean());
const positive = optional(v.pipe(v.number(), v.finite(), v.minValue(0)));

const scenarioSchema = v.strictObject({
	name: v.pipe(text(80), v.trim(), v.minLength(1)),
	handoverType: v.picklist(HANDOVER_TYPES),
	enabled: v.optional(v.boolean(), true),
	triggerCondition: optional(text(2_000)),
	examples: optional(v.pipe(v.array(text(500)), v.maxLength(50))),
	threshold: optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	skipAssignToUser: flag,
	assignToUserId: optional(text(256)),
	acceptWithin: positive,
	acceptUnit: optional(v.picklist(TIME_UNITS)),
	createTask: flag,
	taskDescription: optional(text(5_000)),
	taskDueIn: positive,
	taskDueUnit: optional(v.picklist(TIME_UNITS)),
	skipFinalMessage: flag,
	finalMessage: optional(text(5_000)),
	finalMessages: optional(v.record(text(35), text(5_000))),
	skipPause: flag,
	reactivateEnabled: flag,
	sleepTime: positive,
	sleepTimeUnit: optional(v.picklist(TIME_UNITS)),
	skipTags: flag,
	tags: optional(v.array(v.string())),
	skipNotify: flag,
});

/**
 * Reads a bot's scenarios as a flow or an export has them. A built-in scenario that is left out gets
 * its default, for a bot without it must say so by `enabled: false`.
 * @throws {HandoverError} `SCENARIOS_TOO_MANY` from the seventh on, `SCENARIO_INVALID` with the place
 * and the field that is wrong, `ACCEPT_*`, `PAUSE_*`, `DUE_*` and `TAGS_*` for an action's setting.
 */
export function parseScenarios(input: unknown): Scenario[] {
	if (!Array.isArray(input)) {
		throw new HandoverError('SCENARIO_INVALID', 'Scenarios must be a list.');
	}
	const given = input.map(parseScenario);
	const missing = DEFAULT_SCENARIOS.filter(({ name }) => !given.some((one) => one.name === name));
	const scenarios = [...missing, ...given];
	if (scenarios.length > MAX_SCENARIOS) {
		throw new HandoverError(
			'SCENARIOS_TOO_MANY',
			`A bot has at most ${MAX_SCENARIOS} scenarios: the built-in three and up to three custom ones. This one has ${scenarios.length}.`,
		);
	}
	refuseDuplicateNames(scenarios);
	return scenarios;
}

function parseScenario(input: unknown, index: number): Scenario {
	const parsed = v.safeParse(scenarioSchema, input);
	if (!parsed.success) {
		const field = v.getDotPath(parsed.issues[0]) ?? 'the whole entry';
		throw invalid(index, `${field} is not valid`);
	}
	const scenario = parsed.output;
	const isCustom = scenario.handoverType === 'custom';
	const isBuiltInName = HANDOVER_TYPES.some((type) => type !== 'custom' && type === scenario.name);
	if (isCustom === isBuiltInName || (!isCustom && scenario.name !== scenario.handoverType)) {
		throw invalid(
			index,
			'name must be the handoverType on a built-in scenario, and must not be one on a custom scenario',
		);
	}
	if (isCustom && !scenario.triggerCondition?.trim() && !scenario.examples?.length) {
		throw invalid(index, 'a custom scenario needs a triggerCondition or examples');
	}
	refuseBadActionSettings(scenario);
	return scenario;
}

/** What would fail in the middle of a handover is refused where somebody can mend it. */
function refuseBadActionSettings(scenario: Scenario): void {
	const { sleepTime, sleepTimeUnit, taskDueIn, taskDueUnit, tags } = scenario;
	if (scenario.acceptWithin !== undefined) acceptSpan(scenario.acceptWithin, scenario.acceptUnit);
	if (sleepTime !== undefined) pauseSpan(sleepTime, sleepTimeUnit ?? 'hours');
	if (taskDueIn !== undefined) dueSpan(taskDueIn, taskDueUnit ?? 'hours');
	if (tags !== undefined) cleanTags(tags);
}

function refuseDuplicateNames(scenarios: Scenario[]): void {
	const names = new Set(scenarios.map(({ name }) => name.toLowerCase()));
	if (names.size < scenarios.length) {
		throw new HandoverError('SCENARIO_INVALID', 'Two scenarios have the same name.');
	}
}

function invalid(index: number, reason: string): HandoverError {
	return new HandoverError('SCENARIO_INVALID', `Scenario ${index + 1}: ${reason}.`);
}

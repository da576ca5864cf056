import * as v from 'valibot';
import { cleanTags } from '../actions/add-tags';
import { acceptSpan } from '../actions/assign-conversation';
import { dueSpan } from '../actions/create-task';
import { pauseSpan } from '../actions/pause-bot';
import { beginningOf } from '../classifier/read-text';
import { isStorable } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { DEFAULT_SCENARIOS } from './default-scenarios';
import { HANDOVER_TYPES, TIME_UNITS, type Scenario } from './scenario';

/** HighLevel: "You can configure up to 6 handover actions per bot" (requirement R6). */
export const MAX_SCENARIOS = 6;

const LONGEST_NAME = 80;
const LONGEST_CONDITION = 2_000;
const MOST_EXAMPLES = 50;
const LONGEST_EXAMPLE = 500;
const LONGEST_TEXT = 5_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(isStorable));
const optional = <T extends v.GenericSchema>(schema: T) => v.optional(schema);
const flag = optional(v.boolean());
const positive = optional(v.pipe(v.number(), v.finite(), v.minValue(0)));

const scenarioSchema = v.strictObject({
	name: v.pipe(text(LONGEST_NAME), v.trim(), v.minLength(1)),
	handoverType: v.picklist(HANDOVER_TYPES),
	enabled: v.optional(v.boolean(), true),
	triggerCondition: optional(text(LONGEST_CONDITION)),
	examples: optional(v.pipe(v.array(text(LONGEST_EXAMPLE)), v.maxLength(MOST_EXAMPLES))),
	threshold: optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	skipAssignToUser: flag,
	assignToUserId: optional(text(256)),
	acceptWithin: positive,
	acceptUnit: optional(v.picklist(TIME_UNITS)),
	createTask: flag,
	taskDescription: optional(text(LONGEST_TEXT)),
	taskDueIn: positive,
	taskDueUnit: optional(v.picklist(TIME_UNITS)),
	skipFinalMessage: flag,
	finalMessage: optional(text(LONGEST_TEXT)),
	finalMessages: optional(v.record(text(35), text(LONGEST_TEXT))),
	skipPause: flag,
	reactivateEnabled: flag,
	sleepTime: positive,
	sleepTimeUnit: optional(v.picklist(TIME_UNITS)),
	skipTags: flag,
	tags: optional(v.array(v.string())),
	skipNotify: flag,
});

const UNIT = 'It is minutes, hours or days.';
const AMOUNT = 'It is a number, 0 or more.';
const TEXT = `It has at most ${LONGEST_TEXT} characters.`;
const HINTS: Record<string, string> = {
	name: `It has 1 to ${LONGEST_NAME} characters.`,
	handoverType: `It is one of ${HANDOVER_TYPES.join(', ')}.`,
	triggerCondition: `It has at most ${LONGEST_CONDITION} characters.`,
	examples: `There are at most ${MOST_EXAMPLES}, of at most ${LONGEST_EXAMPLE} characters each.`,
	threshold: 'It is a number from 0 to 1.',
	acceptWithin: AMOUNT,
	acceptUnit: UNIT,
	taskDescription: TEXT,
	taskDueIn: AMOUNT,
	taskDueUnit: UNIT,
	finalMessage: TEXT,
	finalMessages: `They are texts by language tag, such as de, of at most ${LONGEST_TEXT} characters each.`,
	sleepTime: AMOUNT,
	sleepTimeUnit: UNIT,
};

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
		throw invalid(input, index, `${field} is not valid. ${hintFor(parsed.issues[0], field)}`);
	}
	const scenario = parsed.output;
	const isCustom = scenario.handoverType === 'custom';
	const isBuiltInName = HANDOVER_TYPES.some((type) => type !== 'custom' && type === scenario.name);
	if (isCustom === isBuiltInName || (!isCustom && scenario.name !== scenario.handoverType)) {
		throw invalid(
			input,
			index,
			'name must be the handoverType on a built-in scenario, and must not be one on a custom scenario.',
		);
	}
	// One that is off may wait for them: somebody has begun to write it.
	const needsTexts = isCustom && scenario.enabled;
	if (needsTexts && !scenario.triggerCondition?.trim() && !scenario.examples?.length) {
		throw invalid(input, index, 'a custom scenario needs a condition or examples.');
	}
	refuseBadActionSettings(scenario);
	return scenario;
}

function hintFor({ expected }: v.BaseIssue<unknown>, field: string): string {
	if (expected === 'never') return 'There is no such field.';
	return HINTS[field.split('.')[0]!] ?? 'Check this field.';
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
	const names = scenarios.map(({ name }) => name.toLowerCase());
	const again = scenarios.find(({ name }, index) => names.indexOf(name.toLowerCase()) < index);
	if (again) {
		throw new HandoverError(
			'SCENARIO_INVALID',
			`Two scenarios are called "${again.name}". Give each its own name; a built-in one is there once.`,
		);
	}
}

/** By its name too: n8n's dialog has no list in which to count. */
function invalid(input: unknown, index: number, reason: string): HandoverError {
	const name: unknown = (input as { name?: unknown } | null)?.name;
	const called = typeof name === 'string' && name ? ` ("${beginningOf(name, LONGEST_NAME)}")` : '';
	return new HandoverError('SCENARIO_INVALID', `Scenario ${index + 1}${called}: ${reason}`);
}

import type { IExecuteFunctions } from 'n8n-workflow';
import { HandoverError } from '../../../handover/errors';
import { saveScenarios } from '../../../handover/operations/configure';
import type { Services } from '../../../handover/operations/services';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import { textsByLanguage, withoutBlanks } from '../read-fields';
import { CUSTOM_PLACES, type CustomScenarios } from './handover-classifier.properties';
import { hintAtOverlaps } from './hint-at-overlaps';

export type SaveScenarios = (
	services: Services,
	botId: unknown,
	itemIndex: number,
) => Promise<void>;

/** Saves the node's scenarios, if it has any: once per execution and bot, and again if an item changes them. */
export function saveListedScenarios(context: IExecuteFunctions): SaveScenarios {
	const saved = new Map<unknown, string>();
	return async (services, botId, itemIndex) => {
		if (context.getNodeParameter('scenarioSource', itemIndex) !== 'here') return;
		const scenarios = readListedScenarios(context, itemIndex);
		const fingerprint = JSON.stringify(scenarios);
		if (saved.get(botId) === fingerprint) return;
		const settings = await saveScenarios(services, {
			botId,
			scenarios,
			// Not by its name: somebody may rename the node.
			savedBy: `n8n:${context.getWorkflow().id}/${context.getNode().id}`,
			replace: context.getNodeParameter('replaceSettings', itemIndex, false) === true,
		});
		saved.set(botId, fingerprint);
		await hintAtOverlaps(context, services.classifier, settings.scenarios);
	};
}

/**
 * As the domain has them: fields left empty are left out.
 * @throws {HandoverError} `SCENARIO_INVALID` for a list as nodes had it before the package was
 * published, which n8n would drop without a word
 */
export function readListedScenarios(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	itemIndex: number,
): Array<Record<string, unknown>> {
	const read = (name: string, byDefault: unknown): unknown =>
		context.getNodeParameter(name, itemIndex, byDefault);
	if (Object.keys((read('scenarios', {}) as object | null) ?? {}).length > 0) {
		throw new HandoverError(
			'SCENARIO_INVALID',
			'This node has its scenarios in one list, as earlier versions of the package had them. Put a new Handover Classifier in its place and set them there.',
		);
	}
	const builtIn = DEFAULT_SCENARIOS.map(({ name, handoverType }) => ({
		...toSettings(read(`${name}Options`, {})),
		name,
		handoverType,
		enabled: read(name, true),
	}));
	const scenarios = (read('customScenarios', {}) as CustomScenarios | null) ?? {};
	const custom = CUSTOM_PLACES.map((place) => scenarios[place])
		.filter((one) => one !== undefined)
		.filter((one) => !isJustBegun(one));
	return [...builtIn, ...custom.map(toCustomScenario)];
}

/** Off, and without a name yet: its place has an output, and nothing else of it is of use. */
function isJustBegun(fields: object): boolean {
	const { name, enabled } = fields as Record<string, unknown>;
	return enabled === false && (typeof name !== 'string' || name.trim() === '');
}

function toCustomScenario(fields: object): Record<string, unknown> {
	const { actions, ...rest } = fields as Record<string, unknown>;
	return { ...toSettings(rest), ...toSettings(actions), handoverType: 'custom' };
}

function toSettings(fields: unknown): Record<string, unknown> {
	const { examples, tags, finalMessages, ...rest } = (fields ?? {}) as Record<string, unknown>;
	return withoutBlanks({
		...rest,
		examples: listOf(examples, '\n'),
		tags: listOf(tags, ','),
		finalMessages: textsByLanguage((finalMessages as { message?: unknown } | undefined)?.message),
	});
}

/** Also takes what an expression has made a list already. */
function listOf(value: unknown, separator: string): unknown {
	if (typeof value !== 'string') return value;
	const parts = value
		.split(separator)
		.map((part) => part.trim())
		.filter(Boolean);
	return parts.length ? parts : undefined;
}

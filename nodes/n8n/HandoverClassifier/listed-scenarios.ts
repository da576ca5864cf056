import type { IExecuteFunctions } from 'n8n-workflow';
import { saveScenarios } from '../../../handover/operations/configure';
import type { Services } from '../../../handover/operations/services';
import { readRows, textsByLanguage, withoutBlanks } from '../read-fields';
import { hintAtOverlaps } from './hint-at-overlaps';

export type SaveScenarios = (
	services: Services,
	botId: unknown,
	itemIndex: number,
) => Promise<void>;

/** Saves the node's list, if it has one: once per execution and bot, and again if an item changes it. */
export function saveListedScenarios(context: IExecuteFunctions): SaveScenarios {
	const saved = new Map<unknown, string>();
	return async (services, botId, itemIndex) => {
		if (context.getNodeParameter('scenarioSource', itemIndex) !== 'here') return;
		const scenarios = readRows(context, itemIndex, 'scenarios', 'scenario').map(toScenario);
		const fingerprint = JSON.stringify(scenarios);
		if (saved.get(botId) === fingerprint) return;
		const settings = await saveScenarios(services, {
			botId,
			scenarios,
			savedBy: `n8n:${context.getWorkflow().id}/${context.getNode().name}`,
			replace: context.getNodeParameter('replaceSettings', itemIndex, false) === true,
		});
		saved.set(botId, fingerprint);
		await hintAtOverlaps(context, services.classifier, settings.scenarios);
	};
}

/** A row of the list as the domain has it: fields left empty are left out. */
export function toScenario(row: Record<string, unknown>): Record<string, unknown> {
	const { actions, finalMessages, examples, name, output: _, ...rest } = row;
	const { tags, ...settings } = { ...(actions as Record<string, unknown> | undefined) };
	const messages = textsByLanguage((finalMessages as { message?: unknown } | undefined)?.message);
	return withoutBlanks({
		...rest,
		...settings,
		name: row.handoverType === 'custom' ? name : row.handoverType,
		examples: listOf(examples, '\n'),
		tags: listOf(tags, ','),
		finalMessages: messages,
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

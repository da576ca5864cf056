import type { CustomScenarios, OutputParameters } from './handover-classifier.properties';

/**
 * Whether two custom scenarios of the node have a text in common. Read by the editor, which has nothing
 * but this function's text and the node's fields; alike texts are found when the node is run.
 */
export function shareTexts(parameters: OutputParameters): boolean {
	const texts = Object.values((parameters.customScenarios ?? {}) as CustomScenarios)
		.filter((one) => one.enabled !== false)
		.map((one) =>
			`${String(one.examples ?? '')}\n${String(one.triggerCondition ?? '')}`
				.toLowerCase()
				.split('\n')
				.map((line) => line.trim())
				.filter((line) => line !== ''),
		);
	const isShared = (line: string, index: number) =>
		texts.some((others, other) => other > index && others.includes(line));
	return (
		parameters.scenarioSource === 'here' &&
		texts.some((lines, index) => lines.some((line) => isShared(line, index)))
	);
}

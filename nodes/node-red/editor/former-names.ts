import type { Scenario } from '../../../handover/scenarios/scenario';

/**
 * What the bot's dialog leaves on the bot for the Classifiers that use it. It is none of the bot's
 * properties, so it is neither saved nor undone.
 */
export interface FormerNames {
	/** The list that was saved with it. */
	scenarios: readonly Scenario[];
	/** How each of them was called when the dialog was opened; undefined for one that was added. */
	names: ReadonlyArray<string | undefined>;
}

/**
 * By which former name each custom scenario finds its wires; undefined for one that has none yet. One
 * that was added under the name of a deleted one has its wires.
 */
export function formerCustomNames({ scenarios, names }: FormerNames): Array<string | undefined> {
	return scenarios.flatMap(({ handoverType, name }, index) => {
		if (handoverType !== 'custom') return [];
		return [names[index] ?? (names.includes(name) ? undefined : name)];
	});
}

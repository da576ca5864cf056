import type { Scenario } from '../../../handover/scenarios/scenario';
import { mapOutputs } from '../editor/rewire-outputs';

interface Classifier extends EditorNode {
	customScenarios: string[];
}

interface Bot extends EditorNode {
	scenarios: Scenario[];
}

/** As the bot's dialog was closed last, deployed or not. */
export function scenariosOf(botId: string): Scenario[] {
	const bot = RED.nodes.node(botId) as Bot | null;
	return bot?.scenarios ?? [];
}

/** The names of the bot's custom scenarios, one output each, in the order of its list. */
export function customScenariosOf(botId: string): string[] {
	return scenariosOf(botId)
		.filter(({ handoverType }) => handoverType === 'custom')
		.map(({ name }) => name);
}

/** Gives the classifiers of a bot their outputs anew when its scenarios are edited. */
export function followBots(builtIn: readonly string[]): void {
	RED.events.on('nodes:change', (changed) => {
		if (changed.type !== 'handover-bot') return;
		for (const user of changed.users ?? []) {
			if (user.type === 'handover-classifier') follow(user as Classifier, changed.id, builtIn);
		}
	});
}

function follow(classifier: Classifier, botId: string, builtIn: readonly string[]): void {
	const before = classifier.customScenarios ?? [];
	const after = customScenariosOf(botId);
	if (JSON.stringify(before) === JSON.stringify(after)) return;
	const moved = mapOutputs([...builtIn, ...before], [...builtIn, ...after]);
	classifier.customScenarios = after;
	classifier.outputs = builtIn.length + after.length;
	classifier.changed = true;
	const wires = [...moved].filter(([from, to]) => from !== to);
	RED.editor.updateNodeProperties(
		classifier,
		Object.fromEntries(wires.map(([from, to]) => [from, String(to)])),
	);
	RED.view.redraw();
}

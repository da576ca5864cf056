import type { Scenario } from '../../../handover/scenarios/scenario';
import { chosenBot } from './chosen-bot';
import { formerCustomNames, type FormerNames } from '../editor/former-names';
import { mapOutputs } from '../editor/rewire-outputs';

interface Classifier extends EditorNode {
	bot: string;
	customScenarios: string[];
}

interface Bot extends EditorNode {
	scenarios: Scenario[];
	formerNames?: FormerNames;
}

/** As the bot's dialog was closed last, deployed or not. */
export function scenariosOf(bot: EditorNode | null): Scenario[] {
	return (bot as Bot | null)?.scenarios ?? [];
}

/** The names of the bot's custom scenarios, one output each, in the order of its list. */
export function customScenariosOf(bot: EditorNode | null): string[] {
	return customNames(scenariosOf(bot));
}

/**
 * Gives the classifiers of a bot their outputs anew when its dialog is closed, as part of the same step
 * of the editor's history. Undoing or repeating that step is the editor's own work, so what it tells of
 * the bot then is not followed.
 */
export function followBots(builtIn: number): void {
	RED.events.on('nodes:change', (changed) => {
		if (changed.type !== 'handover-bot') return;
		const bot = changed as Bot;
		const { formerNames } = bot;
		// Of a dialog that was closed without a change, too: redoing an older one must not find them.
		delete bot.formerNames;
		if (!formerNames || formerNames.scenarios !== bot.scenarios) return;
		const followed = RED.nodes
			.filterNodes({ type: 'handover-classifier' })
			.filter((one) => chosenBot((one as Classifier).bot, one.z) === bot)
			.flatMap((user) => follow(user as Classifier, formerNames, builtIn));
		if (!followed.length) return;
		const dirty = RED.nodes.dirty();
		RED.history.replace({ t: 'multi', events: [RED.history.peek(), ...followed], dirty });
		RED.view.redraw();
	});
}

/** What the history has to know of it; nothing where nothing changed. */
function follow(classifier: Classifier, former: FormerNames, builtIn: number): EditEvent[] {
	const { customScenarios, outputs, changed } = classifier;
	const before = customScenarios ?? [];
	const after = customNames(former.scenarios);
	const moved = [...mapOutputs(before, formerCustomNames(former))].filter(([at, to]) => at !== to);
	if (!moved.length && JSON.stringify(before) === JSON.stringify(after)) return [];
	classifier.customScenarios = after;
	classifier.outputs = builtIn + after.length;
	classifier.changed = true;
	const outputMap = Object.fromEntries(
		moved.map(([from, to]) => [builtIn + from, String(to < 0 ? to : builtIn + to)]),
	);
	const links = RED.editor.updateNodeProperties(classifier, outputMap);
	const changes = { customScenarios, outputs };
	return [{ t: 'edit', node: classifier, changes, links, outputMap, changed }];
}

function customNames(scenarios: readonly Scenario[]): string[] {
	return scenarios.filter(({ handoverType }) => handoverType === 'custom').map(({ name }) => name);
}

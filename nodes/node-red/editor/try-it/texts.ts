/** Both dialogs with a "Try it" show the same texts, which are in one node's catalogue. */
export function tryItText(key: string, values?: Record<string, string | number>): string {
	const name = `handover-classifier.tryIt.${key}`;
	return RED.nodes.getType('handover-classifier')._(name, values);
}

export function botText(key: string): string {
	return RED.nodes.getType('handover-bot')._(`handover-bot.${key}`);
}

/** A scenario as the list of the bot calls it. */
export function scenarioTitle(name: string): string {
	const key = `scenario.${name}`;
	const found = botText(key);
	return found.endsWith(key) ? name : found;
}

/** Rounded, but never to a certainty that there is not. */
export function percent(probability: number): string {
	const rounded = Math.round(probability * 100);
	return `${probability < 1 ? Math.min(rounded, 99) : rounded} %`;
}

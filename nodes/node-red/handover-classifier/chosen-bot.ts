/** The name of the environment variable that a field names instead of a bot, if it does. */
export function variableOf(chosen: string): string | undefined {
	return /^\$\{(.+)\}$/.exec(chosen)?.[1];
}

/**
 * The bot that a node names. Where it names an environment variable of its subflow, the bot that this is
 * by default; null where each use of the subflow chooses.
 * @param z the flow or subflow that the node is in
 */
export function chosenBot(chosen: string, z: string): EditorNode | null {
	const variable = variableOf(chosen);
	if (variable === undefined) return RED.nodes.node(chosen);
	const env = RED.nodes.subflow(z)?.env ?? [];
	return RED.nodes.node(env.find(({ name }) => name === variable)?.value ?? '');
}

import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * As an AI Agent's tool a node has one output, and what is on it is what the model reads. Its item is
 * the agent's own, with whatever the model has put over it.
 */
export function isRunByAgent(context: IExecuteFunctions): boolean {
	return context.getNodeOutputs().some(({ type }) => type === 'ai_tool');
}

import type { NodeStatus } from 'node-red';
import type { ActionKind, ActionRecord } from '../../handover/conversation/handover';
import { performAction } from '../../handover/operations/perform-action';
import type { Outcome, Turn } from './handle-input';

const STATUS: Record<string, Pick<NodeStatus, 'fill' | 'shape'>> = {
	done: { fill: 'green', shape: 'dot' },
	skipped: { fill: 'grey', shape: 'ring' },
	failed: { fill: 'red', shape: 'dot' },
};

/**
 * Carries one of the six actions out and chooses between the outputs Done and Failed. A failed action
 * is no error of the node: the flow goes on by its second output.
 */
export async function actionOutcome(
	turn: Turn<string>,
	type: string,
	kind: ActionKind,
	fields: object,
): Promise<Outcome> {
	const input = { ...turn.request, fields };
	return reportAction(type, await performAction(turn.services, kind, input));
}

/** What the canvas and the log say of an action. */
export function reportAction(
	type: string,
	{ output, handover }: Awaited<ReturnType<typeof performAction>>,
): Outcome {
	const record = handover.action;
	return {
		output: output === 'done' ? 0 : 1,
		handover,
		status: { ...STATUS[record?.status ?? 'done'], text: `${type}.status.${record?.status}` },
		warning: output === 'failed' ? warningOf(record) : undefined,
	};
}

function warningOf(record: ActionRecord | null): string {
	return `${record?.error?.code ?? 'UNEXPECTED'}: ${record?.error?.message ?? ''}`;
}

import { BaseError, NodeOperationError, type INode } from 'n8n-workflow';
import { HandoverError, toHandoverError } from '../../handover/errors';

/** What an item of ours carries under `error`. A flow may answer a request with it as it is. */
export type ErrorData = Record<'code' | 'message', string> & { status: number; retryable: boolean };

/** The one place where an error of ours becomes the red box that the builder sees. */
export function toNodeError(node: INode, error: unknown, itemIndex: number): NodeOperationError {
	if (isOfN8n(error)) return new NodeOperationError(node, error, { itemIndex });
	const { code, message } = toHandoverError(error);
	return new NodeOperationError(node, message, { itemIndex, description: code });
}

/** The same error as data, for an item that goes on. */
export function toErrorData(error: unknown): ErrorData {
	const { code, message, status, retryable } = isOfN8n(error)
		? UNREADABLE_FIELD
		: toHandoverError(error);
	return { code, message, status, retryable };
}

/** n8n's own errors say what the builder needs, but may quote the item: in the editor only. */
export function isOfN8n(error: unknown): error is Error {
	if (!(error instanceof Error)) return false;
	return error instanceof BaseError || /^(Expression|Node|Workflow)\w*Error$/.test(error.name);
}

const UNREADABLE_FIELD = new HandoverError(
	'SETTINGS_INVALID',
	'A field of the node cannot be evaluated. Run the node in the editor to see which.',
);

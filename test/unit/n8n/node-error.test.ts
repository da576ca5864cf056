import { NodeOperationError, UserError, type INode } from 'n8n-workflow';
import { HandoverError } from '../../../handover/errors';
import { toErrorData, toNodeError } from '../../../nodes/n8n/node-error';

const node = { name: 'Node', type: 'any' } as INode;

test('an error of ours keeps its message, and shows its code', () => {
	const error = new HandoverError('STORE_BUSY', 'Try again.');
	expect(toNodeError(node, error, 3)).toMatchObject({
		message: 'Try again.',
		description: 'STORE_BUSY',
		context: { itemIndex: 3 },
	});
	expect(toErrorData(error)).toEqual({
		code: 'STORE_BUSY',
		message: 'Try again.',
		status: 503,
		retryable: true,
	});
});

test('a foreign error may quote the contact, so its message is shown nowhere', () => {
	const error = new TypeError('"my card is 4111" is not iterable');
	expect(toNodeError(node, error, 0).message).not.toContain('4111');
	expect(toErrorData(error)).toMatchObject({ code: 'UNEXPECTED', status: 500 });
});

test.each([new UserError('No such field'), new NodeOperationError(node, 'No such field')])(
	"n8n's own %s stays what it is in the editor, and is not quoted on an item",
	(error) => {
		expect(toNodeError(node, error, 0).message).toBe('No such field');
		expect(toErrorData(error)).toMatchObject({ code: 'SETTINGS_INVALID', status: 400 });
		expect(toErrorData(error).message).not.toContain('No such field');
	},
);

import { HandoverError } from '../../../handover/errors';
import {
	handleInput,
	type InputNodeDef,
	type Outcome,
	type Turn,
} from '../../../nodes/node-red/handle-input';
import { FakeNode, fakeBot, fakeRed } from './node-red-fakes';

const DEF = {
	bot: 'bot-1',
	conversationId: 'payload.id',
	conversationIdType: 'msg',
} as unknown as InputNodeDef;

function aNode(work: (turn: Turn<string>) => Promise<Outcome>): FakeNode {
	const node = new FakeNode();
	handleInput(fakeRed({ 'bot-1': fakeBot() }), node.asNode, DEF, [], work);
	return node;
}

describe('a request that waits as the node closes', () => {
	const CLOSED = new HandoverError('STORE_CLOSED', 'The store was closed.');
	const untilClosed = async ({ closing }: Turn<string>): Promise<never> => {
		await new Promise((resolve) => closing.addEventListener('abort', resolve));
		throw CLOSED;
	};
	const aResponse = (state: object = {}) => ({
		...{ headersSent: false, writableEnded: false, statusCode: 200, ...state },
		setHeader: jest.fn(),
		end: jest.fn(),
	});

	/** Closes the node while the message waits. */
	async function closeOn(res: unknown) {
		const node = aNode(untilClosed);
		const received = node.receive({ payload: { id: 'c' }, res } as never);
		await new Promise(setImmediate);
		await node.close();
		return { node, ...(await received) };
	}

	test('is told the error', async () => {
		const response = aResponse();
		const { dones } = await closeOn({ _res: response });
		expect(dones).toEqual([expect.objectContaining({ code: 'STORE_CLOSED' })]);
		expect(response.statusCode).toBe(503);
		expect(response.setHeader.mock.calls).toEqual([
			['content-type', 'application/json; charset=utf-8'],
		]);
		expect(response.end.mock.calls).toEqual([
			[JSON.stringify({ code: CLOSED.code, message: CLOSED.message })],
		]);
	});

	test.each([
		['it was answered before', { headersSent: true }],
		['it is over', { writableEnded: true }],
	])('is left alone where %s', async (_title, state) => {
		const response = aResponse(state);
		await closeOn({ _res: response });
		expect(response.statusCode).toBe(200);
		expect(response.end).not.toHaveBeenCalled();
	});

	test('is left alone by an error while the node is open', async () => {
		const response = aResponse();
		const node = aNode(async () => {
			throw CLOSED;
		});
		await node.receive({ payload: { id: 'c' }, res: { _res: response } } as never);
		expect(response.end).not.toHaveBeenCalled();
	});

	test.each([[undefined], [null], ['a text'], [{}], [{ _res: 7 }], [{ _res: { end: 1 } }]])(
		'may be missing: %j',
		async (res) => {
			const { node, dones } = await closeOn(res);
			expect(dones).toEqual([expect.objectContaining({ code: 'STORE_CLOSED' })]);
			expect(node.errors).toEqual([]);
		},
	);
});

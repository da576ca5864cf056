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
	botId: 'payload.botId',
	botIdType: 'msg',
	conversationId: 'payload.id',
	conversationIdType: 'msg',
	text: 'payload.text',
	textType: 'msg',
} as unknown as InputNodeDef;

function aNode(
	work: (turn: Turn<'text'>) => Promise<Outcome>,
	{ bot = fakeBot(), def = {} }: { bot?: unknown; def?: object } = {},
): FakeNode {
	const node = new FakeNode();
	const red = fakeRed({ 'bot-1': bot });
	handleInput(red, node.asNode, { ...DEF, ...def }, ['text'], work);
	return node;
}

const passOn = async ({ request, fields }: Turn<'text'>): Promise<Outcome> => ({
	output: 1,
	handover: { ...request, ...fields },
	status: { text: 'passed on' },
});

test('the same message leaves by the chosen output, with everything under handover', async () => {
	const msg = { _msgid: 'm', payload: { id: 'c1', text: 'hi' }, res: {} };
	const node = aNode(passOn);
	const { sent, dones } = await node.receive(msg);
	expect(sent).toEqual([[null, expect.objectContaining({ _msgid: 'm', payload: msg.payload })]]);
	expect((sent[0] as unknown[])[1]).toBe(msg);
	expect(msg).toHaveProperty('handover.text', 'hi');
	expect(dones).toEqual([undefined]);
	expect(node.statuses).toEqual([{ text: 'passed on' }]);
});

test('several fields that cannot be read are one error, and none is left unheard', async () => {
	const unheard = jest.fn();
	process.on('unhandledRejection', unheard);
	const def = {
		text: '$number(payload.text)',
		textType: 'jsonata',
		conversationId: 'payload.ids[msg.topic]',
	};
	const { dones } = await aNode(passOn, { def }).receive({ payload: { text: 'hello', ids: {} } });
	await new Promise(setImmediate);
	process.off('unhandledRejection', unheard);
	expect(dones).toEqual([expect.objectContaining({ code: 'SETTINGS_INVALID' })]);
	expect(unheard).not.toHaveBeenCalled();
});

test.each([
	['the request names', 'theirs', 'theirs'],
	['the node is set to when the request names none', undefined, 'own-bot'],
	['the node is set to when the request names a blank one', '  ', 'own-bot'],
])('the bot is the one that %s', async (_title, botId, expected) => {
	const msg = { payload: { id: 'c1', text: 'hi', botId } };
	await aNode(passOn).receive(msg);
	expect(msg).toHaveProperty('handover.botId', expected);
});

test.each([
	['an error of ours', new HandoverError('TEXT_MISSING', 'text is missing.'), 'TEXT_MISSING', 400],
	['a foreign one', new Error('cannot parse "my secret"'), 'UNEXPECTED', 500],
	['something that is no error', 'my secret', 'UNEXPECTED', 500],
])(
	'%s is told once: on the message, to done, and as the status',
	async (_title, thrown, code, status) => {
		const msg = { payload: { id: 'c1', text: 'hi' }, handover: { owner: 'bot' } };
		const node = aNode(async () => {
			throw thrown;
		});
		const { sent, dones } = await node.receive(msg);
		expect(sent).toEqual([]);
		expect(dones).toEqual([expect.objectContaining({ code })]);
		expect(msg.handover).toMatchObject({ owner: 'bot', error: { code, status } });
		expect(node.statuses).toEqual([{ fill: 'red', shape: 'ring', text: code }]);
		expect(JSON.stringify([msg, dones[0]!.message])).not.toContain('secret');
		// A Catch node also gets the cause.
		expect(dones[0]).not.toHaveProperty('cause');
	},
);

test('without a bot every message is an error, and nothing is thrown', async () => {
	const { dones } = await aNode(passOn, { def: { bot: '' } }).receive({ payload: { id: 'c' } });
	expect(dones).toEqual([expect.objectContaining({ code: 'SETTINGS_INVALID' })]);
});

describe('a bot whose settings cannot be saved', () => {
	const error = new HandoverError('SETTINGS_CONFLICT', 'Another flow …');
	const red = { fill: 'red', shape: 'ring', text: 'SETTINGS_CONFLICT' };
	const aBot = () => {
		const { promise: saved, resolve: save } = Promise.withResolvers<void>();
		return { bot: { ...fakeBot(), started: Promise.resolve(error), saved }, save };
	};

	test("shows it on its nodes' status until a message of any of them has saved them", async () => {
		const { bot, save } = aBot();
		const node = aNode(passOn, { bot });
		await new Promise(setImmediate);
		expect(node.statuses).toEqual([red]);
		save();
		await new Promise(setImmediate);
		expect(node.statuses).toEqual([red, {}]);
	});

	test('leaves the status to a node that has had a message of its own', async () => {
		const { bot, save } = aBot();
		const node = aNode(passOn, { bot });
		await node.receive({ payload: { id: 'c1', text: 'hi' } });
		save();
		await new Promise(setImmediate);
		expect(node.statuses.at(-1)).toEqual({ text: 'passed on' });
	});

	test('leaves the status to the node that a deploy has put in the place of one', async () => {
		const { bot, save } = aBot();
		const node = aNode(passOn, { bot });
		await new Promise(setImmediate);
		await node.close();
		save();
		await new Promise(setImmediate);
		expect(node.statuses).toEqual([red]);
	});
});

test('a throwing done reaches neither the process nor done again', async () => {
	const node = aNode(passOn);
	let calls = 0;
	const done = () => {
		calls += 1;
		throw new Error('downstream');
	};
	node.emit('input', { payload: { id: 'c' } }, () => undefined, done);
	await node.close();
	expect(calls).toBe(1);
	expect(node.errors).toHaveLength(1);
});

describe('order', () => {
	/** Each message waits as long as its text says. */
	const slowly = async ({ fields, request }: Turn<'text'>): Promise<Outcome> => {
		await new Promise((resolve) => setTimeout(resolve, Number(fields.text)));
		return { output: 0, handover: { ...request }, status: {} };
	};

	async function leave(
		messages: Array<[id: unknown, wait: number]>,
		def = {},
		idsOf: (id: unknown) => object = (id) => ({ payload: { id } }),
	) {
		const node = aNode(slowly, { def });
		const left: string[] = [];
		await Promise.all(
			messages.map(async ([id, wait], index) => {
				const msg = idsOf(id) as { payload?: object };
				await node.receive({ ...msg, payload: { ...msg.payload, text: String(wait) } });
				left.push(`${id}${index}`);
			}),
		);
		return left;
	}

	test('is kept within a conversation, and conversations do not wait for each other', async () => {
		await expect(
			leave([
				['a', 40],
				['a', 1],
				['b', 1],
				['a', 1],
			]),
		).resolves.toEqual(['b2', 'a0', 'a1', 'a3']);
	});

	test('is kept where a field takes its time to be read', async () => {
		const slowField = { conversationId: '$string(payload.id)', conversationIdType: 'jsonata' };
		await expect(
			leave(
				[
					['a', 20],
					['a', 1],
				],
				slowField,
			),
		).resolves.toEqual(['a0', 'a1']);
	});

	test.each([['nothing'], [null], ['a handover']])(
		'is that of the conversation which a message carries, where its field names none: %s',
		async (carries) => {
			const carrying = (id: unknown) => ({
				handover: carries === 'a handover' ? { conversationId: id } : carries,
			});
			const left = leave(
				[
					['a', 40],
					['b', 1],
					['a', 1],
				],
				{},
				carrying,
			);
			const inTurn = ['a0', 'b1', 'a2'];
			await expect(left).resolves.toEqual(carries === 'a handover' ? ['b1', 'a0', 'a2'] : inTurn);
		},
	);

	test('takes 7 and " 7 " for the same conversation, as the domain does', async () => {
		await expect(
			leave([
				[7, 30],
				[' 7 ', 1],
			]),
		).resolves.toEqual(['70', ' 7 1']);
	});
});

test('closing waits for what is in hand', async () => {
	let finish!: () => void;
	const node = aNode(async (turn) => {
		await new Promise<void>((resolve) => (finish = resolve));
		return await passOn(turn);
	});
	const received = node.receive({ payload: { id: 'c' } });
	await new Promise(setImmediate);
	let closed = false;
	const closing = node.close().then(() => (closed = true));
	await new Promise(setImmediate);
	expect(closed).toBe(false);
	finish();
	await closing;
	expect((await received).dones).toEqual([undefined]);
});

test('the runtime sees an input handler of three and a close handler of two parameters', () => {
	const node = aNode(passOn);
	expect(node.listeners('input').map((one) => one.length)).toEqual([3]);
	expect(node.listeners('close').map((one) => one.length)).toEqual([2]);
});

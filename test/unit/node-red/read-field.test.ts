import type { NodeMessage } from 'node-red';
import { fieldReader } from '../../../nodes/node-red/read-field';
import { FakeNode, fakeRed } from './node-red-fakes';

const read = async (value: string, type: string, msg: NodeMessage) =>
	await fieldReader(fakeRed(), new FakeNode().asNode, 'text', { value, type })(msg);

test.each([
	['a property', 'payload.text', 'msg', { payload: { text: 'hi' } }, 'hi'],
	['a number as it is', 'payload.id', 'msg', { payload: { id: 7 } }, 7],
	['a text that is no object', 'payload.text', 'msg', { payload: 'hi' }, undefined],
	['a property whose parent is missing', 'payload.contact.id', 'msg', { payload: {} }, undefined],
	['a property of nothing', 'payload.text', 'msg', {}, undefined],
	['null', 'payload', 'msg', { payload: null }, undefined],
	['an expression', 'payload.a & payload.b', 'jsonata', { payload: { a: 'x', b: 'y' } }, 'xy'],
	['an expression without a result', 'payload.c', 'jsonata', { payload: {} }, undefined],
	['a fixed text', 'human_handover', 'str', {}, 'human_handover'],
	['a fixed number', '24', 'num', {}, 24],
	['a switch', 'true', 'bool', {}, true],
	["a staff member of the bot's", 'Ana', 'staff', {}, 'Ana'],
	['a blank field', '', 'msg', { payload: 1 }, undefined],
])('reads %s', async (_title, value, type, msg, expected) => {
	await expect(read(value, type, msg)).resolves.toEqual(expected);
});

test.each([
	['msg', 'payload[', {}],
	['jsonata', '$number(payload)', { payload: 'my secret' }],
	['jsonata', 'payload +', {}],
])(
	'a wrong expression (%s) is the builder’s to mend, and quotes nobody',
	async (type, value, msg) => {
		const reading = read(value, type, msg);
		await expect(reading).rejects.toMatchObject({ code: 'SETTINGS_INVALID' });
		await expect(reading).rejects.not.toThrow(/secret/);
	},
);

test('reads each message anew', () => {
	const reader = (value: string) =>
		fieldReader(fakeRed(), new FakeNode().asNode, 'text', { value, type: 'msg' });
	const text = reader('payload.text');
	expect(text({ payload: { text: 'hi' } })).toBe('hi');
	expect(text({ payload: 'a text' })).toBeUndefined();
	expect(text({ payload: { text: 'ho' } })).toBe('ho');
});

test('reads the key that a message names anew for each', () => {
	for (const [value, topic] of [
		['payload[msg.topic]', (key: string) => ({ topic: key })],
		['payload[msg["topic"]]', (key: string) => ({ msg: { topic: key } })],
	] as const) {
		const named = fieldReader(fakeRed(), new FakeNode().asNode, 'text', { value, type: 'msg' });
		expect(named({ ...topic('a'), payload: { a: 1, b: 2 } })).toBe(1);
		expect(named({ ...topic('b'), payload: { a: 1, b: 2 } })).toBe(2);
	}
});

import { mapOutputs, outputsValue } from '../../../nodes/node-red/editor/rewire-outputs';

test.each<[string, string[], string[], Array<[number, number]>]>([
	[
		'nothing changed',
		['a', 'b'],
		['a', 'b'],
		[
			[0, 0],
			[1, 1],
		],
	],
	['one is new', ['a'], ['a', 'b'], [[0, 0]]],
	[
		'one went',
		['a', 'b', 'c'],
		['a', 'c'],
		[
			[0, 0],
			[1, -1],
			[2, 1],
		],
	],
	[
		'one is called otherwise',
		['a', 'b'],
		['a', 'x'],
		[
			[0, 0],
			[1, 1],
		],
	],
	[
		'two changed places',
		['a', 'b'],
		['b', 'a'],
		[
			[0, 1],
			[1, 0],
		],
	],
	[
		'another operation',
		['bot', 'human', 'duplicate'],
		['send', 'drop'],
		[
			[0, -1],
			[1, -1],
			[2, -1],
		],
	],
])('wires follow their output: %s', (_title, before, after, expected) => {
	expect([...mapOutputs(before, after)]).toEqual(expected);
});

test('the editor is told which outputs are new', () => {
	expect(JSON.parse(outputsValue(['a', 'b'], ['b', 'c', 'd']))).toEqual({
		0: -1,
		1: 0,
		'new c': 1,
		'new d': 2,
	});
});

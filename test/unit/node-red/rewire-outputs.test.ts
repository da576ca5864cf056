import { formerCustomNames } from '../../../nodes/node-red/editor/former-names';
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
		'one went and another came',
		['a', 'b'],
		['a', 'x'],
		[
			[0, 0],
			[1, -1],
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
		new1: 1,
		new2: 2,
	});
});

test.each<[string, Array<[name: string, former?: string]>, Array<string | undefined>]>([
	['is renamed while one is added', [['X', 'A'], ['B', 'B'], ['N']], ['A', 'B', 'N']],
	[
		'is renamed and moved',
		[
			['B', 'B'],
			['X', 'A'],
		],
		['B', 'A'],
	],
	['is added while one is deleted', [['A', 'A'], ['New']], ['A', 'New']],
	[
		'swaps its name with another',
		[
			['B', 'A'],
			['A', 'B'],
		],
		['A', 'B'],
	],
	['is added under a name that is free again', [['X', 'A'], ['A']], ['A', undefined]],
	['is added under the name of a deleted one', [['A', 'A'], ['B']], ['A', 'B']],
])('a scenario finds its wires where one %s', (_title, rows, expected) => {
	const scenarios = rows.map(([name]) => ({
		name,
		handoverType: 'custom' as const,
		enabled: true,
	}));
	const builtIn = {
		name: 'contactRequest',
		handoverType: 'contactRequest' as const,
		enabled: true,
	};
	const names = rows.map(([, former]) => former);
	expect(
		formerCustomNames({
			scenarios: [builtIn, ...scenarios],
			names: ['contactRequest', ...names],
		}),
	).toEqual(expected);
});

interface TestFile {
	path: string;
	context: {
		config: { displayName: { name: string }; cache: boolean };
		hasteFS: { getSize(path: string): number };
	};
}

// Jest loads it as plain JavaScript, without types.
const SlowKindsFirst = jest.requireActual<
	new (options: object) => { sort(tests: TestFile[]): TestFile[] }
>('../../../quality/slow-kinds-first');

const file = (kind: string, path: string, size: number): TestFile => ({
	path,
	context: {
		config: { displayName: { name: kind }, cache: false },
		hasteFS: { getSize: () => size },
	},
});

test('files that start servers come first, and of a kind the biggest ones', () => {
	const files = [
		file('unit', 'big', 9),
		file('contract', 'store', 2),
		file('browser', 'editor', 3),
		file('integration', 'small', 1),
		file('unit', 'small', 1),
		file('integration', 'big', 5),
	];
	const sorted = new SlowKindsFirst({}).sort(files);
	expect(sorted.map(({ path, context }) => `${context.config.displayName.name} ${path}`)).toEqual([
		'integration big',
		'integration small',
		'browser editor',
		'contract store',
		'unit big',
		'unit small',
	]);
});

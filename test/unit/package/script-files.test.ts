interface Inputs {
	[source: string]: { imports: Array<{ path: string; kind: string }> };
}

// The build is plain JavaScript, without types.
const { chooseScripts } = jest.requireActual<{
	chooseScripts(inputs: Inputs, alone: string[]): Map<string, string>;
}>('../../../build/script-files');

/** What each source imports. */
function scriptsOf(imports: Record<string, string[]>, alone: string[]) {
	const inputs: Inputs = Object.fromEntries(
		Object.entries(imports).map(([source, paths]) => [
			`${source}.ts`,
			{ imports: paths.map((path) => ({ path: `${path}.ts`, kind: 'import-statement' })) },
		]),
	);
	const scripts = chooseScripts(
		inputs,
		alone.map((source) => `${source}.ts`),
	);
	return Object.fromEntries(
		[...scripts].map(([source, script]) => [source.slice(0, -3), script.slice(0, -3)]),
	);
}

test('a source is in the script of the only one that imports it, and so on down', () => {
	expect(scriptsOf({ node: ['a'], a: ['b', 'c'], b: ['c'], c: [] }, ['node'])).toEqual({
		node: 'node',
		a: 'node',
		b: 'node',
		c: 'node',
	});
});

test('what two scripts import is a script of its own, with what it alone imports', () => {
	const imports = {
		node: ['shared', 'own'],
		other: ['shared'],
		shared: ['deep'],
		own: [],
		deep: [],
	};
	expect(scriptsOf(imports, ['node', 'other'])).toEqual({
		node: 'node',
		other: 'other',
		own: 'node',
		shared: 'shared',
		deep: 'shared',
	});
});

test('a source that has to be alone is, whoever imports it', () => {
	const imports = { node: ['reader'], reader: ['form'], form: [] };
	expect(scriptsOf(imports, ['node', 'reader'])).toMatchObject({
		reader: 'reader',
		form: 'reader',
	});
});

test('sources that import each other are a script of their own, with what they alone import', () => {
	const imports = { node: ['a'], a: ['b'], b: ['a', 'c'], c: [] };
	const scripts = scriptsOf(imports, ['node']);
	expect(scripts).toEqual({ node: 'node', a: 'a', b: 'a', c: 'a' });
});

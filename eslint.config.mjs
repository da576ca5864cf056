import { configWithoutCloudSupport as n8n } from '@n8n/node-cli/eslint';

const PUBLISHED = ['handover/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'];
const COMPOSITION_ROOTS =
	'nodes/open-services.ts, nodes/open-store.ts, migrate-store/, start/, test/ and bench/';

/** n8n's rules know n8n's nodes; in other files they take our functions for something else. */
function switchOff(prefix) {
	const rules = n8n.flatMap((config) => Object.keys(config.rules ?? {}));
	const ours = rules.filter((rule) => rule.startsWith(prefix));
	return Object.fromEntries(ours.map((rule) => [rule, 'off']));
}

/** Who must not import whom: `nodes/*` -> `handover` -> nothing. See docs/adr/0002. */
const zones = [
	{
		target: './handover',
		from: '.',
		except: ['./handover', './node_modules'],
		message: 'The domain knows nothing around it: hand it over as an argument.',
	},
	{
		target: './handover/conversation',
		from: './handover/!(conversation|errors.ts)/**/*',
		message: 'A conversation knows no store, desk or scenario.',
	},
	{
		target: ['./handover/!(stores)/**/*', './handover/stores/*', './nodes/*/**/*', './credentials'],
		from: './handover/stores/!(store.ts)/**/*',
		message: `Import the contract in stores/store; stores are named only in ${COMPOSITION_ROOTS}.`,
	},
	{
		target: ['./handover', './nodes/*/**/*', './credentials'],
		from: ['./handover/desks/!(desk).ts', './handover/notifications/!(channel).ts'],
		message: `Import the contract beside it; implementations are named only in ${COMPOSITION_ROOTS}.`,
	},
	{
		target: './nodes/n8n',
		from: './nodes/node-red',
		message: 'The two platforms share the domain, and nothing else.',
	},
	{
		target: './nodes/node-red',
		from: ['./nodes/n8n', './credentials'],
		message: 'The two platforms share the domain, and nothing else.',
	},
	{
		target: ['./nodes', './credentials'],
		from: ['./start', './migrate-store', './test', './bench', './build', './quality'],
		message: 'This is not in the published package.',
	},
];

const strict = {
	'@typescript-eslint/await-thenable': 'error',
	// `typeof import('node:sqlite')` is how a module that is loaded late gets its type.
	'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
	'@typescript-eslint/no-explicit-any': 'error',
	'@typescript-eslint/no-floating-promises': 'error',
	// A handler of an event may be asynchronous where the event's type wants nothing back.
	'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
	'@typescript-eslint/no-unnecessary-type-assertion': 'error',
	// `const { dropped: _, ...kept }` is how a field is left out.
	'@typescript-eslint/no-unused-vars': [
		'error',
		{ varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
	],
	'@typescript-eslint/only-throw-error': 'error',
	'@typescript-eslint/return-await': ['error', 'always'],
	'@typescript-eslint/switch-exhaustiveness-check': [
		'error',
		{ considerDefaultExhaustiveForUnions: true },
	],
	eqeqeq: ['error', 'always', { null: 'ignore' }],
	'import-x/no-cycle': 'error',
	'import-x/no-restricted-paths': ['error', { zones }],
	// TypeScript resolves and checks imports; these only repeat it, slowly.
	'import-x/default': 'off',
	'import-x/named': 'off',
	'import-x/namespace': 'off',
	'import-x/no-named-as-default': 'off',
	'import-x/no-named-as-default-member': 'off',
	'import-x/no-unresolved': 'off',
};

export default [
	{ ignores: ['dist/', 'examples/', 'coverage/', '.tmp/'] },
	...n8n,
	{
		files: ['**/*.ts'],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		// Without it, no-cycle follows no import of a TypeScript file.
		settings: { 'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] } },
		rules: strict,
	},
	{
		files: ['**/*.ts'],
		ignores: ['nodes/n8n/**', 'credentials/**'],
		rules: { ...switchOff('@n8n/community-nodes/'), ...switchOff('n8n-nodes-base/node-') },
	},
	{
		files: ['**/*.ts'],
		ignores: PUBLISHED,
		rules: { 'no-console': 'off' },
	},
	{
		// Tests throw what nobody should, and load what a platform would load.
		files: ['test/**/*.ts'],
		rules: {
			'@typescript-eslint/no-require-imports': 'off',
			'@typescript-eslint/only-throw-error': 'off',
		},
	},
	{
		files: ['handover/**/*.ts'],
		rules: {
			'no-restricted-globals': ['error', 'process', 'fetch', 'window', 'document', 'crypto'],
			'no-restricted-imports': [
				'error',
				{ patterns: [{ group: ['n8n-*', 'node-red', '@node-red/*'], message: 'Not a platform.' }] },
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Ask services.clock.' },
				{ object: 'Math', property: 'random', message: 'Random comes in as an argument.' },
			],
		},
	},
	{
		files: ['**/*.js'],
		languageOptions: { sourceType: 'commonjs' },
		rules: { eqeqeq: 'error', 'no-unused-vars': 'error', 'prefer-const': 'error' },
	},
	{
		// The flows' code nodes contain these; what calls them is written there.
		files: ['flows/*.js'],
		rules: { 'no-unused-vars': 'off' },
	},
	{
		// The browser loads these.
		files: ['start/chat-page/*.js'],
		languageOptions: { sourceType: 'module' },
	},
];

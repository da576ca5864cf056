// The engine that the n8n tests run in prints each error of a node.
process.env.N8N_LOG_LEVEL = 'silent';

const MINUTE = 60_000;

const kind = (name, settings = {}) => ({
	displayName: name,
	rootDir: __dirname,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	transform: {
		'\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }],
	},
	// Packed copies of our own package.json lie there.
	modulePathIgnorePatterns: ['<rootDir>/.tmp/', '<rootDir>/dist/'],
	...settings,
});

/** @type {import('jest').Config} */
module.exports = {
	projects: [kind('unit'), kind('contract'), kind('integration'), kind('browser')],
	// Jest takes it here only. Long enough for a few executions of n8n on a busy machine.
	testTimeout: MINUTE,
	// Most files of the slow kinds wait, for a platform to start or for a time to pass; three platforms
	// at once would take each other's time. In CI one after the other, until many runs of two have been
	// green: there, a file that another one delays would fail a whole change.
	maxWorkers: process.env.CI ? 1 : 2,
	testSequencer: '<rootDir>/quality/slow-kinds-first.js',
	reporters: ['default', '<rootDir>/quality/closing-line.js'],
	coverageProvider: 'v8',
	collectCoverageFrom: ['handover/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
};

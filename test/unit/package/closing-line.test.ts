interface Reporter {
	onRunComplete(contexts: Set<unknown>, given: typeof results): void;
	getLastError(): Error | undefined;
}

// Jest loads it as plain JavaScript, without types.
const ClosingLine = jest.requireActual<new () => Reporter>('../../../quality/closing-line');

const results = {
	numPassedTests: 3,
	numFailedTests: 1,
	numRuntimeErrorTestSuites: 1,
	numPendingTests: 1,
	numTodoTests: 0,
	testResults: [{ testResults: [{ status: 'pending', fullName: 'a skipped one' }] }],
};

function run(ci: string | undefined, given = results) {
	const before = process.env.CI;
	process.env.CI = ci;
	if (ci === undefined) delete process.env.CI;
	const lines: string[] = [];
	const log = jest.spyOn(console, 'log').mockImplementation((line: string) => lines.push(line));
	const once = jest.spyOn(process, 'once').mockImplementation((_event, print: () => void) => {
		print();
		return process;
	});
	try {
		const reporter = new ClosingLine();
		reporter.onRunComplete(new Set(), given);
		return { lines: lines.join('\n'), error: reporter.getLastError() };
	} finally {
		log.mockRestore();
		once.mockRestore();
		if (before === undefined) delete process.env.CI;
		else process.env.CI = before;
	}
}

test('a test file that does not load counts as a failure', () => {
	expect(run(undefined).lines).toContain('3 passed, 2 failed, 1 skipped');
});

test('a skipped test fails the run in CI, and is named', () => {
	const { lines, error } = run('true');
	expect(error).toBeInstanceOf(Error);
	expect(lines).toContain('a skipped one');
});

test('a skipped test is let pass on a desk', () => {
	expect(run(undefined).error).toBeUndefined();
});

test('nothing skipped is no fault in CI', () => {
	expect(run('true', { ...results, numPendingTests: 0 }).error).toBeUndefined();
});

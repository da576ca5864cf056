/**
 * Ends the output with `N passed, N failed, N skipped`, which is what CI shows. A test file that does
 * not even load counts as one failure. In CI a skipped test fails the run: there, whatever a test
 * needs is installed, so a skip means that something was not tested.
 */
class ClosingLine {
	#error;

	onRunComplete(_contexts, results) {
		const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
		const skipped = results.numPendingTests + results.numTodoTests;
		if (skipped > 0 && process.env.CI === 'true') {
			this.#error = new Error('A skipped test is a failure in CI');
			console.log(`\n${this.#error.message}:`);
			for (const name of listSkipped(results)) console.log(`  ${name}`);
		}
		const line = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
		// Jest prints its own summary after all reporters.
		process.once('exit', () => console.log(`\n${line}`));
	}

	/** Jest fails the run when a reporter has one. */
	getLastError() {
		return this.#error;
	}
}

function listSkipped({ testResults }) {
	const tests = testResults.flatMap((file) => file.testResults);
	return tests
		.filter(({ status }) => status === 'pending' || status === 'todo')
		.map(({ fullName }) => fullName);
}

module.exports = ClosingLine;

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { printTable } from './print-table';
import { quantile } from './quantile';

const ROUNDS = 15;

/** In a process of its own: what was compiled or read before costs nothing. */
const LOAD = `
	const start = performance.now();
	const { trainedModel } = require('./nodes/trained-model');
	const { builtInClassifier } = require('./handover/classifier/built-in-classifier');
	const required = performance.now();
	builtInClassifier(trainedModel());
	const read = performance.now();
	console.log(JSON.stringify([required - start, read - required, read - start]));`;

const STEPS = ['its code, with the words it knows', 'what it has learnt', 'both'];

/** What a process pays once before its first decision. */
export async function benchLoading(): Promise<void> {
	const rounds = Array.from({ length: ROUNDS }, () => {
		const printed = execFileSync(process.execPath, ['-e', LOAD], {
			cwd: join(__dirname, '../dist'),
			encoding: 'utf8',
		});
		return JSON.parse(printed) as number[];
	});
	printTable(
		`Loading the built-in classifier, ${ROUNDS} processes`,
		['step', 'median ms', 'best ms'],
		STEPS.map((step, at) => {
			const times = rounds.map((round) => round[at]!);
			return [step, quantile(times, 0.5).toFixed(1), Math.min(...times).toFixed(1)];
		}),
	);
}

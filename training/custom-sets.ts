import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from '../handover/scenarios/scenario';

/** A custom scenario, and messages that are labelled by whether it describes them. */
export interface CustomSet {
	name: string;
	condition: string;
	examples: string[];
	messages: Array<{ text: string; label: 0 | 1 }>;
}

/** What the weights are fitted on. */
export const TRAINING_SETS = join(__dirname, 'custom');
/** What they were chosen by; none of it is fitted on. */
export const DEVELOPMENT_SETS = join(__dirname, 'development/custom');

/** Numbers of examples with which custom scenarios are trained and measured. */
export const EXAMPLES = [0, 1, 3, 10] as const;

/** A file has the condition, the examples, and the messages of label 1 and of label 0, between empty lines. */
export function readCustomSets(folder: string): CustomSet[] {
	return readdirSync(folder)
		.sort()
		.map((file) => {
			const blocks = readFileSync(join(folder, file), 'utf8')
				.trim()
				.split('\n\n')
				.map((block) => block.split('\n'));
			const [[condition], examples, ones, zeros] = blocks as [
				[string],
				string[],
				string[],
				string[],
			];
			const label = (texts: string[], of: 0 | 1) => texts.map((text) => ({ text, label: of }));
			return {
				name: file.replace('.txt', ''),
				condition,
				examples,
				messages: [...label(ones, 1), ...label(zeros, 0)],
			};
		});
}

/** The scenario with so many of its examples, once for each part of them: with one, each by itself. */
export function scenariosOf({ name, condition, examples }: CustomSet, count: number): Scenario[] {
	const parts = count === 0 ? 1 : Math.floor(examples.length / count);
	return Array.from({ length: parts }, (_, part) => ({
		name,
		handoverType: 'custom',
		enabled: true,
		triggerCondition: condition,
		examples: examples.slice(part * count, (part + 1) * count),
	}));
}

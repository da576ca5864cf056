import type { Questions } from './train';
import type { Trained } from './train-question';

const MOST_SUSPECTS = 60;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/**
 * How models fared on lines that they had not seen.
 * @param withSuspects also the examples they were most wrong about: a wrong label, or a lesson.
 */
export function summarise(questions: Questions, withSuspects: boolean): string {
	return Object.entries(questions)
		.flatMap(([name, trained]) => [
			name,
			...languageLines(trained),
			...partLines(trained),
			...(withSuspects ? suspects(trained) : []),
		])
		.join('\n');
}

function languageLines({ unseen }: Trained): string[] {
	const languages = [...new Set(unseen.map(({ example }) => example.language))];
	return ['all', ...languages].map((language) => {
		const own = unseen.filter(({ example }) => language === 'all' || example.language === language);
		const sum = (pick: (one: (typeof own)[number]) => boolean) =>
			own.reduce((total, one) => total + (pick(one) ? one.example.weight : 0), 0);
		const hit = sum(({ example, probability }) => example.label === 1 && probability >= 0.5);
		const missed = sum(({ example, probability }) => example.label === 1 && probability < 0.5);
		const wrong = sum(({ example, probability }) => example.label === 0 && probability >= 0.5);
		const right = sum(({ example, probability }) => example.label === 0 && probability < 0.5);
		const f1 = (2 * hit) / (2 * hit + missed + wrong);
		return `  ${language.padEnd(12)} F1 ${f1.toFixed(3)}  missed ${percent(missed / (hit + missed))}  false alarms ${percent(wrong / (wrong + right))}`;
	});
}

/** What goes wrong where: everyday traffic is in the parts named after it. */
function partLines({ unseen }: Trained): string[] {
	const parts = [...new Set(unseen.map(({ example }) => example.part))];
	return parts.flatMap((part) =>
		([1, 0] as const).flatMap((label) => {
			const own = unseen.filter(({ example }) => example.part === part && example.label === label);
			if (own.length === 0) return [];
			const wrong = own.filter(({ probability }) => probability >= 0.5 !== (label === 1)).length;
			const what = label === 1 ? 'missed' : 'false alarms';
			return [`  ${part.padEnd(17)} ${what} ${percent(wrong / own.length)}`];
		}),
	);
}

function suspects({ unseen }: Trained): string[] {
	const byText = new Map(unseen.map((one) => [one.example.text, one]));
	return [...byText.values()]
		.map((one) => ({ ...one, error: Math.abs(one.example.label - one.probability) }))
		.sort((a, b) => b.error - a.error)
		.slice(0, MOST_SUSPECTS)
		.map(
			({ example, probability }) =>
				`  ? ${example.label} ${probability.toFixed(3)} ${example.language} / ${example.group}: ${example.text}`,
		);
}

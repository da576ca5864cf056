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
	const languages = [...new Set(unseen.map(({ language }) => language))];
	return ['all', ...languages].map((language) => {
		const own = unseen.filter((one) => language === 'all' || one.language === language);
		const sum = (pick: (one: (typeof own)[number]) => boolean) =>
			own.reduce((total, one) => total + (pick(one) ? one.weight : 0), 0);
		const hit = sum(({ label, probability }) => label === 1 && probability >= 0.5);
		const missed = sum(({ label, probability }) => label === 1 && probability < 0.5);
		const wrong = sum(({ label, probability }) => label === 0 && probability >= 0.5);
		const right = sum(({ label, probability }) => label === 0 && probability < 0.5);
		const f1 = (2 * hit) / (2 * hit + missed + wrong);
		return `  ${language.padEnd(12)} F1 ${f1.toFixed(3)}  missed ${percent(missed / (hit + missed))}  false alarms ${percent(wrong / (wrong + right))}`;
	});
}

/** What goes wrong where: everyday traffic is in the parts named after it. */
function partLines({ unseen }: Trained): string[] {
	const parts = [...new Set(unseen.map((one) => one.part))];
	return parts.flatMap((part) =>
		([1, 0] as const).flatMap((label) => {
			const own = unseen.filter((one) => one.part === part && one.label === label);
			if (own.length === 0) return [];
			const wrong = own.filter(({ probability }) => probability >= 0.5 !== (label === 1)).length;
			const what = label === 1 ? 'missed' : 'false alarms';
			return [`  ${part.padEnd(20)} ${what} ${percent(wrong / own.length)}`];
		}),
	);
}

function suspects({ unseen }: Trained): string[] {
	const byText = new Map(unseen.map((one) => [one.text, one]));
	return [...byText.values()]
		.map((one) => ({ ...one, error: Math.abs(one.label - one.probability) }))
		.sort((a, b) => b.error - a.error)
		.slice(0, MOST_SUSPECTS)
		.map(
			({ label, probability, language, group, text }) =>
				`  ? ${label} ${probability.toFixed(3)} ${language} / ${group}: ${text}`,
		);
}

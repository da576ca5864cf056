import { builtInClassifier } from '../handover/classifier/built-in-classifier';
import { DEFAULT_BAND } from '../handover/classifier/language-model/parse-model-settings';
import { callsNobody, isUnsure } from '../handover/classifier/language-model/unsure-band';
import { DEFAULT_SCENARIOS } from '../handover/scenarios/default-scenarios';
import { trainedModel } from '../nodes/trained-model';
import type { TimedLine } from './judge-lines';
import type { LabelledLine } from './labelled-lines';

/** A line as the node judges it: all questions that the turn raises, and not only the one it is about. */
export interface WholeTurn extends TimedLine {
	/** In Cascade it would reach the model without and with a custom scenario. */
	isAsked: boolean;
	isAskedWithCustom: boolean;
}

export async function judgeWholeTurns(lines: readonly LabelledLine[]): Promise<WholeTurn[]> {
	const classifier = builtInClassifier(trainedModel());
	const turns: WholeTurn[] = [];
	for (const [index, line] of lines.entries()) {
		const isDraft = line.task === 'lack-of-information';
		// A bot's last answer is new with almost every turn.
		const history = line.history.map(({ author, text }) => ({ author, text: `${text} ${index}` }));
		const classification = await classifier.classify({
			text: isDraft ? null : line.text,
			draft: isDraft ? line.text : null,
			botFailed: false,
			history,
			language: null,
			scenarios: DEFAULT_SCENARIOS,
		});
		const isAsked = isUnsure(classification, DEFAULT_BAND);
		turns.push({
			line,
			microseconds: classification.duration * 1_000,
			isAsked,
			isAskedWithCustom: isAsked || (!isDraft && callsNobody(classification.label)),
		});
	}
	return turns;
}

/** Which share of some turns would reach the model, in percent. */
export function cascadeShares(turns: readonly WholeTurn[]): {
	without: number;
	withCustom: number;
} {
	const share = (isCounted: (turn: WholeTurn) => boolean) =>
		(100 * turns.filter(isCounted).length) / turns.length;
	return {
		without: share(({ isAsked }) => isAsked),
		withCustom: share(({ isAskedWithCustom }) => isAskedWithCustom),
	};
}

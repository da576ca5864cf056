import type { Evidence } from '../../../../handover/conversation/handover';
import type { TrialResult, TriedScenario } from '../../../../handover/operations/try-scenarios';
import { markCommonWords, markQuote, type Stretch } from './mark-words';
import type { TrialTexts } from './trial-fields';
import { percent, scenarioTitle, tryItText } from './texts';

type Classification = NonNullable<TrialResult['classification']>;

/** The label and why, then each scenario's probability against its threshold. */
export function showTrial(place: JQuery, result: TrialResult, texts: TrialTexts): void {
	const { classification, scenarios } = result;
	if (!classification) return;
	place.empty().append(verdict(classification));
	for (const one of classification.evidence) place.append(evidence(one, texts, scenarios));
	const chosen = nameOf(classification);
	const list = $('<ul>', { class: 'handover-bars', 'aria-label': tryItText('scenarios') });
	for (const scenario of scenarios) list.append(bar(scenario, scenario.name === chosen));
	place.append(list);
}

function verdict(classification: Classification): JQuery {
	const { probability, runnerUp } = classification;
	const next = runnerUp
		? tryItText('runnerUp', { name: titleOf(runnerUp), probability: percent(runnerUp.probability) })
		: tryItText('noRunnerUp');
	return $('<div>', { class: 'handover-verdict' }).append(
		$('<b>', { text: `${titleOf(classification)}, ${percent(probability)}` }),
		$('<span>', { text: next }),
	);
}

type Labelled = Pick<Classification, 'label' | 'customScenario'>;

/** The scenario behind a label; none behind `continue`. */
function nameOf({ label, customScenario }: Labelled): string {
	return label === 'failedAttempt' ? 'failedToResolveIssue' : (customScenario ?? label);
}

function titleOf(labelled: Labelled): string {
	return labelled.label === 'continue' ? tryItText('continue') : scenarioTitle(nameOf(labelled));
}

function evidence(one: Evidence, texts: TrialTexts, scenarios: TriedScenario[]): JQuery {
	const line = $('<div>', { class: 'handover-evidence' });
	line.append($('<span>', { text: tryItText(`source.${one.source}`) }));
	if (one.source === 'flow') return line.append($('<span>', { text: saidByFlow(one.rule) }));
	const quoted = $('<q>').appendTo(line);
	for (const { text, marked } of stretchesOf(one, texts)) {
		quoted.append($(marked ? '<mark>' : '<span>', { text }));
	}
	const [, like] = CUSTOM_RULE.exec(one.rule) ?? [];
	if (like && scenarios.length)
		line.append($('<span>', { text: tryItText('like', { text: like }) }));
	return line;
}

/** `botFailed` or `retrievalScore=0.2`, as the fields are called. */
function saidByFlow(rule: string): string {
	const [name = '', value = ''] = rule.split('=');
	return `${tryItText(`label.${name}`)} ${value}`.trim();
}

/** How the classifier names the example or the condition that a message is like. */
const CUSTOM_RULE = /^(?:example\/\d+|triggerCondition): (.+)$/s;

function stretchesOf({ source, rule, text }: Evidence, texts: TrialTexts): Stretch[] {
	if (text === null) return [];
	const [, like] = CUSTOM_RULE.exec(rule) ?? [];
	if (like) return markCommonWords(text, like);
	const whole = { contactMessage: texts.message, botDraft: texts.draft }[source as 'botDraft'];
	return whole?.includes(text) ? markQuote(whole, text) : [{ text, marked: true }];
}

function bar({ name, enabled, probability, threshold }: TriedScenario, isChosen: boolean): JQuery {
	const title = scenarioTitle(name);
	const said = enabled
		? tryItText('bar', { probability: percent(probability), threshold: percent(threshold) })
		: tryItText('off');
	const track = $('<span>', { class: 'handover-bar', role: 'img', title: said })
		.attr('aria-label', said)
		.append($('<span>', { class: 'handover-bar-fill' }).css('width', `${probability * 100}%`))
		.append($('<span>', { class: 'handover-bar-mark' }).css('left', `${threshold * 100}%`));
	return $('<li>')
		.toggleClass('handover-bar-chosen', isChosen)
		.toggleClass('handover-bar-off', !enabled)
		.append(
			$('<span>', { class: 'handover-bar-name', text: title }),
			track,
			$('<span>', { class: 'handover-bar-value', text: enabled ? percent(probability) : said }),
		);
}

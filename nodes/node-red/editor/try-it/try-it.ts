import type { Judge } from '../../../../handover/operations/classify-turn';
import type { TrialResult } from '../../../../handover/operations/try-scenarios';
import type { Scenario } from '../../../../handover/scenarios/scenario';
import { faultOfScenarios } from '../../handover-bot/scenario';
import { showOverlaps } from './overlap-warning';
import { showTrial } from './show-trial';
import { trialFields, type TrialTexts } from './trial-fields';
import { botText, tryItText } from './texts';

/** Long enough not to ask at each letter, short enough to be at once. */
const AFTER_TYPING = 200;

export interface TryItOptions {
	/** An empty element that becomes the section. */
	place: JQuery;
	/** Where the scenarios that overlap are named. */
	warnings: JQuery;
	/** As the dialog stands now. */
	scenarios(): Scenario[];
	judge(): Judge;
	/** Whether a model will have its say in the flow, which it has not here. */
	asksModel(): boolean;
}

export interface TryIt {
	/** The dialog has changed: judge again, in a moment. */
	refresh(): void;
}

/** Shows what the built-in classifier makes of a message by what stands in the dialog, undeployed. */
export function tryIt(options: TryItOptions): TryIt {
	const { place, warnings } = options;
	$('<div>', { class: 'handover-heading', text: tryItText('heading') }).appendTo(place);
	$('<div>', { class: 'handover-hint handover-wide', text: tryItText('hint') }).appendTo(place);
	const fields = trialFields(place);
	const note = $('<div>', { class: 'handover-hint handover-wide', text: tryItText('model') });
	const result = $('<div>', { class: 'handover-trial', role: 'status', 'aria-live': 'polite' });
	const missing = $('<div>', { class: 'handover-hint handover-wide handover-try-missing' });
	place.append(missing, note.addClass('handover-try-model'), result);

	let timer: ReturnType<typeof setTimeout> | undefined;
	let running: AbortController | undefined;
	const judgeNow = async () => {
		clearTimeout(timer);
		running?.abort();
		const mine = new AbortController();
		running = mine;
		const judge = options.judge();
		fields.show(judge);
		note.toggle(options.asksModel());
		const texts = fields.texts();
		const said = saidOfMissing(texts, judge);
		missing.text(said).toggle(said !== '');
		const scenarios = complete(options.scenarios());
		const fault = faultOfScenarios(scenarios);
		if (fault) {
			result.attr('aria-busy', 'false');
			showOverlaps(warnings, []);
			return say(result, botText(`error.${fault}`), 'handover-trial-fault');
		}
		result.attr('aria-busy', 'true');
		if (!result.children().length) say(result, tryItText('loading'));
		try {
			const tried = await ask({ ...texts, ...fields.flow(), judge, scenarios }, mine.signal);
			showOverlaps(warnings, tried.overlaps);
			if (tried.classification) showTrial(result, tried, texts);
			else say(result, tryItText(judge === 'botDraft' ? 'emptyDraft' : 'empty'));
		} catch (error) {
			if (mine.signal.aborted) return;
			say(result, (error as Error).message, 'handover-trial-fault');
		} finally {
			if (running === mine) result.attr('aria-busy', 'false');
		}
	};
	const refresh = () => {
		clearTimeout(timer);
		timer = setTimeout(() => void judgeNow(), AFTER_TYPING);
	};
	fields.inputs.on('input change', refresh);
	fields.inputs.on('keydown', (event) => {
		if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		void judgeNow();
	});
	void judgeNow();
	return { refresh };
}

/** What cannot be tried as the fields stand: its probability would be taken for a finding. */
function saidOfMissing({ lastAnswer, draft }: TrialTexts, judge: Judge): string {
	const missing = [
		...(judge !== 'botDraft' && !lastAnswer.trim() ? ['lastAnswer'] : []),
		...(judge === 'both' && !draft.trim() ? ['draft'] : []),
	];
	return missing.map((name) => tryItText(`missing.${name}`)).join(' ');
}

/** Without those that say nothing yet; one that has no name yet is tried all the same. */
function complete(scenarios: readonly Scenario[]): Scenario[] {
	return scenarios
		.filter(
			({ handoverType, triggerCondition, examples }) =>
				handoverType !== 'custom' || triggerCondition?.trim() || examples?.length,
		)
		.map((scenario) => ({ ...scenario, name: scenario.name.trim() || tryItText('unnamed') }));
}

function say(result: JQuery, text: string, kind = 'handover-trial-empty'): void {
	result.empty().append($('<div>', { class: kind, text }));
}

/** @throws {Error} with what the builder is to read */
async function ask(trial: object, signal: AbortSignal): Promise<TrialResult> {
	const request = $.ajax({
		url: 'handover-classifier/try',
		method: 'POST',
		contentType: 'application/json',
		data: JSON.stringify(trial),
	});
	signal.addEventListener('abort', () => request.abort());
	try {
		return (await request) as TrialResult;
	} catch {
		const refused = request.responseJSON as { message?: string } | undefined;
		throw new Error(refused?.message ?? tryItText('unreachable'));
	}
}

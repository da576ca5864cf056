import type { Overlap } from '../../../../handover/scenarios/overlapping-scenarios';
import { percent, scenarioTitle, tryItText } from './texts';

/** What a custom scenario shares with a built-in one is said by who gets the message. */
const KINDS: Partial<Record<string, 'overlapWithRequest' | 'overlapWithFailed'>> = {
	contactRequest: 'overlapWithRequest',
	failedToResolveIssue: 'overlapWithFailed',
};

/** Names the scenarios that answer to the same message; nothing is refused for it. */
export function showOverlaps(place: JQuery, overlaps: readonly Overlap[]): void {
	place
		.empty()
		.attr('role', 'status')
		.toggle(overlaps.length > 0);
	for (const { scenario, other, text, probability } of overlaps) {
		const kind = KINDS[other] ?? 'overlap';
		const warning = tryItText(kind, {
			scenario: scenarioTitle(scenario),
			other: scenarioTitle(other),
			probability: percent(probability),
		});
		$('<div>', { class: 'handover-warning' })
			.append('<i class="fa fa-exclamation-triangle" aria-hidden="true"></i>')
			.append($('<span>', { text: `${warning} “${text}”` }))
			.appendTo(place);
	}
}

import type { Classifier, Turn } from '../classifier/classifier';
import { judgeScenario } from './judge-scenario';
import { thresholdOf, type HandoverType, type Scenario } from './scenario';

/** Two scenarios that answer to the same message. */
export interface Overlap {
	/** The custom one that `text` was written for. */
	scenario: string;
	/** Answers to it as well. */
	other: string;
	/** An example, or the condition, of `scenario`. */
	text: string;
	/** Of `other`, for `text`, 0 to 1. */
	probability: number;
}

/**
 * The pairs of enabled scenarios of which one answers to what the other was written for, each pair
 * once, with the text that shows it best. Such a pair is no error: the message then goes to the
 * request for a human, or else to the scenario that is the surer of the two, a custom one before the failed
 * attempt.
 */
export async function findOverlappingScenarios(
	classifier: Classifier,
	scenarios: readonly Scenario[],
): Promise<Overlap[]> {
	const enabled = scenarios.filter(
		(scenario) => scenario.enabled && READS_CONTACT.includes(scenario.handoverType),
	);
	const pairs = enabled.flatMap((one, index) =>
		enabled.slice(index + 1).map((other) => [one, other] as const),
	);
	const found = await Promise.all(
		pairs.map(async ([one, other]) => {
			const overlaps = [
				...(await overlapsOf(classifier, one, other)),
				...(await overlapsOf(classifier, other, one)),
			];
			return overlaps.sort((a, b) => b.probability - a.probability).slice(0, 1);
		}),
	);
	return found.flat();
}

/** What was written for `scenario` and reaches the threshold of `other`. */
async function overlapsOf(
	classifier: Classifier,
	scenario: Scenario,
	other: Scenario,
): Promise<Overlap[]> {
	if (scenario.handoverType !== 'custom') return [];
	const texts = [
		...(scenario.examples ?? []).map((text): Said => ({ text })),
		...conditionFor(scenario, other),
	];
	const judged = await Promise.all(
		texts.map(async ({ text, said = text }) => ({
			scenario: scenario.name,
			other: other.name,
			text,
			probability: await probabilityOf(classifier, other, said),
		})),
	);
	return judged.filter(({ probability }) => probability > 0 && probability >= thresholdOf(other));
}

/** A text, and how the contact would say it where that is another. */
interface Said {
	text: string;
	said?: string;
}

/** The lack of information looks at the bot's answers. */
const READS_CONTACT: readonly HandoverType[] = ['custom', 'contactRequest', 'failedToResolveIssue'];
/**
 * Nothing fails before the bot has said something. After a greeting, a first problem is none that the bot made:
 * what still says so is about the bot.
 */
const GREETED: Turn['history'] = [{ author: 'bot', text: 'Hello! How can I help you?' }];

/**
 * A condition speaks of the contact, as another condition does. The built-in request is judged by
 * what contacts themselves write: `asks for a human`, which the contact would say as `I want a human`.
 */
function conditionFor({ triggerCondition }: Scenario, other: Scenario): Said[] {
	const condition = triggerCondition?.trim();
	if (!condition) return [];
	return other.handoverType === 'custom'
		? [{ text: condition }]
		: [{ text: condition, said: inFirstPerson(condition) }];
}

const OF_CONTACT =
	/^(?:(?:the|a|der|die|el|la|le|il|o|de)\s+)?\S+\s+(?:(?:asks?|wants?|wishes|would like|needs?|requests?|demands?|möchte|will|fragt|verlangt|bittet|quiere|pide|demande|veut|vuole|chiede|quer|pede|wil|vraagt)\s+)(?:(?:for|to|nach|um|por)\s+)?/iu;

/** As the contact would say it; `I want` is not needed where the condition is not of that form. */
function inFirstPerson(condition: string): string {
	const wish = condition.replace(OF_CONTACT, '');
	return wish === condition ? condition : `I want ${wish}`;
}

async function probabilityOf(
	classifier: Classifier,
	scenario: Scenario,
	text: string,
): Promise<number> {
	const history = scenario.handoverType === 'failedToResolveIssue' ? GREETED : [];
	const turn = { text, draft: null, botFailed: false, history, language: null, scenarios: [] };
	return (await judgeScenario(classifier, turn, scenario)).probability;
}

import type { Scenario } from '../scenarios/scenario';
import type { Judged } from './judged';
import { readText, type ReadText } from './read-text';
import { containment, featuresOf, similarity, type Features } from './similarity';

interface Prepared {
	examples: Array<{ text: string; features: Features; negated: boolean }>;
	condition: Features | null;
}

/** Bots with other settings than these many are prepared again; the oldest go first. */
const MOST_PREPARED = 100;
const prepared = new Map<string, Prepared>();

/** Words in which a condition speaks of the conversation, not of what the contact wants. */
const ABOUT_CONTACT = new Set(
	`the a contact contacts customer client user person someone wants want wanting asks ask asking
	says say mentions mention needs need wishes wish would like about complains is are has or and to
	for of their his her if when that message talks question questions request requests anything
	der die das kunde kontakt möchte will fragt nach cliente contacto quiere pregunta por usuario
	demande veut souhaite utilisateur`
		.split(/\s+/)
		.flatMap((word) => [...featuresOf(readText(word)).words]),
);
const NEGATIONS = new Set(
	'not dont no never cannot cant wont doesnt didnt nicht kein keine nao pas non niet geen nie не ні ні नहीं tidak لا'.split(
		' ',
	),
);

/** Whether the message is what a custom scenario describes, by words in common with it. */
export function judgeCustomScenario(
	scenario: Scenario,
	read: ReadText,
	features: Features,
): Judged | null {
	if (features.verbatim === '') return null;
	const { examples, condition } = prepare(scenario);
	const negated = isNegated(read);
	let best = 0;
	let rule = '';
	let text: string | null = null;
	examples.forEach((example, index) => {
		const likeness = likenessToExample(features, example.features);
		const value = negated === example.negated ? likeness : likeness * 0.6;
		if (value <= best) return;
		best = value;
		rule = `example/${index + 1}`;
		text = example.text;
	});
	const ofCondition = condition
		? likenessToCondition(features, condition) * (negated ? 0.6 : 1)
		: 0;
	if (ofCondition > best) {
		best = ofCondition;
		rule = 'triggerCondition';
		text = scenario.triggerCondition ?? null;
	}
	if (best < 0.1) return null;
	const source = 'contactMessage';
	return {
		probability: best,
		evidence: [{ source, rule: `${rule}: ${text?.slice(0, 80)}`, text: read.text.slice(0, 200) }],
	};
}

function likenessToExample(text: Features, example: Features): number {
	const alike = similarity(text, example);
	// A long message that says all that a telling example says, and more.
	const contained = example.words.size > 1 ? 0.85 * containment(example.words, text.words) ** 2 : 0;
	return Math.min(0.98, Math.max(alike, contained));
}

function likenessToCondition(text: Features, condition: Features): number {
	const share = containment(condition.words, text.words);
	return condition.words.size === 1 ? 0.7 * share : 0.9 * share;
}

function isNegated(read: ReadText): boolean {
	return read.tokens.some(({ word }) => NEGATIONS.has(word));
}

function prepare(scenario: Scenario): Prepared {
	const key = `${scenario.triggerCondition ?? ''}\0${scenario.examples?.join('\0') ?? ''}`;
	const known = prepared.get(key);
	if (known) return known;
	const made = {
		examples: (scenario.examples ?? []).map((text) => {
			const read = readText(text);
			return { text, features: featuresOf(read), negated: isNegated(read) };
		}),
		condition: scenario.triggerCondition ? conditionOf(scenario.triggerCondition) : null,
	};
	if (prepared.size >= MOST_PREPARED) prepared.delete(prepared.keys().next().value!);
	prepared.set(key, made);
	return made;
}

function conditionOf(condition: string): Features {
	const features = featuresOf(readText(condition));
	const words = [...features.words].filter((word) => !ABOUT_CONTACT.has(word));
	return { ...features, words: new Set(words) };
}

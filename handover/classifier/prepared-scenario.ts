import type { Scenario } from '../scenarios/scenario';
import { readText, type ReadText } from './read-text';
import { featuresOf, weighted, type Features, type WordWeights } from './similarity';

/** A custom scenario's texts, read once. */
export interface PreparedScenario {
	examples: Array<{ text: string; features: Features; negated: boolean }>;
	condition: Features | null;
}

/** Bots with other settings than these many are prepared again; the oldest go first. */
const MOST_PREPARED = 100;
const prepared = new Map<string, PreparedScenario>();

/** Words in which a condition speaks of the conversation, not of what the contact wants. */
const ABOUT_CONTACT = `the a contact contacts customer client user person someone wants want wanting
	asks ask asking says say mentions mention needs need wishes wish would like about complains is are
	has or and to for of their his her if when that message talks question questions request requests
	anything der die das kunde kontakt möchte will fragt nach cliente contacto quiere pregunta por
	usuario demande veut souhaite utilisateur`;

const NEGATIONS = new Set(
	'not dont no never cannot cant wont doesnt didnt nicht kein keine nao pas non niet geen nie не ні नहीं tidak لا'.split(
		' ',
	),
);

export function prepareScenario(scenario: Scenario, weights: WordWeights): PreparedScenario {
	const key = `${scenario.triggerCondition ?? ''}\0${scenario.examples?.join('\0') ?? ''}`;
	const known = prepared.get(key);
	if (known) return known;
	const made = {
		examples: (scenario.examples ?? []).map((text) => {
			const read = readText(text);
			return { text, features: featuresOf(read, weights), negated: isNegated(read) };
		}),
		condition: scenario.triggerCondition ? readCondition(scenario.triggerCondition, weights) : null,
	};
	if (prepared.size >= MOST_PREPARED) prepared.delete(prepared.keys().next().value!);
	prepared.set(key, made);
	return made;
}

export function isNegated(read: ReadText): boolean {
	return read.tokens.some(({ word }) => NEGATIONS.has(word));
}

function readCondition(condition: string, weights: WordWeights): Features {
	const features = featuresOf(readText(condition), weights);
	const about = featuresOf(readText(ABOUT_CONTACT), weights).words;
	const words = new Map([...features.words].filter(([word]) => !about.has(word)));
	return { ...features, ...weighted(words) };
}

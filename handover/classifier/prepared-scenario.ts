import type { Scenario } from '../scenarios/scenario';
import { contentOf, type Content } from './content';
import { readText } from './read-text';
import { featuresOf, type WordWeights } from './similarity';

/** A custom scenario's texts, read once. */
export interface PreparedScenario {
	/** The examples, and the condition after them when there is one. */
	texts: Array<{ rule: string; content: Content; isCondition: boolean }>;
	examples: number;
	/** Which of the texts have an item or a gram, and with which weight. */
	items: ReadonlyMap<number, ReadonlyArray<readonly [text: number, weight: number]>>;
	grams: ReadonlyMap<number, readonly number[]>;
	/** Share of the examples that praise, or ask. */
	praises: number;
	asks: number;
}

/** Bots with other settings than these many are prepared again; the oldest go first. */
const MOST_PREPARED = 100;
const prepared = new Map<string, PreparedScenario>();

/** Words in which a condition speaks of the conversation, not of what the contact wants. */
const ABOUT_CONTACT = `the a contact contacts customer customers client user person someone wants want
	wanting asks ask asking says say mentions mention needs need wishes wish would like about is are has
	or and to for of their his her if when that this it with us our we message talks question questions
	request requests requested reports report interested anything contacting threatens
	der die das den dem ein eine einem einer kunde kundin kontakt möchte will fragt nach über mit oder dass
	meldet ist hat el la los las un una su de que con cliente contacto quiere pregunta por o
	le les une du des client usager utilisateur demande veut souhaite personne sur ou se son sa chez nous
	il lo cliente vuole chiede di che o a cliente quer pergunta o a da do de klant wil vraagt de het een
	klient chce pyta müşteri istiyor клиент хочет спрашивает клієнт хоче 顾客 想要 客户 お客様 고객`;

export function prepareScenario(scenario: Scenario, weights: WordWeights): PreparedScenario {
	const key = `${scenario.triggerCondition ?? ''}\0${scenario.examples?.join('\0') ?? ''}`;
	const known = prepared.get(key);
	if (known) return known;
	const made = prepare(scenario, weights);
	if (prepared.size >= MOST_PREPARED) prepared.delete(prepared.keys().next().value!);
	prepared.set(key, made);
	return made;
}

function prepare({ examples = [], triggerCondition }: Scenario, weights: WordWeights) {
	const texts: PreparedScenario['texts'] = examples.map((text, index) => ({
		rule: `example/${index + 1}: ${text.slice(0, 80)}`,
		content: contentOfText(text, weights),
		isCondition: false,
	}));
	const share = (pick: (content: Content) => number) =>
		texts.reduce((sum, { content }) => sum + pick(content), 0) / (texts.length || 1);
	const shares = {
		praises: share(({ praises }) => praises),
		asks: share(({ asks }) => asks),
	};
	if (triggerCondition?.trim()) {
		texts.push({
			rule: `triggerCondition: ${triggerCondition.slice(0, 80)}`,
			content: contentOfCondition(triggerCondition, weights),
			isCondition: true,
		});
	}
	const items = new Map<number, Array<readonly [number, number]>>();
	const grams = new Map<number, number[]>();
	texts.forEach(({ content }, text) => {
		for (const [item, weight] of content.items) push(items, item, [text, weight] as const);
		for (const gram of content.grams) push(grams, gram, text);
	});
	return { texts, examples: examples.length, items, grams, ...shares };
}

function push<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

function contentOfText(text: string, weights: WordWeights): Content {
	const read = readText(text);
	return contentOf(read, featuresOf(read, weights), weights);
}

function contentOfCondition(condition: string, weights: WordWeights): Content {
	const content = contentOfText(condition, weights);
	const about = contentOfText(ABOUT_CONTACT, weights).items;
	const items = new Map([...content.items].filter(([item]) => !about.has(item)));
	let squares = 0;
	for (const weight of items.values()) squares += weight * weight;
	return { ...content, items, length: Math.sqrt(squares) };
}

import type { Scenario } from '../scenarios/scenario';
import { contentOf, type Content, type Manner } from './content';
import { beginningOf, readText } from './read-text';
import { WORDLESS, type WordWeights } from './similarity';

/** A custom scenario's texts, read once. */
export interface PreparedScenario {
	/** The examples, and the condition after them when there is one. */
	texts: Array<{ rule: string; content: Content; isCondition: boolean }>;
	examples: number;
	/** Which of the texts have an item, and with which weight. */
	items: ReadonlyMap<number, ReadonlyArray<{ text: number; weight: number }>>;
	/** The first example of those words, as {@link Content.verbatim} has them. */
	verbatim: ReadonlyMap<number, number>;
	/** What many examples are about, by the share of them that are. */
	core: ReadonlyArray<{ item: number; share: number }>;
	/** Share of the examples that praise, ask, wish or deny. */
	manner: Manner;
}

type Texts = Pick<Scenario, 'triggerCondition' | 'examples'>;

/** Bots with other settings than these many are prepared again; the oldest go first. */
const MOST_PREPARED = 100;
/** Weight from which an item may be what the scenario is about, and share of the examples that have it then. */
const OF_CORE = 0.9;
const MANY = 0.25;
/** As much of a text as names the rule that decided. */
const MOST_OF_RULE = 80;
const prepared: Array<{ of: Texts; weights: WordWeights; made: PreparedScenario }> = [];

/** Words in which a condition speaks of the conversation, not of what the contact wants. */
const ABOUT_CONTACT = `the a contact contacts customer customers client user person someone somebody they wants want
	wanting asks ask asking says say mentions mention needs need wishes wish would like about is are has
	or and to for of their his her if when that this it with us our we message talks question questions
	request requests requested reports report interested anything contacting tells writes seems sounds speaks
	der die das den dem ein eine einem einer kunde kundin kontakt jemand interessent person möchte will fragt nach
	über mit oder dass meldet ist hat wünscht sagt bittet
	el la los las un una su de que con cliente contacto persona alguien interesado quiere pregunta pide solicita desea
	dice comunica por o
	le les une du des client personne usager utilisateur demande veut souhaite dit signale sur ou se son sa chez nous
	il lo cliente contatto qualcuno vuole chiede dice ha di che o a
	cliente contato pessoa alguém quer pergunta pede diz deseja da do
	de klant contactpersoon iemand wil vraagt zegt meldt heeft het een
	klient klientka ktoś chce pyta prosi mówi zgłasza ma lub
	müşteri müşterinin kişi istiyor soruyor söylüyor bildiriyor yapmak
	клиент клиентка кто-то хочет спрашивает просит говорит сообщает или
	клієнт клієнтка хтось хоче питає просить каже повідомляє або
	العميل الزبون شخص يريد يطلب يسال يقول يبلغ
	ग्राहक व्यक्ति चाहता चाहती पूछता पूछती कहता बताता है के बारे में की का
	pelanggan seseorang ingin mau bertanya meminta mengatakan melaporkan yang atau`;

/** The same in scripts without spaces, where words are found by their characters. */
const ABOUT_CONTACT_UNSPACED =
	/顾客|客户|客戶|顧客|用户(?!名)|用戶(?!名)|想要|要求|询问|詢問|表示|お客様|希望|尋ね|言って|したい|고객(?!센터)[이은의]?|손님[이은의]?|원한다|싶어한다|묻는다|말한다|했다/gu;

/** Reads a scenario's texts; those that were read before are found again by what they say. */
export function prepareScenario(scenario: Scenario, weights: WordWeights): PreparedScenario {
	const known = prepared.find((one) => one.weights === weights && sayTheSame(one.of, scenario));
	if (known) return known.made;
	const made = prepare(scenario, weights);
	if (prepared.length >= MOST_PREPARED) prepared.pop();
	const { triggerCondition, examples } = scenario;
	prepared.unshift({ of: { triggerCondition, examples: examples?.slice() }, weights, made });
	return made;
}

function sayTheSame(one: Texts, other: Texts): boolean {
	const [examples, others] = [one.examples ?? [], other.examples ?? []];
	return (
		one.triggerCondition === other.triggerCondition &&
		examples.length === others.length &&
		examples.every((example, at) => example === others[at])
	);
}

function prepare({ examples = [], triggerCondition }: Scenario, weights: WordWeights) {
	const texts: PreparedScenario['texts'] = examples.map((text, index) => ({
		rule: `example/${index + 1}: ${beginningOf(text, MOST_OF_RULE)}`,
		content: contentOfText(text, weights),
		isCondition: false,
	}));
	const contents = texts.map(({ content }) => content);
	if (triggerCondition?.trim()) {
		texts.push({
			rule: `triggerCondition: ${beginningOf(triggerCondition, MOST_OF_RULE)}`,
			content: contentOfCondition(triggerCondition, weights),
			isCondition: true,
		});
	}
	const items = new Map<number, Array<{ text: number; weight: number }>>();
	texts.forEach(({ content }, text) => {
		for (const [item, weight] of content.items) push(items, item, { text, weight });
	});
	const core = contents.length > 1 ? coreOf(contents) : [];
	const verbatim = verbatimOf(contents);
	return { texts, examples: examples.length, items, verbatim, core, manner: mannerOf(contents) };
}

function verbatimOf(contents: readonly Content[]): Map<number, number> {
	const places = new Map<number, number>();
	contents.forEach(({ verbatim }, text) => {
		if (verbatim !== WORDLESS && !places.has(verbatim)) places.set(verbatim, text);
	});
	return places;
}

function mannerOf(contents: readonly Content[]): Manner {
	const share = (of: keyof Manner) =>
		contents.reduce((sum, { manner }) => sum + manner[of], 0) / (contents.length || 1);
	return {
		praises: share('praises'),
		asks: share('asks'),
		wishes: share('wishes'),
		denies: share('denies'),
	};
}

function coreOf(contents: readonly Content[]): Array<{ item: number; share: number }> {
	const counts = new Map<number, number>();
	for (const { items } of contents) {
		for (const [item, weight] of items) {
			if (weight >= OF_CORE) counts.set(item, (counts.get(item) ?? 0) + 1);
		}
	}
	return [...counts]
		.map(([item, count]) => ({ item, share: count / contents.length }))
		.filter(({ share }) => share >= MANY);
}

function push<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

function contentOfText(text: string, weights: WordWeights): Content {
	return contentOf(readText(text), weights);
}

function contentOfCondition(condition: string, weights: WordWeights): Content {
	const about = contentOfText(ABOUT_CONTACT, weights).items;
	// With a word in their place what stood on both sides is no word, and the clause goes on.
	const wanted = condition.normalize('NFKC').replace(ABOUT_CONTACT_UNSPACED, ' the ');
	return contentOf(readText(wanted), weights, about);
}

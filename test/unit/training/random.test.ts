import type { LanguageText } from '../../../training/corpus';
import { contactRequestExamples } from '../../../training/examples/contact-request';
import { lackOfInformationExamples } from '../../../training/examples/lack-of-information';
import { parseGrammar } from '../../../training/grammar/parse-grammar';
import type { Language } from '../../../training/languages';
import { randomFor } from '../../../training/random';

const draw = (name: string) => {
	const random = randomFor(name);
	return [random.next(), random.next(), random.next()];
};

test('chance of one name is the same on every run, and another than that of another name', () => {
	expect(draw('german')).toEqual(draw('german'));
	expect(draw('german')).not.toEqual(draw('korean'));
});

/** Lines that stand for many texts each. */
function manyTexts(language: Language): LanguageText {
	const choice = '(one|two|three|four|five|six)';
	const groups = parseGrammar(`= yes: numbers\n${choice} and ${choice} >> ${choice}`, 'numbers');
	return {
		language,
		contactRequest: groups,
		noWish: groups,
		lackOfInformation: groups,
		failedAttempt: groups,
		itHelped: groups,
		sameQuestion: [],
		matters: [],
		moments: [],
		everydayMessages: groups,
		everydayAnswers: groups,
	};
}

test('what is sampled for one language does not depend on what was sampled before', () => {
	const textsOf = (examples: Array<{ text: string }>) => examples.map(({ text }) => text);
	const sampled = () => textsOf(contactRequestExamples(manyTexts('korean'), []));
	const alone = sampled();
	contactRequestExamples(manyTexts('arabic'), []);
	lackOfInformationExamples(manyTexts('arabic'), new Uint8Array(1 << 8));
	expect(alone.length).toBeGreaterThan(20);
	expect(sampled()).toEqual(alone);
});

import { LANGUAGES } from '../../../training/languages';
import { LineNumbers } from '../../../training/line-numbers';

test('each line has a number of its own, in all languages', () => {
	const numbers = LANGUAGES.flatMap((language) => {
		const own = new LineNumbers(language);
		return Array.from({ length: 100 }, () => own.next());
	});
	expect(new Set(numbers).size).toBe(numbers.length);
});

test('lines are numbered anew with every question, so that no question moves the lines of another', () => {
	const first = () => new LineNumbers('german').next();
	expect(first()).toBe(first());
});

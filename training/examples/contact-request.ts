import { meaningsOf } from '../../handover/classifier/meaning-features';
import { isOfPeople } from '../../handover/classifier/meanings';
import { readText } from '../../handover/classifier/read-text';
import type { LanguageText } from '../corpus';
import type { Example } from '../fit';
import { LineNumbers } from '../line-numbers';
import { sample, worthSampling } from '../grammar/expand';
import type { Group } from '../grammar/parse-grammar';
import { scramble } from '../scramble';
import { randomFor, type Random } from '../random';
import { varyText, withSlips } from '../vary-text';
import { ExamplePool } from './example-pool';
import { everydayLines } from './everyday-lines';

const SHARES = {
	plainWish: 2,
	wish: 2,
	closestWish: 0.8,
	noWish: 1.8,
	lookAlike: 1.2,
	everyday: 6,
	scrambled: 0.2,
	otherTurns: 1.2,
	complaints: 0.6,
	helped: 0.5,
	questions: 0.4,
	everydayRequests: 4,
};
const LEAST_TEXTS = 4;
const MOST_TEXTS = 24;
/** Share of texts that are learnt once more with slips: a word is then known by more than its spelling. */
const HASTY = 0.5;
/** Among other words, nobody can tell what a single one was meant for. */
const SHORT = 12;

/** Messages that ask for a human, and those that do not. */
export function contactRequestExamples(
	text: LanguageText,
	everydayRequests: readonly string[],
): Example[] {
	const random = randomFor(`contactRequest ${text.language}`);
	const numbers = new LineNumbers(text.language);
	const pool = new ExamplePool(text.language, SHARES);
	const everyday = everydayLines(text.everydayMessages, random, numbers);
	const addGroups = (groups: readonly Group[], ofWish: string, ofOther: string) => {
		for (const { label, name, lines } of groups) {
			const isWish = label !== 'no';
			const part = label === 'plain' ? 'plainWish' : isWish ? ofWish : ofOther;
			for (const { template } of lines) {
				const line = numbers.next();
				const texts = sample(template, worthSampling(template, LEAST_TEXTS, MOST_TEXTS), random);
				for (const turns of texts) {
					const one = turns.split('>>').at(-1)!.trim();
					const varied = varyText(one, random);
					pool.addText(part, name, line, isWish ? 1 : 0, varied);
					if (random.next() < HASTY) {
						pool.addText(part, name, line, isWish ? 1 : 0, withSlips(one, random));
					}
					if (one.length <= SHORT || random.next() >= 0.3) continue;
					const among = amongOthers(varied, random.pick(everyday).text, random);
					pool.addText(part, name, line, isWish ? 1 : 0, among);
				}
			}
		}
	};
	addGroups(text.contactRequest, 'wish', 'lookAlike');
	addGroups(text.noWish, 'closestWish', 'noWish');
	for (const { text: one, line } of everyday) {
		pool.addText('scrambled', 'scrambled', line, 0, scramble(one, random));
		pool.addText('everyday', 'everyday', line, 0, varyText(one, random));
		if (random.next() < 0.2) {
			const among = amongOthers(one, random.pick(everyday).text, random);
			pool.addText('everyday', 'everyday', line, 0, varyText(among, random));
		}
	}
	const addTurns = (part: string, groups: readonly Group[], isOne: (turn: string) => boolean) => {
		for (const { name, lines } of groups) {
			for (const { template } of lines) {
				const line = numbers.next();
				const turn = sample(template, 1, random)[0]!.split('>>').at(-1)!.trim();
				if (isOne(turn)) pool.addText(part, name, line, 0, varyText(turn, random));
			}
		}
	};
	// With plain complaints among them, plain wishes that begin with one were missed.
	const turns = text.failedAttempt.filter(({ label }) => label !== 'plain');
	const isComplaint = ({ label }: Group) => label === 'yes';
	addTurns(
		'otherTurns',
		turns.filter((group) => !isComplaint(group)),
		() => true,
	);
	// Many a complaint ends in a wish.
	addTurns('complaints', turns.filter(isComplaint), (turn) => !speaksOfPeople(turn));
	addTurns('helped', text.itHelped, () => true);
	for (const wordings of text.sameQuestion) {
		const line = numbers.next();
		for (const one of wordings) pool.addText('questions', 'questions', line, 0, one);
	}
	for (const one of everydayRequests) {
		pool.addText('everydayRequests', 'everydayRequests', numbers.next(), 0, one);
	}
	return pool.weighed(text.language === 'english' ? 4 : 1);
}

function speaksOfPeople(text: string): boolean {
	const { tokens } = readText(text);
	return meaningsOf(tokens, 0, tokens.length).some(isOfPeople);
}

const JOINTS = ['. ', ', ', ' ', ' - ', '! ', '\n', '... '];

function amongOthers(text: string, other: string, random: Random): string {
	const joint = random.pick(JOINTS);
	const plain = (one: string) => one.replace(/[.!。]+$/u, '');
	return random.next() < 0.65 ? plain(other) + joint + text : plain(text) + joint + other;
}

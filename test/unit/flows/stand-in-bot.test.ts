import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import { trainedModel } from '../../../nodes/trained-model';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import { answer, STAND_IN_BOT } from './stand-in-bot';

const FLOWS = join(__dirname, '../../../flows');
const ask = (text: string) => answer(text, { failedAttempts: 0, failedNow: false });

const DOES_NOT_KNOW = "I'm sorry, I don't have information about that.";
const CLARIFIES = answer('That did not help', { failedAttempts: 1, failedNow: true });

test.each(['n8n', 'node-red'])(
	'the reference flow of %s has this bot, word for word',
	(platform) => {
		const flow = readFileSync(join(FLOWS, platform, 'reference.json'), 'utf8');
		expect(flow).toContain(JSON.stringify(STAND_IN_BOT).slice(1, -1));
	},
);

test.each([
	['What are your opening hours?', /Monday to Friday/],
	['when do you open tomorrow', /Monday to Friday/],
	['How long does shipping take?', /2 to 4 working days/],
	['When will it be delivered?', /2 to 4 working days/],
	['What is your return policy?', /30 days/],
	['Can I send it back?', /30 days/],
	["Where's my order?", /tracking link/],
	['Order status please', /tracking link/],
	['Hi, where is my parcel?', /tracking link/],
	['Hello!', /^Hello/],
	['good morning', /^Hello/],
	['Thanks a lot', /welcome/],
	['thank you', /welcome/],
])('"%s" is answered with %s', (text, expected) => expect(ask(text)).toMatch(expected));

test.each(['Can I pay with bitcoin?', 'Chicago', 'this is it', '<b>x</b>', '😀'])(
	'to "%s" it says that it does not know',
	(text) => expect(ask(text)).toBe(DOES_NOT_KNOW),
);

test('after a failed attempt it apologises and asks, even if it seems to know', () => {
	expect(CLARIFIES).toMatch(/apologise.*\?$/);
	const again = answer('How long does shipping take?', { failedAttempts: 1, failedNow: true });
	expect(again).toBe(CLARIFIES);
});

test.each([
	...['opening hours', 'shipping', 'return', 'order status', 'Hi', 'thanks'].map(ask),
	CLARIFIES,
])('"%s" is not taken for a confession of ignorance', async (draft) => {
	expect(await labelOf(draft)).toBe('continue');
});

test('"I don\'t have information" is', async () => {
	expect(await labelOf(DOES_NOT_KNOW)).toBe('lackOfInformation');
});

async function labelOf(draft: string): Promise<string> {
	const { label } = await builtInClassifier(trainedModel()).classify({
		text: null,
		draft,
		botFailed: false,
		history: [],
		language: null,
		scenarios: DEFAULT_SCENARIOS,
	});
	return label;
}

import { answerSchema, parseAnswer } from '../../../../handover/classifier/language-model/answer';
import { questionsOf } from '../../../../handover/classifier/language-model/questions';
import { aTurn } from './model-turns';

const questions = questionsOf(aTurn());
const proper = {
	reason: 'The contact asks for a human.',
	quote: 'a human',
	lastAnswer: 'unclear',
	probabilities: { contactRequest: 0.97 },
};
const json = JSON.stringify(proper);

test('an answer that is exactly what was asked for is taken', () => {
	expect(parseAnswer(json, questions)).toEqual(proper);
	expect(parseAnswer(`\n${json} `, questions)).toEqual(proper);
});

test('the schema asks for what is taken, and allows nothing else', () => {
	expect(answerSchema(questions)).toMatchObject({
		schema: {
			required: ['reason', 'quote', 'lastAnswer', 'probabilities'],
			additionalProperties: false,
			properties: {
				probabilities: { required: ['contactRequest'], additionalProperties: false },
			},
		},
	});
});

test.each([
	['nothing', ''],
	['words', 'contactRequest'],
	['truncated', json.slice(0, -4)],
	['words before it', `Here you are: ${json}`],
	['words after it', `${json} I hope this helps.`],
	['a code fence around it', `\`\`\`json\n${json}\n\`\`\``],
	['two objects', json + json],
	['a list', `[${json}]`],
	['null', 'null'],
	['a label that is not in the list', with_({ probabilities: { contactRequest: 1, sales: 1 } })],
	['a label too few', with_({ probabilities: {} })],
	['a probability over 1', with_({ probabilities: { contactRequest: 97 } })],
	['a probability below 0', with_({ probabilities: { contactRequest: -0.1 } })],
	['a probability as text', with_({ probabilities: { contactRequest: '0.97' } })],
	['a judgement of the last answer that there is not', with_({ lastAnswer: 'great' })],
	['no reason', with_({ reason: undefined })],
	['a property too many', with_({ handover: true })],
])('an answer is off schema: %s', (_why, text) => {
	expect(() => parseAnswer(text, questions)).toThrow('off schema');
});

function with_(change: object): string {
	return JSON.stringify({ ...proper, ...change });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnswer, PROMPT_VERSION } from '../../../handover/classifier/language-model/answer';
import { MODEL_FAILURES } from '../../../handover/classifier/language-model/model-failure';
import { composeRequest } from '../../../handover/classifier/language-model/prompt';
import { questionsOf } from '../../../handover/classifier/language-model/questions';
import { aTurn, dialogue, REFUND } from '../classifier/language-model/model-turns';

const page = readFileSync(join(__dirname, '../../../docs/guide/language-model.md'), 'utf8');
const turn = aTurn({
	text: 'I want my money back',
	draft: 'Your parcel is on its way.',
	history: dialogue('Where is my parcel?', 'It arrives on Friday.'),
	scenarios: [...aTurn().scenarios, REFUND],
});
const questions = questionsOf(turn);
const blocks = [...page.matchAll(/```(?:text|json)\n(.*?)\n```/gs)].map(([, text]) => text!);

test('the guide shows the prompt as it is sent, and its version', () => {
	const sent = composeRequest(turn, questions).messages.map(({ content }) => content);
	expect(blocks.slice(0, 2)).toEqual(sent);
	expect(page).toContain(`Version \`${PROMPT_VERSION}\``);
});

test('the answer in the guide is one that would be taken', () => {
	expect(parseAnswer(blocks[2]!, questions).probabilities).toMatchObject({ custom1: 0.96 });
});

test('the guide explains every reason why a model is not available', () => {
	const documented = [...page.matchAll(/^\| (`[a-z `,]+`) \|/gm)].flatMap(([, cell]) =>
		[...cell!.matchAll(/`([a-z ]+)`/g)].map(([, reason]) => reason),
	);
	expect(Object.keys(MODEL_FAILURES).filter((reason) => !documented.includes(reason))).toEqual([]);
});

import { parentPort, workerData } from 'node:worker_threads';
import { examplesOf, SETTINGS, type Learnt, type QuestionName } from './questions';
import { learnPart, learnWhole } from './train-question';

/** One half of the training of one question, beside others. */
export interface Errand {
	name: QuestionName;
	/** `part` for what probabilities are calibrated by, `whole` for what is kept. */
	half: 'part' | 'whole';
	learnt: Learnt;
}

const { name, half, learnt } = workerData as Errand;
const examples = examplesOf(name, learnt);
const learn = half === 'part' ? learnPart : learnWhole;
parentPort!.postMessage(learn(examples, SETTINGS[name]));

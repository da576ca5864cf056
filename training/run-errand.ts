import { parentPort, workerData } from 'node:worker_threads';
import { examplesOf, SETTINGS, type Learnt, type QuestionName } from './questions';
import { learnCorrections, learnWeights } from './train-question';

/** What one question has to be taught, beside others. */
export interface Errand {
	name: QuestionName;
	part: 'weights' | 'corrections';
	learnt: Learnt;
}

const { name, part, learnt } = workerData as Errand;
const examples = examplesOf(name, learnt);
const learn = part === 'weights' ? learnWeights : learnCorrections;
parentPort!.postMessage(learn(examples, SETTINGS[name]));

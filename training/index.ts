import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trainedModel } from '../nodes/trained-model';
import { writeCustomWeights } from './custom-weights';
import { writeLookAlikes } from './look-alikes';
import { summarise } from './summary';
import { train } from './train';
import { writeModel } from './write-model';

const MODEL = join(__dirname, '../handover/classifier/built-in-model.bin');

/**
 * `npm run train` writes the model; with `--suspects` it also prints the lines that it is most wrong
 * about, with `--check` it only says whether another one would come out. With `--custom` it only
 * writes the weights of custom scenarios, from the word weights of the model that is there.
 */
async function main(options: readonly string[]): Promise<void> {
	if (options.includes('--custom')) return writeCustomWeights(trainedModel().wordWeights);
	const started = performance.now();
	if (!options.includes('--check')) writeLookAlikes();
	const { model, questions } = await train(console.log);
	const bytes = writeModel(model);
	if (options.includes('--check')) return check(bytes);
	writeFileSync(MODEL, bytes);
	writeCustomWeights(model.wordWeights);
	console.log(summarise(questions, options.includes('--suspects')));
	console.log(`${bytes.length} bytes in ${Math.round((performance.now() - started) / 1000)} s`);
}

function check(bytes: Uint8Array): void {
	if (existsSync(MODEL) && readFileSync(MODEL).equals(bytes))
		return console.log('The model is unchanged.');
	console.error('Another model came out. Run `npm run train` and commit it with the text.');
	process.exitCode = 1;
}

void main(process.argv.slice(2));

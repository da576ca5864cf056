import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrainedModel, type TrainedModel } from '../handover/classifier/trained-model';

const FILE = join(__dirname, '../handover/classifier/built-in-model.bin');

let loaded: TrainedModel | undefined;

/**
 * The built-in classifier's model, read once per process.
 * @throws {Error} when the package's own file is missing or damaged.
 */
export function trainedModel(): TrainedModel {
	loaded ??= readTrainedModel(readFileSync(FILE));
	return loaded;
}

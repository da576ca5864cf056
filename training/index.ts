import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { train } from './train';
import { summarise } from './summary';
import { writeModel } from './write-model';

const MODEL = join(__dirname, '../handover/classifier/built-in-model.bin');

const started = performance.now();
const { model, questions } = train(console.log);
const bytes = deflateRawSync(writeModel(model), { level: 9 });
writeFileSync(MODEL, bytes);
console.log(summarise(questions, process.argv.includes('--suspects')));
console.log(`${bytes.length} bytes in ${Math.round((performance.now() - started) / 1000)} s`);

'use strict';

/*
 * What `npm start` runs. Plain JavaScript for any Node, so that one that is too old gets a sentence
 * and not a syntax error; everything else is `cli.ts`.
 */
const OLDEST = [22, 9];

const version = process.versions.node.split('.').map(Number);
const isTooOld = version[0] < OLDEST[0] || (version[0] === OLDEST[0] && version[1] < OLDEST[1]);

if (isTooOld) {
	console.error(
		'This is Node.js ' +
			process.versions.node +
			', which is too old: Node.js ' +
			OLDEST.join('.') +
			' or newer is needed.\n' +
			'Run `npm install` and then `npm start`, which brings its own Node.js.',
	);
	process.exit(1);
}

require('tsx/cjs/api').register();
require('./cli.ts').main(process.argv.slice(2));

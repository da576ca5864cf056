/**
 * Loaded before `node-red-dev`, which asks the Node-RED catalogue and npm's registry on the way. The
 * check has to come out the same without a network: the catalogue is empty, so N01 and P08 say
 * nothing, and the registry knows the Node-RED that we develop against.
 */
const { createRequire } = require('node:module');
const nodeRed = require('node-red/package.json');

// Its own copy, not one of the others that are installed.
const axios = createRequire(require.resolve('node-red-dev/package.json'))('axios');

/** By the address's path: which host answers for npm is the machine's own business. */
const ANSWERS = {
	'/catalogue.json': { modules: [] },
	'/node-red': {
		'dist-tags': { latest: nodeRed.version },
		versions: { [nodeRed.version]: nodeRed },
	},
};

axios.get = async (url) => {
	const { pathname } = new URL(url);
	if (!(pathname in ANSWERS))
		throw new Error(`node-red-dev asks for ${url}, which is not stubbed.`);
	return { data: ANSWERS[pathname] };
};

const IMPATIENT_AFTER = 2_000;

/**
 * Aborted by Ctrl-C, or whatever else asks this process to end. A terminal's Ctrl-C may come twice,
 * from the terminal and from npm, so only one that comes later means "at once".
 */
export function stopSignal(): AbortSignal {
	const controller = new AbortController();
	let first = 0;
	const stop = () => {
		if (!controller.signal.aborted) {
			first = Date.now();
			controller.abort();
		} else if (Date.now() - first > IMPATIENT_AFTER) {
			// What we started is on a leash: it ends with us.
			process.exit(1);
		}
	};
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
	return controller.signal;
}

const IMPATIENT_AFTER = 2_000;
const LOOK_EVERY = 1_000;

/**
 * Aborted by Ctrl-C, or whatever else asks this process to end; also when the npm that runs it was
 * killed. A terminal's Ctrl-C may come twice, from the terminal and from npm, so only one that comes
 * later means "at once".
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
	if (process.env.npm_lifecycle_event) stopWithoutParent(() => controller.abort());
	return controller.signal;
}

function stopWithoutParent(stop: () => void): void {
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) stop();
	}, LOOK_EVERY).unref();
}

const EVERY = 1_000;
const AT_MOST_EVERY = 60_000;

/**
 * Runs `work` again a second after it has ended, so that two runs never overlap. After an error the
 * wait doubles, up to a minute: a store that is away is not made slower by us.
 */
export function repeat(
	work: () => Promise<void>,
	onError: (error: unknown) => void,
): { stop(): void } {
	let isStopped = false;
	let errors = 0;
	let timer: NodeJS.Timeout | undefined;
	const run = async () => {
		try {
			await work();
			errors = 0;
		} catch (error) {
			errors += 1;
			onError(error);
		}
		if (!isStopped) timer = setTimeout(run, Math.min(EVERY * 2 ** errors, AT_MOST_EVERY));
	};
	void run();
	return {
		stop() {
			isStopped = true;
			clearTimeout(timer);
		},
	};
}

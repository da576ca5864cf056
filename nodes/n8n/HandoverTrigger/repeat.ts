const EVERY = 1_000;
const AT_MOST_EVERY = 60_000;

/**
 * Runs `work` again a second after it has ended, or at once when it is woken; two runs never overlap.
 * After an error the wait doubles, up to a minute: a store that is away is not made slower by us.
 */
export function repeat(
	work: () => Promise<void>,
	onError: (error: unknown) => void,
): { stop(): void; wake(): void } {
	let isStopped = false;
	let errors = 0;
	let isRunning = false;
	let isWoken = false;
	let timer: NodeJS.Timeout | undefined;
	const schedule = (wait: number) => {
		clearTimeout(timer);
		timer = setTimeout(run, wait);
	};
	const run = async () => {
		isRunning = true;
		isWoken = false;
		try {
			await work();
			errors = 0;
		} catch (error) {
			errors += 1;
			onError(error);
		}
		isRunning = false;
		const wait = Math.min(EVERY * 2 ** errors, AT_MOST_EVERY);
		if (!isStopped) schedule(isWoken && errors === 0 ? 0 : wait);
	};
	void run();
	return {
		stop() {
			isStopped = true;
			clearTimeout(timer);
		},
		wake() {
			isWoken = true;
			if (!isStopped && !isRunning && errors === 0) schedule(0);
		},
	};
}

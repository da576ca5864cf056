export interface Doing {
	/** Begins nothing more, and waits for what is in hand. */
	stop(): Promise<void>;
}

/**
 * Does the work now, and once more as many milliseconds after its end as it says, until it is stopped.
 * It must not throw. No process lives on for it.
 */
export function keepDoing(work: () => Promise<number>): Doing {
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	let doing: Promise<void> = Promise.resolve();

	async function once(): Promise<void> {
		const pause = await work();
		if (!stopped) schedule(pause);
	}

	function schedule(delay: number): void {
		timer = setTimeout(() => {
			doing = once();
		}, delay);
		timer.unref();
	}

	schedule(0);
	return {
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await doing;
		},
	};
}

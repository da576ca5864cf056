/** Says what goes on, and for how long. */
export interface Progress {
	/** Runs one step and reports it; `detail` tells how far it is, when it takes long. */
	step<T>(title: string, work: () => Promise<T>, detail?: () => string): Promise<T>;
	note(text: string): void;
}

interface Output {
	write(text: string): unknown;
	isTTY?: boolean;
	columns?: number;
}

const CLEAR_LINE = '\r\x1b[K';

/** On a terminal the line of a step counts its seconds; in a log a long step speaks up now and then. */
export function printProgress(output: Output): Progress {
	const live = output.isTTY === true;
	return {
		note: (text) => void output.write(`${text}\n`),
		async step(title, work, detail) {
			const started = Date.now();
			const seconds = () => `${((Date.now() - started) / 1000).toFixed(live ? 0 : 1)} s`;
			const state = () => [seconds(), detail?.()].filter(Boolean).join(', ');
			const show = () =>
				output.write(
					live
						? `${CLEAR_LINE}${`${title} ... ${state()}`.slice(0, (output.columns ?? 80) - 1)}`
						: `${title} ... ${state()}\n`,
				);
			output.write(live ? `${title} ...` : `${title} ...\n`);
			const timer = setInterval(show, live ? 1_000 : 20_000);
			try {
				const result = await work();
				output.write(`${live ? CLEAR_LINE : ''}${title}: done in ${seconds()}\n`);
				return result;
			} catch (error) {
				output.write(`${live ? CLEAR_LINE : ''}${title}: stopped after ${seconds()}\n`);
				throw error;
			} finally {
				clearInterval(timer);
			}
		},
	};
}

/** For tests and benches. */
export const SILENT: Progress = {
	note() {},
	step: (_title, work) => work(),
};

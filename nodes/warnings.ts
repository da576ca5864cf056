export type About = 'sharing' | 'clock';

/** Hears what a builder should know of, although everything works so far. */
export interface Listener {
	warn(text: string, about: About): void;
	/** What was warned of is mended. */
	mended?(about: About): void;
}

/** What stands against a store, for all who hold it. */
export class Warnings {
	#standing: Array<[text: string, about: About]> = [];
	readonly #listeners = new Set<Listener>();

	/** Hears what stands already, and what comes. */
	join(listener: Listener): void {
		this.#listeners.add(listener);
		for (const [text, about] of this.#standing) listener.warn(text, about);
	}

	leave(listener: Listener): void {
		this.#listeners.delete(listener);
	}

	add(text: string, about: About): void {
		this.#standing.push([text, about]);
		for (const listener of this.#listeners) listener.warn(text, about);
	}

	withdraw(about: About): void {
		this.#standing = this.#standing.filter(([, standing]) => standing !== about);
		for (const listener of this.#listeners) listener.mended?.(about);
	}
}

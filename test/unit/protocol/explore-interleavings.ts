import type { Store } from '../../../handover/stores/store';

/** A worker, a human or a timer: its steps are its calls of the store. */
export type Actor = (world: { store: Store; pause: () => Promise<void> }) => Promise<void>;

export interface Run {
	/** Who made each step. */
	schedule: string[];
}

interface Blocked {
	release: () => void;
	/** It only looks again whether something has changed, which nobody but another actor can do. */
	isWaiting: boolean;
	/** Writes that had been made when it began to wait. */
	since: number;
}

export interface Exploration<World extends { store: Store }> {
	/** Makes a new one for each run. */
	world: () => Promise<World>;
	actors: (world: World) => Record<string, Actor>;
	/** Called after every step, and with `isOver` when all have come to their end. */
	check: (world: World, run: Run, isOver: boolean) => Promise<void>;
	/** Nobody can go on without the time passing. */
	passTime: (world: World) => void;
	/**
	 * How often an actor that could go on is interrupted, at most: most faults need no more than two
	 * (Musuvathi and Qadeer, Iterative context bounding, 2007). Left out: every order there is.
	 */
	preemptions?: number;
}

/**
 * Runs the actors in every order of their steps (a stateless search in the manner of Godefroid's
 * VeriSoft, 1997).
 * @returns the number of runs
 */
export async function exploreInterleavings<World extends { store: Store }>(
	exploration: Exploration<World>,
): Promise<number> {
	let runs = 0;
	let path: number[] = [];
	for (;;) {
		const choices = await runOnce(exploration, path);
		runs += 1;
		const next = nextPath(choices);
		if (!next) return runs;
		path = next;
	}
}

interface Choice {
	taken: number;
	of: number;
}

/** The last choice that has another branch is taken the other way. */
function nextPath(choices: Choice[]): number[] | undefined {
	const at = choices.findLastIndex(({ taken, of }) => taken + 1 < of);
	if (at < 0) return undefined;
	return [...choices.slice(0, at).map(({ taken }) => taken), choices[at]!.taken + 1];
}

async function runOnce<World extends { store: Store }>(
	{ world: create, actors, check, passTime, preemptions = Infinity }: Exploration<World>,
	path: number[],
): Promise<Choice[]> {
	const world = await create();
	const blocked = new Map<string, Blocked>();
	const live = new Set<string>();
	const choices: Choice[] = [];
	const run: Run = { schedule: [] };
	let writes = 0;
	let preempted = 0;
	let last: string | undefined;
	let failure: unknown;
	const isReady = (one: Blocked | undefined) =>
		one !== undefined && (!one.isWaiting || one.since < writes);

	function begin(name: string, act: Actor): void {
		live.add(name);
		const block = (isWaiting: boolean) =>
			new Promise<void>((release) => {
				blocked.set(name, { release, isWaiting, since: writes });
			});
		const store = stepwise(
			world.store,
			() => block(false),
			() => (writes += 1),
		);
		void act({ store, pause: () => block(true) })
			.catch((error: unknown) => (failure ??= error))
			.finally(() => live.delete(name));
	}

	/** Who may make the next step. */
	function candidates(): Array<[string, Blocked]> {
		const ready = [...blocked].filter(([, one]) => isReady(one));
		if (ready.length === 0) {
			passTime(world);
			return [...blocked];
		}
		const isBound = preempted >= preemptions && isReady(blocked.get(last ?? ''));
		return isBound ? ready.filter(([name]) => name === last) : ready;
	}

	for (const [name, act] of Object.entries(actors(world))) begin(name, act);
	for (;;) {
		while (blocked.size < live.size) await new Promise((resolve) => setImmediate(resolve));
		if (failure) throw new Error(`${run.schedule.join(' ')}: ${String(failure)}`);
		await check(world, run, live.size === 0);
		if (live.size === 0) return choices;
		const ready = candidates();
		const taken = path[choices.length] ?? 0;
		choices.push({ taken, of: ready.length });
		const [name, { release }] = ready[taken]!;
		if (name !== last && isReady(blocked.get(last ?? ''))) preempted += 1;
		blocked.delete(name);
		run.schedule.push(name);
		last = name;
		release();
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** The store, with each of its calls held back until it is its turn. */
function stepwise(store: Store, step: () => Promise<void>, onWrite: () => void): Store {
	return new Proxy(store, {
		get(target, name: keyof Store) {
			const method = target[name] as (...args: unknown[]) => Promise<unknown>;
			return async (...args: unknown[]) => {
				await step();
				if (name === 'change') onWrite();
				return await method.apply(target, args);
			};
		},
	});
}

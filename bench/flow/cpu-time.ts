import { readdirSync, readFileSync } from 'node:fs';

export interface CpuTime {
	/** Seconds of the platform with all it started. */
	platform: number;
	/** Seconds of the database servers that this bench started. */
	servers: number;
}

/** Of Linux, see proc(5). */
const TICKS_PER_SECOND = 100;

interface Process {
	id: number;
	parent: number;
	group: number;
	seconds: number;
}

/** Of the processes below this one: the platform has a group of its own. */
export function cpuTime(platformGroup: number): CpuTime {
	const all = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => readProcess(name) ?? []);
	const below = new Set([process.pid]);
	// A child may come before its parent in the list: ids are given out again.
	for (let size = 0; size < below.size;) {
		size = below.size;
		for (const { id, parent } of all) if (below.has(parent)) below.add(id);
	}
	const sum = (isWanted: (one: Process) => boolean) =>
		all.filter(isWanted).reduce((seconds, one) => seconds + one.seconds, 0);
	return {
		platform: sum(({ group }) => group === platformGroup),
		servers: sum(({ id, group }) => below.has(id) && id !== process.pid && group !== platformGroup),
	};
}

function readProcess(name: string): Process | undefined {
	try {
		const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
		// The program's name may have spaces in it.
		const fields = stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		const [, parent = 0, group = 0] = fields;
		// Its own and that of children that have ended: utime, stime, cutime, cstime.
		const ticks = fields.slice(11, 15).reduce((all, one) => all + one, 0);
		return { id: Number(name), parent, group, seconds: ticks / TICKS_PER_SECOND };
	} catch {
		// It has ended meanwhile.
		return undefined;
	}
}

import { FeatureSheet, type Sums } from './feature-sheet';
import type { Observation } from './observation';
import type { Segment } from './text-features';
import type { WeightTable } from './weight-table';

/** What the features of an observation say to each question of a table. */
export interface Weighed {
	segments: readonly Segment[];
	/** Per segment one sum per question, scaled so that many features weigh no more than few. */
	loudness: ReadonlyArray<readonly number[]>;
	/** The same with the crossed features; empty where the observation crosses none. */
	crossedLoudness: ReadonlyArray<readonly number[]>;
	/** One sum per question. */
	whole: readonly number[];
}

/** Kept from call to call, for each call is done with it before it returns. */
const sheet = new FeatureSheet();

/** Weighs all observations at once, for all questions: each feature is hashed once. */
export function weigh(table: WeightTable, observations: readonly Observation[]): Weighed[] {
	sheet.clear();
	const ends = noteAll(observations);
	sheet.lookUp(table);
	return addUp(observations, ends);
}

/** Where each group of features ends: per segment the plain ones and the crossed ones, then the whole's. */
function noteAll(observations: readonly Observation[]): number[] {
	const ends: number[] = [];
	for (const observation of observations) {
		for (const segment of observation.segments) {
			const start = sheet.count;
			observation.emitSegment(segment, sheet.note);
			ends.push(sheet.count);
			if (observation.crossing === undefined) continue;
			sheet.cross(start, observation.crossing);
			ends.push(sheet.count);
		}
		observation.emitWhole(sheet.noteOfWhole);
		ends.push(sheet.count);
	}
	return ends;
}

function addUp(observations: readonly Observation[], ends: readonly number[]): Weighed[] {
	let from = 0;
	let group = 0;
	const next = () => {
		const to = ends[group++]!;
		const found = sheet.sum(from, to);
		from = to;
		return found;
	};
	return observations.map(({ segments, crossing }) => {
		const loudness: number[][] = [];
		const crossedLoudness: number[][] = [];
		for (let index = 0; index < segments.length; index++) {
			const plain = next();
			loudness.push(scaled(plain));
			if (crossing === undefined) continue;
			const crossed = next();
			crossedLoudness.push(
				scaled({
					sums: plain.sums.map((sum, place) => sum + crossed.sums[place]!),
					squares: plain.squares + crossed.squares,
				}),
			);
		}
		return { segments, loudness, crossedLoudness, whole: next().sums };
	});
}

function scaled({ sums, squares }: Sums): number[] {
	const length = Math.sqrt(squares);
	return sums.map((sum) => sum / length);
}

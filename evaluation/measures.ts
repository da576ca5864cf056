export interface Judged {
	label: 0 | 1;
	/** 0 to 1. */
	probability: number;
}

export interface Measures {
	lines: number;
	precision: number;
	recall: number;
	f1: number;
	/** Share of the lines labelled 0 that are taken for 1. */
	falseAlarms: number;
	/** Area under the receiver operating characteristic: how often a 1 is put above a 0. */
	auroc: number;
	/** Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht, 2015). */
	calibrationError: number;
}

export interface Bin {
	/** Of the judgements in it. */
	probability: number;
	/** Share of them that are labelled 1. */
	share: number;
	count: number;
}

const BINS = 10;

export function measure(judged: readonly Judged[], threshold = 0.5): Measures {
	const count = (label: 0 | 1, isHit: boolean) =>
		judged.filter((one) => one.label === label && one.probability >= threshold === isHit).length;
	const [hits, misses, alarms, passes] = [
		count(1, true),
		count(1, false),
		count(0, true),
		count(0, false),
	];
	const bins = reliability(judged);
	return {
		lines: judged.length,
		precision: hits / (hits + alarms || 1),
		recall: hits / (hits + misses || 1),
		f1: (2 * hits) / (2 * hits + misses + alarms || 1),
		falseAlarms: alarms / (alarms + passes || 1),
		auroc: areaUnderCurve(judged),
		calibrationError: bins.reduce(
			(sum, bin) => sum + (Math.abs(bin.probability - bin.share) * bin.count) / judged.length,
			0,
		),
	};
}

/** Bins without a judgement are left out. */
export function reliability(judged: readonly Judged[]): Bin[] {
	return Array.from({ length: BINS }, (_, bin) => {
		const inside = judged.filter(
			({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
		);
		const mean = (pick: (one: Judged) => number) =>
			inside.reduce((sum, one) => sum + pick(one), 0) / inside.length;
		return {
			probability: mean(({ probability }) => probability),
			share: mean(({ label }) => label),
			count: inside.length,
		};
	}).filter(({ count }) => count > 0);
}

function areaUnderCurve(judged: readonly Judged[]): number {
	const sorted = [...judged].sort((a, b) => a.probability - b.probability);
	let [area, below] = [0, 0];
	for (let at = 0; at < sorted.length;) {
		let end = at;
		while (end < sorted.length && sorted[end]!.probability === sorted[at]!.probability) end++;
		const tied = sorted.slice(at, end);
		const ones = tied.filter(({ label }) => label === 1).length;
		const zeros = tied.length - ones;
		area += ones * (below + zeros / 2);
		below += zeros;
		at = end;
	}
	const ones = judged.length - below;
	return area / (ones * below || 1);
}

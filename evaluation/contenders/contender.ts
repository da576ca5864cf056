import type { LabelledLine } from '../labelled-lines';

/** Something that puts a probability on a labelled line; the higher, the more it says yes. */
export interface Contender {
	name: string;
	/** 0 to 1. */
	judge(line: LabelledLine): number | Promise<number>;
}

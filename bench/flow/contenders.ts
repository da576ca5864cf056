/** The flows that answer in turns, in the order of the tables. */
export const CONTENDERS = {
	peer: 'stock nodes',
	peerOnDisk: 'stock nodes, on disk',
	passThrough: 'pass-through nodes',
	ours: 'Human Handover',
} as const;
export type Contender = keyof typeof CONTENDERS;

/** What passes everything on loses every race, and forgets what it never knew. */
export const isRaced = (contender: Contender) => contender !== 'passThrough';

export interface Addresses {
	message: string;
	/** The conversation's id goes after it. */
	conversation: string;
}
/** Not every platform has all of them. */
export type Flows = ReadonlyMap<Contender, Addresses>;

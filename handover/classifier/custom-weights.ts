/** What each value of {@link weighAgainst} counts, in its order; written by `npm run train`. */
export const CUSTOM_WEIGHTS: readonly number[] = [
	-1.433,
	-1.328,
	-0.507,
	0.377,
	1.584,
	0.278,
	0.348,
	0.200,
	0.450,
	1.211,
	0.334,
	0.529,
	1.271,
	2.650,
	0.986,
];

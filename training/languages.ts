/** Folders of training/text. The first weighs more, for most text and most traffic is in it. */
export const LANGUAGES = [
	'english',
	'spanish',
	'portuguese',
	'french',
	'german',
	'italian',
	'dutch',
	'polish',
	'turkish',
	'russian',
	'ukrainian',
	'arabic',
	'hindi',
	'indonesian',
	'chinese',
	'japanese',
	'korean',
] as const;
export type Language = (typeof LANGUAGES)[number];
